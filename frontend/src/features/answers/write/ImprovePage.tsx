import { Link } from "wouter";

import { useAnswer, useQuestion } from "../../../api/queries";
import type { Answer } from "../../../api/types";
import { Failure } from "../../../ui/Failure";
import { NextSteps } from "../report/NextSteps";
import { Desk, type TutorAt } from "./Desk";
import { DeskBones } from "./DeskBones";

/** Back to the sheet with an answer that was marked, and its next steps beside it. */
export default function ImprovePage({ id, tutor }: { id: string; tutor?: TutorAt }) {
  const answer = useAnswer(id);
  if (answer.error)
    return <Failure error={answer.error} subject="answer" retry={() => void answer.refetch()} />;
  if (!answer.data) return <DeskBones />;
  return <Improve answer={answer.data} tutor={tutor} />;
}

function Improve({ answer, tutor }: { answer: Answer; tutor: TutorAt | undefined }) {
  const question = useQuestion(answer.question_id);
  if (question.error)
    return <Failure error={question.error} subject="question" retry={() => void question.refetch()} />;
  if (!question.data) return <DeskBones />;
  const beside = (
    <section className="beside" aria-labelledby="beside-title">
      <h2 id="beside-title">Do next</h2>
      <NextSteps steps={answer.report.next_steps} short />
      <Link href={`/answers/${answer.id}`} className="small">
        Back to the report
      </Link>
    </section>
  );
  return (
    <Desk
      question={question.data}
      previousId={answer.id}
      startText={answer.text}
      beside={beside}
      tutor={tutor}
      title={`Improve: ${question.data.text}`}
    />
  );
}
