import type { BlockOf } from "../../../api/types";

/** A stored answer to read as an examiner would. */
export function Exemplar({ block: { text } }: { block: BlockOf<"exemplar"> }) {
  return (
    <figure className="tutor-exemplar">
      <figcaption className="eyebrow">Someone else’s answer</figcaption>
      <div className="serif">
        {text
          .split(/\n+/u)
          .filter(Boolean)
          .map((paragraph, index) => (
            <p key={index}>{paragraph}</p>
          ))}
      </div>
    </figure>
  );
}
