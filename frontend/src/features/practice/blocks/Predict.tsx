import type { BlockOf } from "../../../api/types";
import { useDesk } from "../context";

/** Which level would you give it? The rungs of the ladder as buttons; the keys 1 to 5 press them. */
export function Predict({ block: { levels, what }, current }: { block: BlockOf<"predict">; current: boolean }) {
  const { send, busy } = useDesk();
  const action = what === "draft" ? "predict" : "judge";
  if (!current) return null;
  return (
    <div className="tutor-predict" role="group" aria-label="Your level">
      <div className="tutor-predict-rungs">
        {Array.from({ length: levels }, (_, index) => levels - index).map((level) => (
          <button
            key={level}
            type="button"
            className="figures"
            aria-keyshortcuts={String(level)}
            aria-disabled={busy || undefined}
            onClick={() => send({ action, argument: String(level) })}
          >
            Level {level}
            {level === levels && <span className="small quiet"> the top</span>}
          </button>
        ))}
      </div>
    </div>
  );
}
