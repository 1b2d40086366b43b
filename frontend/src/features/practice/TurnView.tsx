import type { KeyboardEvent, ReactNode } from "react";

import type { Turn } from "../../api/types";
import { BlockView } from "./blocks/BlockView";
import { Worded } from "./blocks/Worded";
import { useDesk } from "./context";
import { blockOf, type Live } from "./live";
import { Moves } from "./Moves";
import { Thinking } from "./Thinking";
import { Typed } from "./Typed";
import { said } from "./words";

type TurnViewProps = { before: Turn | undefined; children?: ReactNode } & (
  | { turn: Turn; current: boolean; live?: undefined; waiting?: undefined }
  | { live: Live; waiting: boolean; turn?: undefined; current?: undefined }
);

/** One exchange: what the student said, and the tutor's reply as far as it has come. */
export function TurnView({ turn, live, before, current = false, waiting = false, children }: TurnViewProps) {
  const { send } = useDesk();
  const { message, blocks } = turn ?? live;
  const claims = turn ? (turn.words?.claims ?? []) : live.claims;
  const words = said(message, before?.moves ?? []);
  const ladder = current ? blockOf(blocks, "predict") : undefined;

  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    const level = Number(event.key);
    const typing = event.target instanceof HTMLTextAreaElement;
    if (!ladder || typing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (!Number.isInteger(level) || level < 1 || level > ladder.levels) return;
    event.preventDefault();
    send({ action: ladder.what === "draft" ? "predict" : "judge", argument: event.key });
  }

  return (
    <div className={`tutor-turn${current ? " is-current" : ""}`}>
      {words && (
        <article className={`tutor-said is-yours${waiting ? " is-waiting" : ""}`} aria-label="You">
          <p className="tutor-who" aria-hidden="true">
            You
          </p>
          {message.text ? <Typed text={words} /> : <p className="tutor-pressed">{words}</p>}
        </article>
      )}
      {!waiting && (
        <article className="tutor-said tutor-reply" aria-label="Tutor" tabIndex={-1} onKeyDown={onKeyDown}>
          <p className="tutor-who" aria-hidden="true">
            Tutor
          </p>
          <div className="tutor-blocks">
            {blocks.map((block, index) => (
              <BlockView key={index} block={block} current={current} />
            ))}
            {live && blocks.length === 0 && <Thinking action={message.action} />}
            <Worded claims={claims} words={turn?.words ?? null} />
            {children}
            {current && turn && <Moves turn={turn} />}
          </div>
        </article>
      )}
    </div>
  );
}
