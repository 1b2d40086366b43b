import type { BlockOf } from "../../../api/types";
import { clip, plural } from "../../../lib/text";
import { standing, STANDINGS } from "../../../lib/words";
import { Sources } from "../../../ui/Sources";
import { StandingIcon } from "../../../ui/StandingIcon";

/** What the marked answer did with the factors asked about, in the student's words; or what held the mark down. */
export function Why({ block: { factors, steps } }: { block: BlockOf<"why"> }) {
  return (
    <div className="tutor-why">
      <ul>
        {factors.map((factor) => {
          const state = standing(factor);
          return (
            <li key={factor.factor_id} className={`is-${state}`}>
              <StandingIcon standing={state} />
              <div>
                <p>
                  <strong>{factor.name}</strong>, {STANDINGS[state]}
                </p>
                {factor.evidence.slice(0, 2).map((words) => (
                  <p key={words.start}>
                    <q className="tutor-quoted">{clip(words.quote, 28)}</q>
                  </p>
                ))}
                {factor.evidence.length === 0 && <p className="quiet">Nothing in your answer says this.</p>}
                {factor.advice && <p>{factor.advice}</p>}
                <Sources sources={factor.sources} />
              </div>
            </li>
          );
        })}
      </ul>
      {steps.length > 0 && (
        <>
          <p className="eyebrow">{factors.length ? "What it would gain" : "What held the mark down"}</p>
          <ol className="tutor-steps">
            {steps.map((step) => (
              <li key={step.text}>
                {step.text}{" "}
                {step.gain > 0 && <span className="tutor-gain figures">+{plural(step.gain, "mark")}</span>}
              </li>
            ))}
          </ol>
        </>
      )}
      {factors.length + steps.length === 0 && <p>Nothing holds it down that I can see.</p>}
    </div>
  );
}
