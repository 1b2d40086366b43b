import { expect, it } from "vitest";

import type { AnswerSummary, Factor, Report } from "../../../api/types";
import { courses, mastery } from "./mastery";

const answer = (id: string, question: string, created: string) =>
  ({ id, question_id: question, created }) as AnswerSummary;
const report = (...found: [string, Factor["coverage"], Factor["role"]?][]) =>
  ({
    factors: found.map(([factor_id, coverage, role = "reason"]) => ({ factor_id, coverage, role })),
  }) as Report;

it("puts the question answered last first, and its first answer first", () => {
  const found = courses([answer("a", "q1", "2026-01-01"), answer("b", "q2", "2026-01-02"), answer("c", "q1", "2026-01-03")]);
  expect(found.map((each) => each.questionId)).toEqual(["q1", "q2"]);
  expect(found[0]?.attempts.map((each) => each.id)).toEqual(["a", "c"]);
});

it("keeps a factor once it was developed, though a later answer leaves it out", () => {
  const { developed, named, asked } = mastery([
    report(["split", "developed"], ["cuba", "mentioned"], ["corn", "absent"]),
    report(["split", "absent"], ["cuba", "absent"], ["corn", "absent"], ["space", "developed", "other"]),
  ]);
  expect(developed.map((factor) => factor.factor_id)).toEqual(["split", "space"]);
  expect(named.map((factor) => factor.factor_id)).toEqual(["cuba"]);
  expect(asked).toBe(3);
});
