import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useSearchParams } from "wouter";

import { answerQuery, questionQuery, schemesQuery } from "../../api/queries";

/** The mark scheme that the address asks to read by; null for the one that the answer was marked by. */
export function useReadBy(): string | null {
  const [search] = useSearchParams();
  return search.get("scheme");
}

/** An answer with its question and mark scheme: what every page about one answer needs. */
export function useAnswerPage(id: string, readBy: string | null = null) {
  const answer = useQuery({ ...answerQuery(id, readBy), placeholderData: keepPreviousData });
  const questionId = answer.data?.question_id ?? "";
  const question = useQuery({ ...questionQuery(questionId), enabled: questionId !== "" });
  const schemes = useQuery(schemesQuery);
  const schemeId = answer.data?.report.scheme ?? question.data?.scheme ?? "";
  const scheme = schemes.data?.find((each) => each.id === schemeId);
  const failed = [answer, question, schemes].find((each) => each.error);
  return {
    data:
      answer.data && question.data && scheme
        ? { answer: answer.data, question: question.data, scheme }
        : null,
    error: failed?.error ?? null,
    retry: () => void failed?.refetch(),
  };
}
