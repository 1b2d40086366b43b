/** What a message is called in the log, and a reply as a person would read it out. */
import { range } from "../../lib/attempts";
import { plural } from "../../lib/text";
import { blockOf } from "./live";
import type { Action, Block, BlockKind, BlockOf, Message, Mode, Move, Turn } from "../../api/types";

/** Where the button that was pressed is no longer known. */
const PRESSED: Record<Action, string> = {
  help: "What can you do?",
  quiz: "Quiz me",
  show_answer: "Show me the answer",
  skip: "Skip",
  plan: "Help me plan",
  write: "Write",
  paragraph: "Read my last paragraph",
  mark: "Mark my draft",
  predict: "My guess",
  improve: "Improve my answer",
  rewrite: "My new version",
  undo: "Take it back",
  why: "Why not more marks?",
  hint: "Give me a hint",
  questions: "Another question",
  choose_question: "This question",
  command_word: "What does the question want?",
  exemplar: "Mark an exemplar",
  judge: "My judgement",
  topic: "About the topic",
  progress: "How am I doing?",
  done: "Stop",
  greet: "Hello",
  thanks: "Thank you",
};

/** What the student's side of the log shows for a message: the words typed, or what the button said. */
export function said(message: Message, before: readonly Move[]): string {
  const { text, action, argument } = message;
  if (text) return text;
  if (!action) return "";
  const move = before.find((each) => each.action === action && each.argument === argument);
  if (move) return move.label;
  if ((action === "predict" || action === "judge") && argument) return `Level ${argument}`;
  if (action === "paragraph" && argument) return `Read paragraph ${argument}`;
  return PRESSED[action];
}

/** The modes as buttons: what each is called, and what it is for. */
export const MODES: readonly { action: Exclude<Mode, "open">; name: string; about: string }[] = [
  { action: "quiz", name: "Quiz", about: "Quick recall, one card at a time." },
  { action: "plan", name: "Plan", about: "Your ideas, evidence for one, a line of argument." },
  { action: "write", name: "Write", about: "A paragraph read, or a whole draft marked." },
  { action: "improve", name: "Improve", about: "One next step at a time, and what it gains." },
];

// Short: the field of a small phone holds some twenty letters.
const FIELD: Record<Mode, string> = {
  open: "Write to the tutor",
  quiz: "Your own words",
  plan: "Your ideas, briefly",
  write: "Ask the tutor",
  improve: "Ask for a hint",
};

/** What the empty field suggests, by what the tutor has just asked. */
export function fieldHint(turn: Turn | undefined): string {
  if (!turn) return FIELD.open;
  const plan = blockOf(turn.blocks, "plan");
  if (turn.mode === "plan" && plan?.step === "evidence") return "A name, date, figure";
  if (turn.mode === "plan" && plan?.step === "line") return "Your line, in full";
  return FIELD[turn.mode];
}

export const STANDING_WORDS = { full: "Right", partial: "Partly", none: "Not yet" } as const;

type Reader = { [Kind in BlockKind]: (block: BlockOf<Kind>) => string };

const READ: Reader = {
  said: ({ text }) => text,
  card: ({ card, number, of }) => `Card ${number} of ${of}. ${card.question}`,
  card_marked: ({ standing, points, corrections, answer }) =>
    [
      `${STANDING_WORDS[standing]}: ${plural(points.filter(({ made }) => made).length, "point")} made.`,
      ...corrections.map(({ quote, correction }) => `Wrong: ${quote}. ${correction}`),
      answer ? `A full answer: ${answer}` : "",
    ].join(" "),
  hint: ({ text, step, of }) => `Hint ${step} of ${of}. ${text}`,
  plan: ({ roles, ideas }) => {
    const covered = roles.filter((role) => role.covered).length;
    return `Your plan: ${plural(ideas.length, "idea")}, ${covered} of ${roles.length} parts covered.`;
  },
  ledger: ({ answer: { report } }) => `Marked. ${report.summary}`,
  change: ({ gained, lost, range_before: before, range_after: after }) =>
    [
      `Gained ${gained.length}, lost ${lost.length}.`,
      before && after ? `${range(before)} marks before, ${range(after)} now.` : "",
    ].join(" "),
  step: ({ step }) => `Next step: ${step.text}`,
  paragraph: ({ number, parts }) =>
    `Paragraph ${number}: ${parts.map(({ part, score }) => `${part} ${thickness(score)}`).join(", ")}.`,
  why: ({ factors, steps }) =>
    [...factors.map(({ name, coverage }) => `${name}: ${coverage}.`), ...steps.map(({ text }) => text)].join(" "),
  topic: ({ text }) => text,
  guide: ({ guide }) => `${guide.name}. ${guide.do} The trap: ${guide.trap}`,
  questions: ({ questions, chosen }) =>
    chosen ? `Question: ${questions[0]?.text ?? ""}` : `${plural(questions.length, "question")} to choose from.`,
  exemplar: () => "An exemplar to read.",
  comparison: ({ guessed, level }) => `You said level ${guessed}, the examiner level ${level}.`,
  predict: ({ levels }) => `Choose a level, 1 to ${levels}.`,
  progress: ({ cards_known, cards_learning, cards_due }) =>
    `${plural(cards_known, "card")} known, ${cards_learning} being learnt, ${cards_due} due.`,
};

/** One block as words. */
export function aloud<Kind extends BlockKind>(block: BlockOf<Kind>): string {
  return (READ[block.kind as Kind] as (block: BlockOf<Kind>) => string)(block).trim();
}

/** A reply as it is read out while it comes in. */
export function reply(blocks: readonly Block[]): string {
  return blocks.map((block) => aloud(block)).join(" ");
}

/** How much of a part of a paragraph is there, 0 to 1, in a word. */
export function thickness(score: number): string {
  if (score >= 0.75) return "clear";
  if (score >= 0.5) return "there";
  return score >= 0.2 ? "thin" : "missing";
}
