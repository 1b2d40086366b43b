import { useCallback, useEffect, useRef, useState } from "react";

import { announce } from "../../../ui/announce";

const WARNINGS = [10, 5, 1];

/** A gentle clock: it counts down, can be paused, speaks at a few points and never stops anyone. */
export function useTimer(minutes: number, spent: number, keep: (spent: number) => void) {
  const [running, setRunning] = useState(false);
  const [used, setUsed] = useState(spent);
  const usedNow = useRef(spent);

  useEffect(() => {
    if (!running) return;
    let last = performance.now();
    const tick = () => {
      const now = performance.now();
      const before = minutes * 60_000 - usedNow.current;
      usedNow.current += now - last;
      last = now;
      speak(before, minutes * 60_000 - usedNow.current);
      setUsed(usedNow.current);
    };
    const timer = window.setInterval(tick, 1000);
    const keeper = window.setInterval(() => keep(usedNow.current), 10_000);
    return () => {
      window.clearInterval(timer);
      window.clearInterval(keeper);
      keep(usedNow.current);
    };
  }, [running, minutes, keep]);

  const reset = useCallback(() => {
    usedNow.current = 0;
    setUsed(0);
    setRunning(false);
    keep(0);
  }, [keep]);

  return {
    running,
    left: minutes * 60_000 - used,
    started: used > 0,
    toggle: () => setRunning(!running),
    reset,
  };
}

function speak(before: number, after: number): void {
  if (before > 0 && after <= 0) announce("The time is up. Carry on if you like.");
  for (const warning of WARNINGS) {
    if (before > warning * 60_000 && after <= warning * 60_000) {
      announce(warning === 1 ? "One minute left" : `${warning} minutes left`);
    }
  }
}
