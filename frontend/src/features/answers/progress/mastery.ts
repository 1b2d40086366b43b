/** What a student's answers to one question add up to. */
import type { AnswerSummary, Factor, Report } from "../../../api/types";
import { attemptsAt } from "../../../lib/attempts";

export interface Course {
  questionId: string;
  /** The answers to it, the first one first. */
  attempts: AnswerSummary[];
}

/** Answers by question, the question answered last first. */
export function courses(answers: readonly AnswerSummary[]): Course[] {
  const latest = answers.toSorted((a, b) => b.created.localeCompare(a.created));
  return Array.from(new Set(latest.map((answer) => answer.question_id)), (questionId) => ({
    questionId,
    attempts: attemptsAt(questionId, answers).reverse(),
  }));
}

export interface Mastery {
  developed: Factor[];
  /** Raised in some answer and developed in none. */
  named: Factor[];
  /** How many factors the question asks for. */
  asked: number;
}

/** The factors developed at least once in any of the reports, and those only ever named. */
export function mastery(reports: readonly Report[]): Mastery {
  const best = new Map<string, Factor>();
  for (const { factors } of reports) {
    for (const factor of factors) {
      const before = best.get(factor.factor_id);
      if (!before || RANK[factor.coverage] > RANK[before.coverage]) best.set(factor.factor_id, factor);
    }
  }
  const found = [...best.values()];
  return {
    developed: found.filter((factor) => factor.coverage === "developed"),
    named: found.filter((factor) => factor.coverage === "mentioned"),
    asked: found.filter((factor) => factor.role !== "other").length,
  };
}

const RANK: Record<Factor["coverage"], number> = { absent: 0, mentioned: 1, developed: 2 };
