import { Link } from "wouter";

import { useAnswer, useQuestion } from "../../../api/queries";
import { Failure } from "../../../ui/Failure";
import { NextSteps } from "../report/NextSteps";
import { Desk } from "./Desk";
import { DeskBones } from "./DeskBones";

/** Back to the sheet with an answer that was marked, and its next steps beside it. */
export default function ImprovePage({ id }: { id: string }) {
  const answer = useAnswer(id);
  if (answer.error)
    return <Failure error={answer.error} subject="answer" retry={() => void answer.refetch()} />;
  if (!answer.data) return <DeskBones />;
  return <Improve id={id} questionId={answer.data.question_id} text={answer.data.text} />;
}

function Improve({ id, questionId, text }: { id: string; questionId: string; text: string }) {
  const question = useQuestion(questionId);
  const answer = useAnswer(id);
  if (question.error)
    return <Failure error={question.error} subject="question" retry={() => void question.refetch()} />;
  if (!question.data || !answer.data) return <DeskBones />;
  const beside = (
    <section className="beside" aria-labelledby="beside-title">
      <h2 id="beside-title">Do next</h2>
      <NextSteps steps={answer.data.report.next_steps} short />
      <Link href={`/answers/${id}`} className="small">
        Back to the report
      </Link>
    </section>
  );
  return (
    <Desk
      question={question.data}
      previousId={id}
      startText={text}
      beside={beside}
      title={`Improve: ${question.data.text}`}
    />
  );
}
