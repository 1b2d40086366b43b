import { type KeyboardEvent, useEffect, useId, useRef } from "react";

import type { Band } from "../../../api/types";
import { usePredicting } from "../../../lib/useSwitch";
import "./predict.css";

interface PredictProps {
  levels: number;
  /** The levels by name, where they have been fetched. */
  bands: readonly Band[];
  /** The level expected; null for "just mark it". */
  onAnswer: (level: number | null) => void;
  onLeave: () => void;
}

/** Before a first mark: which level does its writer expect? A key, a press, or nothing at all. */
export function Predict({ levels, bands, onAnswer, onLeave }: PredictProps) {
  const group = useRef<HTMLDivElement>(null);
  const title = useId();
  const [on, turn] = usePredicting();
  useEffect(() => group.current?.focus(), []);

  function onKeyDown(event: KeyboardEvent) {
    const level = Number(event.key);
    if (event.key === "Escape") onLeave();
    else if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) onAnswer(null);
    else if (level >= 1 && level <= levels && !event.ctrlKey && !event.metaKey && !event.altKey) onAnswer(level);
    else return;
    event.preventDefault();
  }

  return (
    <div
      ref={group}
      className="predict"
      role="group"
      aria-labelledby={title}
      tabIndex={-1}
      onKeyDown={onKeyDown}
    >
      <p id={title} className="predict-title">
        Before it is marked: which level would you give it?
      </p>
      <div className="predict-rungs">
        {Array.from({ length: levels }, (_, index) => (
          <button
            key={index}
            type="button"
            className="predict-rung"
            aria-keyshortcuts={`${index + 1}`}
            onClick={() => onAnswer(index + 1)}
          >
            <span className="figures">Level {index + 1}</span>
            {bands[index] && <span className="predict-name">{bands[index].name}</span>}
          </button>
        ))}
      </div>
      <div className="predict-foot small">
        <button type="button" className="button" onClick={() => onAnswer(null)}>
          Just mark it
        </button>
        <label>
          <input type="checkbox" checked={!on} onChange={(event) => turn(!event.target.checked)} /> Do not ask
          again
        </label>
        <button type="button" className="text-button" onClick={onLeave}>
          Keep writing
        </button>
      </div>
    </div>
  );
}
