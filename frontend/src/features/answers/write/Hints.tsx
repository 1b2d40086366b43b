import { Fragment } from "react";

import type { Hint } from "../../../api/types";
import { steps } from "./hints";

interface HintsProps {
  hints: readonly Hint[];
  opened: number;
  onOpen: (opened: number) => void;
}

/** Help in small steps, each asked for; never the sentence itself. */
export function Hints({ hints, opened, onOpen }: HintsProps) {
  const all = steps(hints);
  const next = all[opened];
  return (
    <section className="hints" aria-labelledby="hints-title">
      <h2 id="hints-title">Stuck?</h2>
      <p className="small quiet">Each step says a little more. None of them writes the sentence for you.</p>
      <ol aria-live="polite">
        {all.slice(0, opened).map((step, index) => (
          <Fragment key={index}>
            {index > 0 && step.hint !== all[index - 1]?.hint && (
              <li aria-hidden="true" className="hints-gap" />
            )}
            <li className="hint">{step.text}</li>
          </Fragment>
        ))}
      </ol>
      {next ? (
        <button type="button" className="button" onClick={() => onOpen(opened + 1)}>
          {next.ask}
        </button>
      ) : (
        <p className="small quiet">Those are all the hints for this question.</p>
      )}
    </section>
  );
}
