import { Link } from "wouter";

import type { AnswerSummary, Question } from "../../../api/types";
import { capital, result } from "../../../lib/attempts";
import { when } from "../../../lib/time";

const SHOWN = 5;

interface LastMarksProps {
  answers: readonly AnswerSummary[];
  question: (id: string) => Question | undefined;
}

/** The last few marks, whatever they were for. */
export function LastMarks({ answers, question }: LastMarksProps) {
  return (
    <section aria-labelledby="last-title">
      <h2 id="last-title">Last marks</h2>
      <ol className="last-marks">
        {answers.slice(0, SHOWN).map((answer) => (
          <li key={answer.id}>
            <Link href={`/answers/${answer.id}`} className="figures">
              {capital(result(answer))}
            </Link>
            <span className="serif">{question(answer.question_id)?.text ?? answer.question_id}</span>
            <span className="small quiet figures">{when(answer.created)}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
