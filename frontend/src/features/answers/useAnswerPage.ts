import { useQuery } from "@tanstack/react-query";

import { answerQuery, questionQuery, schemeQuery } from "../../api/queries";

/** An answer with its question and mark scheme: what every page about one answer needs. */
export function useAnswerPage(id: string) {
  const answer = useQuery(answerQuery(id));
  const questionId = answer.data?.question_id ?? "";
  const question = useQuery({ ...questionQuery(questionId), enabled: questionId !== "" });
  const schemeId = question.data?.scheme ?? "";
  const scheme = useQuery({ ...schemeQuery(schemeId), enabled: schemeId !== "" });
  const failed = [answer, question, scheme].find((each) => each.error);
  return {
    data:
      answer.data && question.data && scheme.data
        ? { answer: answer.data, question: question.data, scheme: scheme.data }
        : null,
    error: failed?.error ?? null,
    retry: () => void failed?.refetch(),
  };
}
