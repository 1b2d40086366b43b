import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useState } from "react";
import { useLocation } from "wouter";

import { Refused, Unreachable } from "../../../api/client";
import { answerQuery, answersQuery, handIn } from "../../../api/queries";
import { newKey } from "../../../lib/drafts";
import { announce } from "../../../ui/announce";
import type { DraftHandle } from "./useDraft";

export type Handing =
  | { kind: "idle" }
  | { kind: "sending"; tries: number }
  | { kind: "waiting"; tries: number; cause: "network" | "server"; seconds: number }
  | { kind: "refused"; title: string; detail: string };

const PAUSES = [3, 6, 12, 24, 30];

/**
 * Hands a draft in until the server has acknowledged it. The key is kept with the draft, so that sending again
 * after a lost reply, or after a reload, stores the answer once.
 */
export function useHandIn({ draft, change, current, finish }: DraftHandle) {
  const unanswered = draft.handing !== null && draft.handing.text === draft.text;
  const [state, setState] = useState<Handing>(
    unanswered ? { kind: "waiting", tries: 0, cause: "network", seconds: 1 } : { kind: "idle" },
  );
  const client = useQueryClient();
  const [, navigate] = useLocation();

  const send = useCallback(
    async (tries = 0) => {
      const { questionId, previousId, improves, text, predicted, handing } = current();
      const key = handing?.text === text ? handing.key : newKey();
      change({ handing: { key, text } });
      setState({ kind: "sending", tries });
      try {
        const answer = await handIn({
          answer: {
            question_id: questionId,
            text,
            previous_id: improves ?? previousId,
            predicted_level: predicted,
          },
          key,
        });
        client.setQueryData(answerQuery(answer.id).queryKey, answer);
        void client.invalidateQueries({ queryKey: answersQuery.queryKey });
        finish(text);
        announce(`Marked. ${answer.report.summary}`);
        navigate(`/answers/${answer.id}`, { replace: true });
      } catch (error) {
        setState(afterFailure(error, tries));
        if (error instanceof Refused && !error.passing) change({ handing: null });
      }
    },
    [change, client, current, finish, navigate],
  );

  useEffect(() => {
    if (state.kind !== "waiting") return;
    const again = () => void send(state.tries + 1);
    const timer = navigator.onLine ? window.setTimeout(again, state.seconds * 1000) : undefined;
    window.addEventListener("online", again);
    return () => {
      window.clearTimeout(timer);
      window.removeEventListener("online", again);
    };
  }, [state, send]);

  /** Stop trying: the text is being changed. */
  const withdraw = useCallback(() => {
    setState((now) => (now.kind === "sending" || now.kind === "idle" ? now : { kind: "idle" }));
    if (current().handing) change({ handing: null });
  }, [change, current]);

  return { state, send, withdraw };
}

function afterFailure(error: unknown, tries: number): Handing {
  const pause = PAUSES[Math.min(tries, PAUSES.length - 1)] ?? 30;
  if (error instanceof Unreachable) return { kind: "waiting", tries, cause: "network", seconds: pause };
  if (error instanceof Refused && error.passing) {
    return { kind: "waiting", tries, cause: "server", seconds: Math.max(pause, error.retryAfter ?? 0) };
  }
  if (error instanceof Refused) return { kind: "refused", title: error.title, detail: error.message };
  return { kind: "refused", title: "The reply could not be read", detail: "Hand it in again in a moment." };
}
