import type { NextStep } from "../../../api/types";
import "./ledgers.css";

/** Steps by what they would add, the best first. */
export function NextSteps({ steps, short = false }: { steps: readonly NextStep[]; short?: boolean }) {
  if (!steps.length) return <p className="small quiet">Nothing more to add by this scheme.</p>;
  return (
    <ol className={`steps${short ? " is-short" : ""}`}>
      {steps.map((step, index) => (
        <li key={index}>
          <p>{step.text}</p>
          <Gain marks={step.gain} />
        </li>
      ))}
    </ol>
  );
}

/** "+3 marks": what a step would add, worked out by marking the answer as if it were done. */
export function Gain({ marks }: { marks: number }) {
  if (marks <= 0) return <span className="gain is-none">for practice</span>;
  return (
    <span className="gain figures">
      +{marks} {marks === 1 ? "mark" : "marks"}
    </span>
  );
}
