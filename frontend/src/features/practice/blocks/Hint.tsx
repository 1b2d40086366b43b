import type { BlockOf } from "../../../api/types";

/** One step of help, and how many there are. */
export function Hint({ block: { text, step, of } }: { block: BlockOf<"hint"> }) {
  return (
    <div className="tutor-hint">
      <p className="tutor-hint-step small quiet">
        <span aria-hidden="true" className="tutor-hint-dots">
          {Array.from({ length: of }, (_, index) => (
            <i key={index} className={index < step ? "is-full" : ""} />
          ))}
        </span>
        Hint {step} of {of}
      </p>
      <p>{text}</p>
    </div>
  );
}
