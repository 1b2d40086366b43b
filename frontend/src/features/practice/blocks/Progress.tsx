import type { BlockOf } from "../../../api/types";
import { list } from "../../../lib/text";
import { LevelLine } from "./LevelLine";

/** Where the student stands: level by attempt, cards by how well they are known, factors once developed. */
export function Progress({ block }: { block: BlockOf<"progress"> }) {
  const { levels, factors_mastered: mastered } = block;
  return (
    <div className="tutor-progress">
      {levels.length > 0 ? (
        <LevelLine levels={levels} />
      ) : (
        <p>No marked answers yet. Your levels will stand here, attempt by attempt.</p>
      )}
      <Cards block={block} />
      {mastered.length > 0 && (
        <p>
          <strong>Developed at least once:</strong> {list(mastered)}.
        </p>
      )}
    </div>
  );
}

/** Cards known, being learnt and due, as one stacked bar with its numbers beside it. */
function Cards({ block: { cards_known: known, cards_learning: learning, cards_due: due } }: { block: BlockOf<"progress"> }) {
  const all = known + learning + due;
  if (!all) return <p className="quiet">No cards answered yet.</p>;
  const parts = [
    { name: "known", count: known },
    { name: "being learnt", count: learning },
    { name: "due", count: due },
  ];
  return (
    <figure className="tutor-cards">
      <div aria-hidden="true" className="tutor-cards-bar">
        {parts.map(({ name, count }, index) =>
          count > 0 ? <span key={name} className={`is-part-${index + 1}`} style={{ flexGrow: count }} /> : null,
        )}
      </div>
      <figcaption>
        <ul className="small figures">
          {parts.map(({ name, count }, index) => (
            <li key={name}>
              <i aria-hidden="true" className={`is-part-${index + 1}`} />
              {count} {name}
            </li>
          ))}
        </ul>
      </figcaption>
    </figure>
  );
}
