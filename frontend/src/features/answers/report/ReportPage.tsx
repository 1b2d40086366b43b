import { Link } from "wouter";

import { useHeadingFocus, useTitle } from "../../../lib/page";
import { Failure } from "../../../ui/Failure";
import { AnswerHead } from "../AnswerHead";
import { useAnswerPage, useReadBy } from "../useAnswerPage";
import { Marking } from "../write/Marking";
import { Provenance } from "./Provenance";
import { ReadBy } from "./ReadBy";
import { ReportView } from "./ReportView";
import { Since } from "./Since";

/** The report on one answer. */
export default function ReportPage({ id }: { id: string }) {
  const readBy = useReadBy();
  const { data, error, retry } = useAnswerPage(id, readBy);
  const heading = useHeadingFocus<HTMLHeadingElement>();
  useTitle(data ? `Report: ${data.question.text}` : "Report");
  if (error) return <Failure error={error} subject="answer" retry={retry} />;
  if (!data) return <Marking words="Fetching the report" />;
  const { answer, question, scheme } = data;
  return (
    <article>
      <AnswerHead answer={answer} question={question} here="report" heading={heading} />
      <ReadBy answerId={id} scheme={scheme} readBy={readBy} />
      {answer.previous_id && <Since answer={answer} previousId={answer.previous_id} />}
      <ReportView
        text={answer.text}
        report={answer.report}
        scheme={scheme}
        expected={scheme.id === question.scheme ? answer.predicted_level : null}
      />
      <details className="in-sentences">
        <summary>The whole report in plain sentences</summary>
        {answer.feedback.paragraphs.map((paragraph, index) => (
          <p key={index}>{paragraph}</p>
        ))}
      </details>
      <footer className="report-foot no-print">
        <Link href={`/answers/${id}/improve`} className="button primary">
          Improve and resubmit
        </Link>
        <Link href={`/answers/${id}/study`} className="button">
          Read answers at three levels
        </Link>
      </footer>
      <Provenance report={answer.report} />
    </article>
  );
}
