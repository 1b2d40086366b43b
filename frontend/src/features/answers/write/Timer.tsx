import { countdown } from "../../../lib/time";
import type { useTimer } from "./useTimer";

interface TimerProps {
  timer: ReturnType<typeof useTimer>;
  minutes: number;
}

/** The time there is, or what is left of it. */
export function Timer({ timer: { running, left, started, toggle, reset }, minutes }: TimerProps) {
  const action = running ? "Pause" : started ? "Go on" : "Start the clock";
  return (
    <div className="timer">
      {started || running ? (
        <span
          className={`timer-left figures${left < 0 ? " is-over" : ""}`}
          role="timer"
          aria-label="Time left"
        >
          {countdown(left)}
          {left < 0 && <span className="timer-over"> over</span>}
        </span>
      ) : (
        <span className="quiet">{minutes} minutes</span>
      )}
      <button type="button" className="text-button" onClick={toggle}>
        {action}
      </button>
      {started && !running && (
        <button type="button" className="text-button" onClick={reset}>
          Start again
        </button>
      )}
    </div>
  );
}
