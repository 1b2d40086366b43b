import type { BlockOf } from "../../../api/types";
import { plural } from "../../../lib/text";

/** The one thing to do next, and the student's own passage to do it in. */
export function Step({ block: { step, passage } }: { block: BlockOf<"step"> }) {
  return (
    <div className="tutor-step">
      <p className="eyebrow">
        Next step{step.gain > 0 && <span className="tutor-gain figures">+{plural(step.gain, "mark")}</span>}
      </p>
      <p>{step.text}</p>
      {passage && (
        <blockquote className="tutor-passage">
          <p className="unseen">Your passage:</p>
          <p className="serif">{passage.quote}</p>
        </blockquote>
      )}
    </div>
  );
}
