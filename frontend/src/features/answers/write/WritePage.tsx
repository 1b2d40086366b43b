import { useQuestion } from "../../../api/queries";
import { Failure } from "../../../ui/Failure";
import { Desk } from "./Desk";
import { DeskBones } from "./DeskBones";

/** Answer a question. */
export default function WritePage({ id }: { id: string }) {
  const question = useQuestion(id);
  if (question.error)
    return <Failure error={question.error} subject="question" retry={() => void question.refetch()} />;
  if (!question.data) return <DeskBones />;
  return <Desk question={question.data} title={question.data.text} />;
}
