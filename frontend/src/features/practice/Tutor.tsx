import { useEffect, useRef } from "react";

import { Refused } from "../../api/client";
import type { Action, Answer } from "../../api/types";
import { drafts } from "../../lib/drafts";
import { LONGEST } from "../../lib/text";
import { Bones } from "../../ui/Bones";
import { announce } from "../../ui/announce";
import { Composer } from "./Composer";
import { DeskContext } from "./context";
import { useTyped } from "./kept";
import { Log } from "./Log";
import { Modes } from "./Modes";
import { Start } from "./Start";
import { Strip } from "./Strip";
import "./tutor.css";
import "./dock.css";
import { useTutor } from "./useTutor";

export interface TutorProps {
  /** The question in front of the student; the conversation turns to it with their first message. */
  questionId?: string;
  /** What stands in the editor; without it, the draft that this device keeps of the question. */
  draft?: () => string;
  /** Where a finished plan goes; without it, into the question's draft. */
  onOutline?: (outline: string) => void;
  onMarked?: (answer: Answer) => void;
  /** Something asked for outside the tutor, as a button beside the editor does; a new nonce asks again. */
  ask?: { action: Action; argument: string | null; nonce: number } | null;
  /** In a panel: one column, scrolling by itself. */
  compact?: boolean;
}

/** The tutor's chat: one conversation, on its own page and beside the editor alike. */
export function Tutor({ questionId, draft, onOutline, onMarked, ask = null, compact = false }: TutorProps) {
  const [typed, type] = useTyped("typed");
  const field = useRef<HTMLTextAreaElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const tutor = useTutor({
    questionId,
    draft: (about) => draft?.() ?? keptDraft(about),
    onMarked: (answer) => (onMarked ? onMarked(answer) : forget(answer)),
    onReturned: (text) => type((now) => (now.trim() ? `${text}\n${now}` : text)),
  });
  const { conversation, live, standing } = tutor;
  const data = tutor.begun ? conversation.data : undefined;
  const gone = conversation.error instanceof Refused && conversation.error.status === 404;
  useRefocus(data?.turns.length ?? 0, scroller);

  const asked = useRef(0);
  useEffect(() => {
    if (!ask || asked.current === ask.nonce) return;
    asked.current = ask.nonce;
    tutor.send({ action: ask.action, argument: ask.argument });
  });

  function submit(): void {
    const text = typed.trim();
    if (!text) return;
    if (tutor.send({ text })) type("");
    else announce("Your last message has no reply yet. What you type stays here.");
  }

  const elsewhere = questionId !== undefined && data?.question?.id !== questionId;
  const opening = !live && (data === undefined || elsewhere);
  const desk = {
    send: tutor.send,
    busy: standing.kind === "busy" || standing.kind === "waiting",
    question: data?.question ?? null,
    onOutline,
  };
  return (
    <DeskContext value={desk}>
      <section className={`tutor${compact ? " is-compact" : ""}`} aria-label="Tutor">
        <div ref={scroller} className="tutor-scroll" tabIndex={compact ? 0 : undefined} role={compact ? "region" : undefined} aria-label={compact ? "Conversation with the tutor" : undefined}>
          {tutor.begun && conversation.isPending && !live && <Bones widths={["60%", "85%", "40%"]} />}
          {(data || live) && <Log turns={data?.turns ?? []} live={live} waiting={standing.kind === "waiting"} past={elsewhere && !live} />}
          {opening && !(tutor.begun && conversation.isPending) && <Start question={questionId !== undefined} />}
        </div>
        <div className="tutor-dock no-print">
          <Strip
            standing={gone ? { kind: "gone" } : standing}
            unread={tutor.begun && !gone && conversation.error ? () => void conversation.refetch() : null}
            onAgain={tutor.sendAgain}
            onTakeBack={tutor.takeBack}
            onAfresh={tutor.startAfresh}
          />
          {!opening && <Modes mode={data?.mode ?? "open"} />}
          <Composer
            ref={field}
            text={typed}
            last={data?.turns.at(-1)}
            onType={type}
            onSend={submit}
            onLeave={() => lastReply(scroller.current)?.focus()}
          />
        </div>
      </section>
    </DeskContext>
  );
}

/** The draft that this device keeps, where it is not too long to send along. */
function keptDraft(questionId: string | undefined): string {
  const text = questionId ? (drafts.load(questionId)?.text ?? "") : "";
  return text.length > LONGEST ? "" : text;
}

/** A draft that has been marked is the server's: it need not stand among those in progress. */
function forget(answer: Answer): void {
  if (drafts.load(answer.question_id)?.text === answer.text) drafts.remove(answer.question_id);
}

function lastReply(within: HTMLElement | null): HTMLElement | null {
  return [...(within?.querySelectorAll<HTMLElement>(".tutor-reply") ?? [])].at(-1) ?? null;
}

/** A pressed button goes away with its turn: whoever pressed it goes on at the reply, not at the top of the page. */
function useRefocus(turns: number, scroller: React.RefObject<HTMLDivElement | null>): void {
  const before = useRef(turns);
  useEffect(() => {
    if (turns > before.current && document.activeElement === document.body) {
      lastReply(scroller.current)?.focus({ preventScroll: true });
    }
    before.current = turns;
  }, [turns, scroller]);
}
