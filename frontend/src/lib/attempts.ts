/** A student's past answers, as lists and plots need them. */
import type { AnswerSummary } from "../api/types";

/** Answers to one question, the latest first. */
export function attemptsAt(questionId: string, answers: readonly AnswerSummary[]): AnswerSummary[] {
  return answers
    .filter((a) => a.question_id === questionId)
    .sort((a, b) => b.created.localeCompare(a.created));
}

/** "12 to 16", or the one mark. */
export function range([low, high]: readonly [number, number]): string {
  return low === high ? String(low) : `${low} to ${high}`;
}

/** "level 3, 12 to 16 of 25", or that no mark was given. */
export function result(found: Pick<AnswerSummary, "level" | "mark_range" | "max_mark">): string {
  if (found.level === null || !found.mark_range) return "no mark given";
  return `level ${found.level}, ${range(found.mark_range)} of ${found.max_mark}`;
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
