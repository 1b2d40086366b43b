/** A turn while it comes in, and what it makes of the conversation once it is whole. */
import type { TurnDone, TurnEvent } from "../../api/stream";
import type { Block, BlockKind, BlockOf, Conversation, Message, Turn, WordedClaim } from "../../api/types";

export interface Live {
  message: Message;
  /** Null until the server has taken the message. */
  number: number | null;
  blocks: readonly Block[];
  claims: readonly WordedClaim[];
}

export function spoken(message: Partial<Message>): Live {
  const { text = "", action = null, argument = null } = message;
  return { message: { text, action, argument }, number: null, blocks: [], claims: [] };
}

/** The turn with one more event in it. */
export function hear(live: Live, event: TurnEvent): Live {
  switch (event.event) {
    case "turn":
      return { ...live, number: event.data.number, message: event.data.message };
    case "block":
      return { ...live, blocks: [...live.blocks, event.data] };
    case "words":
      return { ...live, claims: [...live.claims, event.data] };
    case "done":
      return live;
  }
}

/** The whole turn. */
export function settled(live: Live, done: TurnDone, now: Date): Turn {
  const worded = live.claims.length > 0 || done.stopped;
  return {
    number: done.number,
    created: now.toISOString(),
    message: live.message,
    mode: done.mode,
    blocks: [...live.blocks],
    moves: done.moves,
    words: worded ? { claims: [...live.claims], model: "", stopped: done.stopped ?? null, cost: 0 } : null,
    complete: true,
  };
}

/** The conversation with a turn at its end; the same turn twice is one turn. */
export function joined(conversation: Conversation, turn: Turn): Conversation {
  const { turns } = conversation;
  const opened = turn.blocks.flatMap((block) =>
    block.kind === "questions" ? block.questions.filter(({ id }) => id === block.chosen) : [],
  );
  const marked = turn.blocks.flatMap((block) => (block.kind === "ledger" ? [block.answer.id] : []));
  return {
    ...conversation,
    mode: turn.mode,
    question: opened[0] ?? conversation.question,
    answer_id: marked.at(-1) ?? conversation.answer_id,
    turns: [...turns.filter(({ number }) => number < turn.number), turn],
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
