import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useLocation } from "wouter";

import { answerQuery, answersQuery } from "../../../api/queries";
import type { Answer } from "../../../api/types";
import type { DraftHandle } from "./useDraft";

/** The attempt that the tutor has marked from this draft, which the next hand-in improves on. */
export function useMarked({ draft, change, current, finish }: DraftHandle) {
  const client = useQueryClient();
  const [, navigate] = useLocation();
  const { data } = useQuery({ ...answerQuery(draft.improves ?? ""), enabled: draft.improves !== null });
  const answer = (draft.improves !== null && data) || null;

  /** The tutor has marked something: follow it, where it answers the same question. */
  async function follow(marked: Answer) {
    if (marked.question_id !== draft.questionId) return;
    void client.invalidateQueries({ queryKey: answersQuery.queryKey });
    const before = marked.previous_id && (await client.fetchQuery(answerQuery(marked.previous_id)));
    // A passage rewritten with the tutor belongs into the editor, where its words are still those of the attempt before.
    const text = before && current().text === before.text ? { text: marked.text } : {};
    change({ ...text, improves: marked.id, handing: null });
  }

  function open(id: string, text: string) {
    finish(text);
    navigate(`/answers/${id}`);
  }

  return { answer, unchanged: answer?.text === draft.text, follow, open };
}
