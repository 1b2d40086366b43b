import { Link } from "wouter";

import type { Action, BlockKind, Turn } from "../../api/types";
import { useDesk } from "./context";
import { blockOf } from "./live";

/** Buttons that a block of the turn already is. */
const DRAWN: Partial<Record<BlockKind, readonly Action[]>> = {
  predict: ["predict", "judge"],
  questions: ["choose_question"],
};

/** What can be done next, as buttons under the last turn. */
export function Moves({ turn }: { turn: Turn }) {
  const { send, busy, question, onOutline } = useDesk();
  const drawn = turn.blocks.flatMap(({ kind }) => DRAWN[kind] ?? []);
  // A finished plan carries itself to the editor.
  const planned = Boolean(blockOf(turn.blocks, "plan")?.outline);
  const moves = turn.moves.filter(({ action }) => !drawn.includes(action) && !(planned && action === "write"));
  const writing = turn.moves.some(({ action }) => action === "paragraph");
  const toEditor = question !== null && !onOutline && writing;

  if (!moves.length && !toEditor) return null;
  return (
    <div className="tutor-moves no-print" role="group" aria-label="What next">
      {toEditor && (
        <Link href={`/questions/${question.id}`} className="button primary">
          Go to the editor
        </Link>
      )}
      {moves.map((move) => (
        <button
          key={`${move.action} ${move.argument} ${move.label}`}
          type="button"
          className="button"
          aria-disabled={busy || undefined}
          onClick={() => send({ action: move.action, argument: move.argument })}
        >
          {move.label}
        </button>
      ))}
    </div>
  );
}
