import type { BlockOf } from "../../../api/types";
import { comesBack } from "../../../lib/time";
import { Sources } from "../../../ui/Sources";
import { StandingIcon } from "../../../ui/StandingIcon";
import { STANDING_WORDS } from "../words";

const ICON = { full: "developed", partial: "mentioned", none: "absent" } as const;

/** An answered card: points made with the student's words for them, points still to find, and what is wrong. */
export function CardMarked({ block }: { block: BlockOf<"card_marked"> }) {
  const { card, standing, corrections, answer, due, sources } = block;
  const made = block.points.filter((point) => point.made).length;
  // What is hidden is shown only as far as it is wanted: a card may know more points than it needs.
  let wanted = Math.max(card.needed - made, 0);
  const points = block.points.filter((point) => point.text !== null || wanted-- > 0);
  return (
    <div className={`tutor-card-marked is-${standing}`}>
      <p className="tutor-verdict">
        <StandingIcon standing={ICON[standing]} />
        {standing === "none" && answer ? "Not this time" : STANDING_WORDS[standing]}
      </p>
      <ul className="tutor-points">
        {points.map((point, index) => (
          <Point key={index} point={point} />
        ))}
      </ul>
      {corrections.length > 0 && (
        <ul className="tutor-corrections">
          {corrections.map((error) => (
            <li key={error.misconception_id}>
              <b aria-hidden="true">!</b>
              <p>
                <q className="tutor-wrong">{error.quote}</q> <span className="unseen">is wrong.</span>{" "}
                {error.correction}
              </p>
            </li>
          ))}
        </ul>
      )}
      {answer && (
        <div className="tutor-full-answer">
          <p className="eyebrow">A full answer</p>
          <p className="serif">{answer}</p>
        </div>
      )}
      <Sources sources={sources} />
      {due && <p className="small quiet">This card comes back {comesBack(due)}.</p>}
    </div>
  );
}

function Point({ point: { made, text, quote } }: { point: BlockOf<"card_marked">["points"][number] }) {
  return (
    <li className={made ? "is-made" : "is-missed"}>
      <svg className="tutor-tick" viewBox="0 0 16 16" aria-hidden="true">
        {made ? (
          <path d="M2.5 8.5 6.5 12.5 13.5 4" fill="none" stroke="currentColor" strokeWidth="2.25" />
        ) : (
          <circle cx="8" cy="8" r="5.5" fill="none" stroke="currentColor" strokeWidth="1.5" strokeDasharray="2.4 2" />
        )}
      </svg>
      <p>
        <span className="unseen">{made ? "Made: " : "Missed: "}</span>
        {text ?? <span className="quiet">One more, still to find.</span>}
        {quote && (
          <>
            {" "}
            <q className="tutor-quoted">{quote}</q>
          </>
        )}
      </p>
    </li>
  );
}
