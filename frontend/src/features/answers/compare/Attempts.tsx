import { Link } from "wouter";

import type { AnswerSummary, MarkScheme } from "../../../api/types";
import { range } from "../../../lib/attempts";
import { when } from "../../../lib/time";
import "./attempts.css";
import { StepLine } from "./StepLine";

interface AttemptsProps {
  attempts: readonly AnswerSummary[];
  scheme: MarkScheme;
  /** The number of the first one shown. */
  first?: number;
}

/** Level over attempts, with its table behind it. */
export function Attempts({ attempts, scheme, first = 1 }: AttemptsProps) {
  return (
    <figure className="attempts">
      <figcaption className="small quiet">Level by attempt; the band is the likely range.</figcaption>
      <StepLine attempts={attempts} scheme={scheme} first={first} />
      <details>
        <summary className="small">The same as a table</summary>
        <div className="table-scroll" role="region" aria-label="Attempts" tabIndex={0}>
          <table className="small">
            <thead>
              <tr>
                <th scope="col">Attempt</th>
                <th scope="col">When</th>
                <th scope="col">Words</th>
                <th scope="col">Level</th>
                <th scope="col">Marks of {scheme.max_mark}</th>
              </tr>
            </thead>
            <tbody>
              {attempts.map((attempt, index) => (
                <tr key={attempt.id}>
                  <th scope="row">
                    <Link href={`/answers/${attempt.id}`}>{first + index}</Link>
                  </th>
                  <td>{when(attempt.created)}</td>
                  <td>{attempt.words}</td>
                  <td>{attempt.level ?? "none"}</td>
                  <td>{attempt.mark_range ? range(attempt.mark_range) : "none"}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </figure>
  );
}
