import type { Quality } from "../../../api/types";
import { clip } from "../../../lib/text";

const STEPS = 5;

/** The second ledger: how the answer argues. */
export function Judgement({ qualities }: { qualities: readonly Quality[] }) {
  return (
    <ul className="judgement">
      {qualities.map((quality) => {
        const filled = Math.round(quality.score * STEPS);
        const [shown] = quality.evidence;
        return (
          <li key={quality.quality_id}>
            <h3>{quality.name}</h3>
            <p className="bar">
              <span aria-hidden="true" className="bar-steps">
                {Array.from({ length: STEPS }, (_, step) => (
                  <span key={step} className={step < filled ? "is-full" : ""} />
                ))}
              </span>
              <span className="small quiet figures">
                {filled} of {STEPS}
              </span>
            </p>
            <div>
              <p>{quality.descriptor}</p>
              {shown && <blockquote className="serif small">“{clip(shown.quote, 28)}”</blockquote>}
            </div>
          </li>
        );
      })}
    </ul>
  );
}
