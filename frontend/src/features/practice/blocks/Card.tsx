import type { BlockOf } from "../../../api/types";
import { plural } from "../../../lib/text";

/** A recall question, as an index card. */
export function Card({ block: { card, because, number, of } }: { block: BlockOf<"card"> }) {
  return (
    <div className="tutor-card">
      <p className="tutor-card-head small quiet">
        <span>{card.topic}</span>
        <span className="figures">
          Card {number} of {of}
        </span>
      </p>
      <p className="tutor-card-question">{card.question}</p>
      <p className="small quiet">
        {because && `${because} `}
        {plural(card.needed, "point")} {card.needed === 1 ? "makes" : "make"} it full.
      </p>
    </div>
  );
}
