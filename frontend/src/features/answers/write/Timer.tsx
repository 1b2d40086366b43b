import { countdown } from "../../../lib/time";
import { useTimer } from "./useTimer";

interface TimerProps {
  minutes: number;
  spent: number;
  keep: (spent: number) => void;
}

export function Timer({ minutes, spent, keep }: TimerProps) {
  const { running, left, started, toggle, reset } = useTimer(minutes, spent, keep);
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
      <button type="button" className="text-button small" onClick={toggle}>
        {action}
      </button>
      {started && !running && (
        <button type="button" className="text-button small" onClick={reset}>
          Start again
        </button>
      )}
    </div>
  );
}
