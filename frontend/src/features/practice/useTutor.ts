/** One conversation: its turns, the turn that is coming in, and what stands in the way of the next. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";

import { Refused } from "../../api/client";
import { answerQuery, answersQuery, beginConversation, conversationQuery } from "../../api/queries";
import { say } from "../../api/stream";
import type { Answer, Block, Conversation, Message } from "../../api/types";
import { newKey } from "../../lib/drafts";
import { conversationId, keepConversation, keepOutgoing, type Outgoing, outgoing, useConversationId } from "./kept";
import { type Live, seen, spoken } from "./live";
import { useHearing } from "./useHearing";

export type Standing =
  | { kind: "ready" }
  | { kind: "busy" }
  /** No reply yet. The message is kept, and goes out again when the student says so. */
  | { kind: "waiting"; cause: "network" | "server"; seconds: number | null }
  /** Not taken. Typed words are back in the field. */
  | { kind: "moved" }
  | { kind: "gone" }
  | { kind: "refused"; title: string; detail: string };

export interface TutorOptions {
  questionId: string | undefined;
  /** What stands in the editor of a question. */
  draft: (questionId: string | undefined) => string;
  onMarked: (answer: Answer) => void;
  /** Typed words that were not taken: they belong back in the field. */
  onReturned: (text: string) => void;
}

/** Messages on their way, so that a tutor that is opened meanwhile does not take them for lost. */
const underWay = new Set<string>();

function leftOver(): Outgoing | null {
  const found = outgoing();
  return found && !underWay.has(found.key) ? found : null;
}

export function useTutor({ questionId, draft, onMarked, onReturned }: TutorOptions) {
  const client = useQueryClient();
  const id = useConversationId();
  const conversation = useQuery({ ...conversationQuery(id ?? ""), enabled: id !== null });
  const [live, setLive] = useState<Live | null>(() => {
    const found = leftOver();
    return found && spoken(found.body);
  });
  const [standing, setStanding] = useState<Standing>(() =>
    live ? { kind: "waiting", cause: "network", seconds: null } : { kind: "ready" },
  );
  const { take, rest } = useHearing(conversation.data, onBlock);

  function onBlock(block: Block): void {
    if (block.kind !== "ledger") return;
    client.setQueryData(answerQuery(block.answer.id).queryKey, block.answer);
    void client.invalidateQueries({ queryKey: answersQuery.queryKey });
    onMarked(block.answer);
  }

  async function conversationFor(message: Outgoing): Promise<Conversation> {
    const known = message.conversationId ?? conversationId();
    if (known) return client.ensureQueryData(conversationQuery(known));
    const begun = await beginConversation({ question_id: questionId ?? null }, newKey());
    client.setQueryData(conversationQuery(begun.id).queryKey, begun);
    keepConversation(begun.id);
    return begun;
  }

  /** Send one message; done when its turn stands in the conversation. Throws what `say` throws. */
  async function exchange(to: Conversation, message: Outgoing): Promise<Conversation> {
    const turn = spoken(message.body);
    setLive(turn);
    const body = { ...message.body, seen: seen(to) };
    const events = say({ conversationId: to.id, body, key: message.key });
    const [heard, whole] = await take(to, turn, events, setLive);
    void rest(to.id, heard, events);
    return whole;
  }

  async function deliver(message: Outgoing): Promise<void> {
    setStanding({ kind: "busy" });
    setLive(spoken(message.body));
    underWay.add(message.key);
    let to: Conversation | null = null;
    try {
      to = await conversationFor(message);
      keepOutgoing({ ...message, conversationId: to.id });
      if (questionId && to.question?.id !== questionId) {
        const choice = { text: "", draft: "", action: "choose_question" as const, argument: questionId };
        to = await exchange(to, { key: newKey(), body: choice, conversationId: to.id });
      }
      await exchange(to, message);
      keepOutgoing(null);
      setStanding({ kind: "ready" });
    } catch (error) {
      const next = afterFailure(error);
      setStanding(next);
      if (next.kind === "waiting") return;
      putBack(message);
      if (next.kind === "moved") void readAgain(to?.id ?? null);
    } finally {
      underWay.delete(message.key);
    }
  }

  function readAgain(which: string | null): void {
    if (which) void client.invalidateQueries({ queryKey: conversationQuery(which).queryKey });
  }

  function putBack(message: Outgoing): void {
    keepOutgoing(null);
    setLive(null);
    if (message.body.text && !message.body.action) onReturned(message.body.text);
  }

  /** Say something, unless a message is still on its way: then false, and nothing is lost. */
  function send(message: Partial<Message>): boolean {
    if (standing.kind === "busy" || standing.kind === "waiting") return false;
    const { text = "", action = null, argument = null } = message;
    const asks = action === null || action === "mark" || action === "paragraph";
    const about = questionId ?? conversation.data?.question?.id;
    const body = { text, action, argument, draft: asks ? draft(about) : "" };
    const outgoing = { key: newKey(), body, conversationId: id };
    keepOutgoing(outgoing);
    void deliver(outgoing);
    return true;
  }

  function sendAgain(): void {
    const message = outgoing();
    if (message) void deliver(message);
    else setStanding({ kind: "ready" });
  }

  /** Give up on the message that waits. It may have arrived, so the conversation is read again. */
  function takeBack(): void {
    const message = outgoing();
    if (message) putBack(message);
    setStanding({ kind: "ready" });
    readAgain(id);
  }

  /** Leave this conversation; it stays on the server. */
  function startAfresh(): void {
    takeBack();
    keepConversation(null);
  }

  // Once the conversation has the turn, it is no longer coming in; which of the two is told first does not matter.
  const whole = conversation.data?.turns.some(({ number }) => number === live?.begun?.number) ?? false;
  return { conversation, begun: id !== null, live: whole ? null : live, standing, send, sendAgain, takeBack, startAfresh };
}

function afterFailure(error: unknown): Standing {
  if (!(error instanceof Refused)) return { kind: "waiting", cause: "network", seconds: null };
  if (error.passing) return { kind: "waiting", cause: "server", seconds: error.retryAfter };
  if (error.kind === "conversation-moved") return { kind: "moved" };
  if (error.kind === "unknown-conversation") return { kind: "gone" };
  return { kind: "refused", title: error.title, detail: error.message };
}
