import { expect, it } from "vitest";

import { paragraphAt } from "./text";

const text = "First line.\n\n  \nSecond one.\nThird";

it("numbers the lines that have words, wherever in them the caret stands", () => {
  expect(paragraphAt(text, 0)).toEqual({ number: 1, start: 0 });
  expect(paragraphAt(text, 11)).toEqual({ number: 1, start: 0 });
  expect(paragraphAt(text, text.indexOf("Second"))).toEqual({ number: 2, start: 16 });
  expect(paragraphAt(text, text.length)).toEqual({ number: 3, start: 28 });
});

it("knows no paragraph where there are no words", () => {
  expect(paragraphAt(text, 12)).toBeNull();
  expect(paragraphAt(text, 14)).toBeNull();
  expect(paragraphAt("", 0)).toBeNull();
});
