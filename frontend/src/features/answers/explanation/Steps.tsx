import type { ExplainedStep } from "../../../api/types";
import { clip } from "../../../lib/text";
import { barOf, ledgerOf, signed } from "./steps";

interface StepsProps {
  steps: readonly ExplainedStep[];
  maxMark: number;
  /** Whether a mark was given, and so whether the steps have figures. */
  given: boolean;
}

/** Every step in a table: what it is, the student's words that it rests on, what it added and the sum so far. */
export function Steps({ steps, maxMark, given }: StepsProps) {
  return (
    <table className="explained-steps">
      <caption className="unseen">The steps to this mark, in marks</caption>
      <thead>
        <tr>
          <th scope="col">Step</th>
          {given && (
            <>
              <th scope="col" className="is-number">
                Marks
              </th>
              <th scope="col" className="is-number">
                So far
              </th>
              <td className="is-bar" />
            </>
          )}
        </tr>
      </thead>
      <tbody>
        {steps.map((step, index) => (
          <tr key={index} className={`is-${ledgerOf(step)}`}>
            <th scope="row">
              {step.label}
              <Ground step={step} />
            </th>
            {given && <Figures step={step} maxMark={maxMark} />}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What a step rests on, in the student's own words where it has some. */
function Ground({ step }: { step: ExplainedStep }) {
  if (step.kind === "factor" && step.quote) {
    return (
      <span className="explained-ground">
        {step.detail}, paragraph {step.where}: <q className="serif">{clip(step.quote.quote, 16)}</q>
      </span>
    );
  }
  return step.detail ? <span className="explained-ground">{step.detail}</span> : null;
}

function Figures({ step, maxMark }: { step: ExplainedStep; maxMark: number }) {
  const bar = barOf(step);
  return (
    <>
      <td className="is-number">{step.thousandths === null ? "" : signed(step.thousandths)}</td>
      <td className="is-number">{step.running === null ? "" : (step.running / 1000).toFixed(3)}</td>
      <td className="is-bar">
        {bar && (
          <svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
            <rect
              className={`waterfall-${bar.ledger}`}
              x={(100 * bar.from) / maxMark}
              width={Math.max(0.4, (100 * (bar.to - bar.from)) / maxMark)}
              y="0"
              height="8"
            />
          </svg>
        )}
      </td>
    </>
  );
}
