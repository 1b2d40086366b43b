/** The field's terms as the page says them. */
import type { Factor, Flag, Question, Report } from "../api/types";

export const COMMAND_WORDS: Record<Question["command_word"], string> = {
  to_what_extent: "To what extent, how far",
  assess_validity: "Assess the validity of this view",
  reasons_and_results: "For what reasons, with what results",
  how_significant: "How significant",
  why_main_reason: "Was this the main reason",
  how: "How",
  how_successful: "How successful",
};

/** Roles in the order in which an answer meets them. */
export const ROLES: readonly { role: Factor["role"]; name: string }[] = [
  { role: "stated_factor", name: "The factor in the question" },
  { role: "reason", name: "Reasons" },
  { role: "alternative", name: "Other causes" },
  { role: "counter_argument", name: "Counter-arguments" },
  { role: "consequence", name: "Consequences" },
  { role: "context", name: "Context" },
  { role: "limit", name: "Limits" },
  { role: "other", name: "Also in this answer" },
];

export type Standing = "developed" | "mentioned" | "rejected" | "unsure" | "possible" | "absent";

/** From most to least, as lists and legends show them. */
export const STANDING_ORDER: readonly Standing[] = [
  "developed",
  "rejected",
  "mentioned",
  "unsure",
  "possible",
  "absent",
];

/**
 * How a factor stands: its coverage, that it was raised and argued down, that it is there only possibly (and counts
 * half), or that the words only come close.
 */
export function standing(factor: Pick<Factor, "coverage" | "stance" | "possible">): Standing {
  if (factor.possible) return factor.coverage === "absent" ? "possible" : "unsure";
  if (factor.coverage === "developed" && factor.stance === "rejected") return "rejected";
  return factor.coverage;
}

export const STANDINGS: Record<Standing, string> = {
  developed: "developed",
  mentioned: "mentioned",
  rejected: "argued down",
  unsure: "possible, check",
  possible: "not quite said",
  absent: "missing",
};

export const WITHHELD: Record<NonNullable<Report["withheld"]>, string> = {
  fragment: "This reads as part of an answer, so a mark would say nothing true about it.",
  notes: "These are notes. A level describes an argument in sentences, so there is none to give yet.",
  other_language: "Markscheme reads English only, so it cannot place this on the levels.",
};

export const FLAGS: Record<Flag["kind"], string> = {
  blank: "Nothing written",
  too_short: "Very short",
  off_question: "Off the question",
  other_question: "Answers another question",
  keyword_list: "A list of key words",
  repetition: "Says the same again",
  copied_source: "Copied words",
  copied_question: "The question copied out",
  instruction_to_marker: "Words to the marker",
  hidden_text: "Hidden characters",
  other_language: "Another language",
  notes_not_prose: "Notes, not sentences",
  fragment: "Part of an answer",
  over_length: "Very long",
};

/** The report's confidence in words a student can act on. */
export function sureness(report: Pick<Report, "confidence" | "needs_review">): string {
  if (report.needs_review) return "Have your teacher check this one.";
  if (report.confidence >= 0.75) return "Fairly sure of the level.";
  return "Sure to about one level either way.";
}
