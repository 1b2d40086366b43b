import { Link } from "wouter";

import { useAnswer, useHistory } from "../../../api/queries";
import type { Answer, MarkScheme } from "../../../api/types";
import { capital, result } from "../../../lib/attempts";
import { useHeadingFocus, useTitle } from "../../../lib/page";
import { Failure } from "../../../ui/Failure";
import { AnswerHead } from "../AnswerHead";
import { expectation } from "../report/expectation";
import { useAnswerPage } from "../useAnswerPage";
import { Marking } from "../write/Marking";
import { Attempts } from "./Attempts";
import { Changes } from "./Changes";
import "./compare.css";
import { Rewritten } from "./Rewritten";

/** One attempt beside the one it improves on. */
export default function ComparePage({ id }: { id: string }) {
  const { data, error, retry } = useAnswerPage(id);
  const heading = useHeadingFocus<HTMLHeadingElement>();
  useTitle(data ? `Compare: ${data.question.text}` : "Compare attempts");
  if (error) return <Failure error={error} subject="answer" retry={retry} />;
  if (!data) return <Marking words="Fetching both attempts" />;
  const { answer, question, scheme } = data;
  return (
    <article>
      <AnswerHead answer={answer} question={question} here="compare" heading={heading} />
      {answer.previous_id ? (
        <Compared after={answer} beforeId={answer.previous_id} scheme={scheme} />
      ) : (
        <p className="first-attempt">
          This is a first attempt, so there is nothing to compare it with yet.{" "}
          <Link href={`/answers/${id}/improve`}>Improve it and hand it in again.</Link>
        </p>
      )}
    </article>
  );
}

function Compared({ after, beforeId, scheme }: { after: Answer; beforeId: string; scheme: MarkScheme }) {
  const before = useAnswer(beforeId);
  const history = useHistory(after.id);
  if (before.error)
    return <Failure error={before.error} subject="answer" retry={() => void before.refetch()} />;
  if (!before.data) return <Marking words="Fetching both attempts" />;
  const attempts = history.data ?? [];
  return (
    <div className="compare">
      <section className="compare-results" aria-label="The two results">
        {[before.data, after].map((answer) => (
          <div key={answer.id} className={answer === after ? "is-after" : ""}>
            <p className="eyebrow">Attempt {answer.attempt}</p>
            <p className="compare-result figures">{capital(result(answer.report))}</p>
            {answer.predicted_level !== null && (
              <p className="expectation">{expectation(answer.predicted_level, answer.report, scheme.levels)}</p>
            )}
            <p className="quiet">{answer.report.summary}</p>
          </div>
        ))}
      </section>
      {attempts.length > 1 && (
        <section aria-labelledby="over-title">
          <h2 id="over-title">Over your attempts</h2>
          <Attempts attempts={attempts} scheme={scheme} />
        </section>
      )}
      <section aria-labelledby="changes-title">
        <h2 id="changes-title">What changed</h2>
        <Changes before={before.data.report} after={after.report} />
      </section>
      <section aria-labelledby="words-title">
        <h2 id="words-title">Your words</h2>
        <p className="small quiet">
          <ins>Added words</ins> are underlined, <del>words you cut</del> are struck through.
        </p>
        <Rewritten before={before.data.text} after={after.text} />
      </section>
    </div>
  );
}
