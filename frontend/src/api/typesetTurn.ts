/** A tutor's turn in printed quotes. The student's own words, wherever a block quotes them, stay as they were typed. */
import { curly } from "../lib/quotes";
import type { Block, BlockKind, BlockOf, Conversation, NextStep, SourceRef, Turn } from "./types";
import { typesetAnswer, typesetQuestion } from "./typeset";

type Typesetter = { [Kind in BlockKind]?: (block: BlockOf<Kind>) => BlockOf<Kind> };

const card = <C extends BlockOf<"card">["card"]>(view: C): C => ({ ...view, question: curly(view.question) });
const step = (next: NextStep): NextStep => ({ ...next, text: curly(next.text) });
const source = (ref: SourceRef): SourceRef => ({ ...ref, title: curly(ref.title) });
const maybe = (text: string | null) => (text === null ? null : curly(text));

const BLOCKS: Typesetter = {
  said: (block) => ({ ...block, text: curly(block.text) }),
  card: (block) => ({ ...block, card: card(block.card), because: curly(block.because) }),
  card_marked: (block) => ({
    ...block,
    card: card(block.card),
    points: block.points.map((point) => ({ ...point, text: maybe(point.text) })),
    corrections: block.corrections.map((each) => ({ ...each, correction: curly(each.correction) })),
    answer: maybe(block.answer),
    sources: block.sources.map(source),
  }),
  hint: (block) => ({ ...block, text: curly(block.text) }),
  ledger: (block) => ({ ...block, answer: typesetAnswer(block.answer) }),
  step: (block) => ({ ...block, step: step(block.step) }),
  paragraph: (block) => ({
    ...block,
    parts: block.parts.map((part) => ({ ...part, advice: curly(part.advice) })),
  }),
  why: (block) => ({
    ...block,
    factors: block.factors.map((factor) => ({
      ...factor,
      name: curly(factor.name),
      advice: curly(factor.advice),
      sources: factor.sources.map(source),
    })),
    steps: block.steps.map(step),
  }),
  topic: (block) => ({ ...block, text: curly(block.text), sources: block.sources.map(source) }),
  guide: ({ guide, kind }) => ({
    kind,
    guide: { ...guide, do: curly(guide.do), trap: curly(guide.trap), signal: curly(guide.signal) },
  }),
  questions: (block) => ({ ...block, questions: block.questions.map(typesetQuestion) }),
  comparison: (block) => ({ ...block, comment: curly(block.comment) }),
  progress: (block) => ({ ...block, factors_mastered: block.factors_mastered.map(curly) }),
};

export function typesetBlock<Kind extends BlockKind>(block: BlockOf<Kind>): BlockOf<Kind> {
  const setter = BLOCKS[block.kind as Kind] as ((block: BlockOf<Kind>) => BlockOf<Kind>) | undefined;
  return setter ? setter(block) : block;
}

export function typesetTurn(turn: Turn): Turn {
  return {
    ...turn,
    blocks: turn.blocks.map((block) => typesetBlock(block) as Block),
    moves: turn.moves.map((move) => ({ ...move, label: curly(move.label) })),
  };
}

export function typesetConversation(conversation: Conversation): Conversation {
  const { question, turns } = conversation;
  return { ...conversation, question: question && typesetQuestion(question), turns: turns.map(typesetTurn) };
}
