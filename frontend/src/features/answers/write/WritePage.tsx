import { useQuestion } from "../../../api/queries";
import { Failure } from "../../../ui/Failure";
import { Desk, type TutorAt } from "./Desk";
import { DeskBones } from "./DeskBones";

/** Answer a question. */
export default function WritePage({ id, tutor }: { id: string; tutor?: TutorAt }) {
  const question = useQuestion(id);
  if (question.error)
    return <Failure error={question.error} subject="question" retry={() => void question.refetch()} />;
  if (!question.data) return <DeskBones />;
  return <Desk question={question.data} tutor={tutor} title={question.data.text} />;
}
