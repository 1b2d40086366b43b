/** A turn while it comes in, and what it makes of the conversation once it is whole. */
import type { TurnBegun, TurnDone, TurnEvent } from "../../api/stream";
import type { Block, BlockKind, BlockOf, Conversation, Message, Turn, WordedClaim } from "../../api/types";

export interface Live {
  message: Message;
  /** Null until the server has taken the message. */
  begun: TurnBegun | null;
  blocks: readonly Block[];
  claims: readonly WordedClaim[];
  done: TurnDone | null;
}

export function spoken(message: Partial<Message>): Live {
  const { text = "", action = null, argument = null } = message;
  return { message: { text, action, argument }, begun: null, blocks: [], claims: [], done: null };
}

/** A turn that the conversation has already, but for what a language model still has to say. */
export function resumed(turn: Turn): Live {
  const { number, message, mode, moves, blocks } = turn;
  const begun = { number, message, mode, moves, blocks: blocks.length };
  return { message, begun, blocks, claims: [], done: null };
}

/** The turn with one more event in it. */
export function hear(live: Live, event: TurnEvent): Live {
  switch (event.event) {
    case "turn":
      return { ...live, begun: event.data, message: event.data.message };
    case "block":
      return { ...live, blocks: [...live.blocks, event.data] };
    case "words":
      return { ...live, claims: [...live.claims, event.data] };
    case "done":
      return { ...live, done: event.data };
  }
}

/** The turn as it stands in the conversation, once all its blocks are in; null before. */
export function standing(live: Live, now: Date): Turn | null {
  const { begun, blocks, claims, done } = live;
  if (!begun || blocks.length < begun.blocks) return null;
  const stopped = done?.stopped ?? null;
  return {
    number: begun.number,
    created: now.toISOString(),
    message: live.message,
    mode: done?.mode ?? begun.mode,
    blocks: [...blocks],
    moves: done?.moves ?? begun.moves,
    words:
      claims.length || stopped
        ? { claims: [...claims], model: done?.model ?? "", stopped, cost: done?.cost ?? null }
        : null,
    complete: done !== null,
  };
}

/** The conversation with a turn in its place: a new one at the end, one that is there already as it is now. */
export function joined(conversation: Conversation, turn: Turn): Conversation {
  const { turns } = conversation;
  const known = turns.some(({ number }) => number === turn.number);
  if (known) return { ...conversation, turns: turns.map((each) => (each.number === turn.number ? turn : each)) };
  const opened = turn.blocks.flatMap((block) =>
    block.kind === "questions" ? block.questions.filter(({ id }) => id === block.chosen) : [],
  );
  const marked = turn.blocks.flatMap((block) => (block.kind === "ledger" ? [block.answer.id] : []));
  return {
    ...conversation,
    mode: turn.mode,
    question: opened[0] ?? conversation.question,
    answer_id: marked.at(-1) ?? conversation.answer_id,
    turns: [...turns, turn],
  };
}

/** The number of the last turn there is, which is how many there are. */
export function seen(conversation: Conversation): number {
  return conversation.turns.at(-1)?.number ?? 1;
}

/** The place of the turn whose step is still to be taken, if one is: a step stays open until the next, or the way out. */
export function openStep(turns: readonly Turn[]): number | null {
  for (let at = turns.length - 1; at >= 0; at -= 1) {
    const turn = turns[at];
    if (!turn || turn.mode !== "improve") return null;
    if (turn.moves.some(({ action, argument }) => action === "improve" && argument === "next")) return null;
    if (turn.blocks.some(({ kind }) => kind === "step")) return at;
  }
  return null;
}

/** The first block of a kind. */
export function blockOf<Kind extends BlockKind>(blocks: readonly Block[], kind: Kind): BlockOf<Kind> | undefined {
  return blocks.find((block): block is BlockOf<Kind> => block.kind === kind);
}
