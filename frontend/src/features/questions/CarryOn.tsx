import { Link } from "wouter";

import type { AnswerSummary, Question } from "../../api/types";
import { capital, result } from "../../lib/attempts";
import type { Draft } from "../../lib/drafts";
import { countWords, plural } from "../../lib/text";
import { when } from "../../lib/time";

interface CarryOnProps {
  questions: readonly Question[];
  drafts: readonly Draft[];
  attempts: readonly AnswerSummary[];
}

/** What you were in the middle of, and what you did last. */
export function CarryOn({ questions, drafts, attempts }: CarryOnProps) {
  const text = (id: string) => questions.find((question) => question.id === id)?.text ?? id;
  return (
    <section className="carry-on" aria-label="Where you left off">
      {drafts.length > 0 && (
        <div>
          <h2>Drafts on this device</h2>
          <ul>
            {drafts.slice(0, 4).map((draft) => (
              <li key={draft.id}>
                <Link href={draftPath(draft)}>{text(draft.questionId)}</Link>
                <p className="small quiet">
                  {draft.handing
                    ? "Not handed in yet"
                    : draft.previousId
                      ? "Improving an answer"
                      : "In progress"}
                  , {plural(countWords(draft.text), "word")}, saved {when(draft.saved)}
                </p>
              </li>
            ))}
          </ul>
        </div>
      )}
      {attempts.length > 0 && (
        <div>
          <h2>Last marked</h2>
          <ul>
            {attempts.slice(0, 3).map((done) => (
              <li key={done.id}>
                <Link href={`/answers/${done.id}`}>{text(done.question_id)}</Link>
                <p className="small quiet">
                  {capital(result(done))}, {when(done.created)}
                </p>
              </li>
            ))}
          </ul>
          {attempts.length > 3 && (
            <Link className="small" href="/answers">
              All your answers
            </Link>
          )}
        </div>
      )}
    </section>
  );
}

function draftPath(draft: Draft): string {
  return draft.previousId ? `/answers/${draft.previousId}/improve` : `/questions/${draft.questionId}`;
}
