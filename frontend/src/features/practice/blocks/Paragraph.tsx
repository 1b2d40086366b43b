import type { BlockOf } from "../../../api/types";
import { clip } from "../../../lib/text";
import { capital } from "../../../lib/attempts";
import { thickness } from "../words";

/** How one paragraph is built: four parts, the words that show each, and what the thin ones want. */
export function Paragraph({ block: { number, quote, parts, weakest } }: { block: BlockOf<"paragraph"> }) {
  return (
    <div className="tutor-paragraph">
      <p className="eyebrow">
        Paragraph {number} <span className="quiet">“{clip(quote, 8)}”</span>
      </p>
      <ul>
        {parts.map(({ part, score, quote: words, advice }) => (
          <li key={part} className={part === weakest ? "is-weakest" : ""}>
            <p className="tutor-part">
              <strong>{capital(part)}</strong>
              <span aria-hidden="true" className="tutor-bar">
                {[0.2, 0.4, 0.6, 0.8, 1].map((step) => (
                  <i key={step} className={score >= step - 0.1 ? "is-full" : ""} />
                ))}
              </span>
              <span className="small quiet">{thickness(score)}</span>
            </p>
            {words && (
              <p>
                <q className="tutor-quoted">{clip(words.quote, 24)}</q>
              </p>
            )}
            {advice && score < 0.75 && <p className="small">{advice}</p>}
          </li>
        ))}
      </ul>
    </div>
  );
}
