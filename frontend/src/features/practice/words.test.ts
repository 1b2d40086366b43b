import { expect, it } from "vitest";

import type { Message } from "../../api/types";
import { aloud, said, thickness } from "./words";

const message = (part: Partial<Message>): Message => ({ text: "", action: null, argument: null, ...part });

it("shows what was typed, or what the button said", () => {
  const moves = [{ label: "Help me plan it", action: "plan" as const, argument: null }];
  expect(said(message({ text: "plan, please" }), moves)).toBe("plan, please");
  expect(said(message({ action: "plan" }), moves)).toBe("Help me plan it");
  expect(said(message({ action: "plan" }), [])).toBe("Help me plan");
  expect(said(message({ action: "predict", argument: "3" }), [])).toBe("Level 3");
  expect(said(message({ action: "rewrite", text: "In 1959 …" }), [])).toBe("In 1959 …");
  expect(said(message({}), [])).toBe("");
});

it("reads a reply out in words, not in shapes", () => {
  expect(aloud({ kind: "hint", text: "Think of 1962.", step: 2, of: 3 })).toBe("Hint 2 of 3. Think of 1962.");
  expect(aloud({ kind: "predict", levels: 5, what: "draft" })).toBe("Choose a level, 1 to 5.");
  const card = { id: "c", topic: "", question: "Who?", needed: 2 };
  const points = [{ made: true, text: "He did", quote: null }, { made: false, text: null, quote: null }];
  const marked = { kind: "card_marked" as const, card, points, corrections: [], sources: [], due: null };
  expect(aloud({ ...marked, standing: "partial", revealed: false, answer: null })).toBe("Partly: 1 point made.");
});

it("says how much of a part is there in a word", () => {
  expect([0, 0.2, 0.5, 0.75].map(thickness)).toEqual(["missing", "thin", "there", "clear"]);
});
