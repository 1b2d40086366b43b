import { Link } from "wouter";

import type { AnswerSummary, Question } from "../../api/types";
import type { Draft } from "../../lib/drafts";
import { countWords, plural } from "../../lib/text";
import { when } from "../../lib/time";
import { COMMAND_WORDS } from "../../lib/words";

interface QuestionRowProps {
  number: number;
  question: Question;
  draft: Draft | undefined;
  attempts: readonly AnswerSummary[];
}

/** One question as the paper prints it, with what you have done on it. */
export function QuestionRow({ number, question, draft, attempts }: QuestionRowProps) {
  const latest = attempts[0];
  return (
    <li className="row">
      <span className="row-number" aria-hidden="true">
        {number}
      </span>
      <div className="row-body">
        <h3 className="row-text">
          <Link href={`/questions/${question.id}`}>{question.text}</Link>
        </h3>
        <p className="row-facts">
          <span>{COMMAND_WORDS[question.command_word]}</span>
          <span>{question.minutes} minutes</span>
          {draft && (
            <span className="row-draft">
              Draft, {plural(countWords(draft.text), "word")}, {when(draft.saved)}
            </span>
          )}
          {latest && (
            <span className="row-done">
              {plural(attempts.length, "attempt")}
              {latest.level === null ? "" : `, last at level ${latest.level}`}
            </span>
          )}
        </p>
      </div>
      <p className="row-marks">
        [{question.max_mark}
        <span className="row-marks-word"> marks</span>]
      </p>
    </li>
  );
}
