import { useCallback, useEffect, useRef, useState } from "react";

import { announce } from "../../../ui/announce";

const MINUTE = 60_000;
const POINTS = [
  { left: 10, words: "Ten minutes left." },
  { left: 5, words: "Five minutes left: enough for your judgement." },
  { left: 1, words: "One minute left." },
  { left: 0, words: "The time is up. Carry on if you like; nothing is taken from you." },
] as const;

/** A gentle clock: it counts down, can be paused, speaks at a few points and never stops anyone. */
export function useTimer(minutes: number, spent: number, keep: (spent: number) => unknown) {
  const [running, setRunning] = useState(false);
  const [used, setUsed] = useState(spent);
  const [words, setWords] = useState("");
  const usedNow = useRef(spent);

  useEffect(() => {
    if (!running) return;
    let last = performance.now();
    const tick = () => {
      const now = performance.now();
      const before = minutes * MINUTE - usedNow.current;
      usedNow.current += now - last;
      last = now;
      const said = passed(before, minutes * MINUTE - usedNow.current);
      if (said) {
        announce(said);
        setWords(said);
      }
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
    setWords("");
    keep(0);
  }, [keep]);

  return {
    running,
    left: minutes * MINUTE - used,
    started: used > 0,
    toggle: () => setRunning(!running),
    reset,
    /** What was said last, until it is put away. */
    words,
    hush: () => setWords(""),
  };
}

/** What is to be said between two readings of the clock; after a long sleep only the last of it. */
function passed(before: number, after: number): string {
  return POINTS.findLast(({ left }) => before > left * MINUTE && after <= left * MINUTE)?.words ?? "";
}
