import { Link } from "wouter";

import type { Action, BlockKind, Move, Turn } from "../../api/types";
import { drafts, newDraft } from "../../lib/drafts";
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
  const moves = turn.moves.filter(({ action }) => !drawn.includes(action));
  const writing = turn.moves.some(({ action }) => action === "paragraph");
  const toEditor = question !== null && !onOutline && writing;

  function press({ action, argument }: Move): void {
    if (!send({ action, argument })) return;
    const plan = blockOf(turn.blocks, "plan");
    if (action === "write" && argument === "plan" && plan?.outline) {
      (onOutline ?? carry(plan.question_id))(plan.outline);
    }
  }

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
          onClick={() => press(move)}
        >
          {move.label}
        </button>
      ))}
    </div>
  );
}

/** Put an outline at the head of a question's draft, once. */
export function carry(questionId: string): (outline: string) => void {
  return (outline) => {
    const draft = drafts.load(questionId) ?? newDraft(questionId);
    if (draft.text.includes(outline)) return;
    const text = draft.text.trim() ? `${outline}\n\n${draft.text}` : `${outline}\n\n`;
    drafts.save({ ...draft, text, saved: Date.now() });
  };
}
