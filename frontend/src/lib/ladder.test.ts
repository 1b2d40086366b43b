import { expect, it } from "vitest";

import type { Band } from "../api/types";
import { height } from "./ladder";

const band = (level: number, low: number, high: number): Band => ({
  level,
  marks: [low, high],
  name: "",
  knowledge: "",
  judgement: "",
});
const bands = [band(1, 1, 5), band(2, 6, 10), band(3, 11, 20)];

it("stands a mark inside its own level, however wide the level is", () => {
  expect(height(bands, 1, "lower")).toBe(0);
  expect(height(bands, 5, "upper")).toBeCloseTo(1 / 3);
  expect(height(bands, 6, "lower")).toBeCloseTo(1 / 3);
  expect(height(bands, 20, "upper")).toBe(1);
  expect(height(bands, 15, "middle")).toBeCloseTo((2 + 4.5 / 10) / 3);
});

it("keeps a blank answer on the ground", () => {
  expect(height(bands, 0, "upper")).toBe(0);
});
