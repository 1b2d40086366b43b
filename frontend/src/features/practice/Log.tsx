import { useLayoutEffect, useRef, useState } from "react";

import type { Turn } from "../../api/types";
import { plural } from "../../lib/text";
import { type Live, openStep } from "./live";
import { RewriteBox } from "./RewriteBox";
import { TurnView } from "./TurnView";

/** How many of the latest turns stand open; the older ones are a press away. */
const OPEN = 12;
/** So few are not worth a button. */
const FEW = 4;
const MORE = 40;
/** Pixels between a turn and the edge of its panel. */
const EDGE = 16;

interface LogProps {
  turns: readonly Turn[];
  live: Live | null;
  /** The live turn's message has not been taken yet. */
  waiting: boolean;
  /** All of it is about another question: folded. */
  past: boolean;
}

/** What has been said. New words are announced elsewhere, so the log itself stays quiet. */
export function Log({ turns, live, waiting, past }: LogProps) {
  const [shown, show] = useState(OPEN);
  const log = useRef<HTMLDivElement>(null);
  useFollow(log, turns.at(-1)?.number ?? 0, live);
  const open = past && shown === OPEN ? 0 : shown;
  const hidden = turns.length > open + FEW ? turns.length - open : open ? 0 : turns.length;
  const visible = turns.slice(hidden);
  const last = live || past ? null : turns.length - 1;
  const step = past || live ? null : openStep(turns);
  const stepTurn = step === null ? undefined : turns[step];
  return (
    <div ref={log} role="log" aria-live="off" aria-label="Conversation" className="tutor-log">
      {hidden > 0 && (
        <button type="button" className="button plain tutor-older no-print" onClick={() => show(shown + MORE)}>
          Show {plural(Math.min(hidden, MORE), "earlier turn")}
        </button>
      )}
      {visible.map((turn, index) => {
        const at = hidden + index;
        return (
          <TurnView key={turn.number} turn={turn} before={turns[at - 1]} current={at === last}>
            {at === last && stepTurn && <RewriteBox turn={stepTurn} />}
          </TurnView>
        );
      })}
      {live && <TurnView key={live.begun?.number ?? "live"} live={live} before={turns.at(-1)} waiting={waiting} />}
    </div>
  );
}

/** Keep the newest words in view: all of a turn where it fits, else its beginning. */
function useFollow(log: React.RefObject<HTMLDivElement | null>, last: number, live: Live | null): void {
  const seen = useRef({ last, blocks: -1 });
  const blocks = live ? live.blocks.length + live.claims.length : -1;
  useLayoutEffect(() => {
    const before = seen.current;
    seen.current = { last, blocks };
    if (before.last === last && before.blocks === blocks) return;
    const turn = log.current?.lastElementChild;
    if (turn) bringIntoView(turn);
  }, [log, last, blocks]);
}

function bringIntoView(turn: Element): void {
  const box = turn.closest(".tutor-scroll");
  const place = turn.getBoundingClientRect();
  if (!box || getComputedStyle(box).overflowY !== "auto" || box.scrollHeight <= box.clientHeight) {
    const fits = place.height < window.innerHeight * 0.6;
    turn.scrollIntoView({ block: fits ? "end" : "start", behavior: "smooth" });
    return;
  }
  // In a panel only the panel moves: the page beside it stays where the writer is.
  const inside = box.getBoundingClientRect();
  const by = place.height < inside.height ? place.bottom - inside.bottom + EDGE : place.top - inside.top - EDGE;
  box.scrollBy({ top: by, behavior: "smooth" });
}
