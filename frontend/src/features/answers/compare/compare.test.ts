import { describe, expect, it } from "vitest";

import type { Factor, Report } from "../../../api/types";
import { errorChanges, factorChanges, readable, wordChanges } from "./compare";

const factor = (factor_id: string, coverage: Factor["coverage"]) =>
  ({ factor_id, coverage, name: factor_id }) as Factor;
const report = (factors: Factor[], errors: string[] = []) =>
  ({
    factors,
    misconceptions: errors.map((misconception_id) => ({ misconception_id })),
  }) as unknown as Report;

describe("factors", () => {
  it("are gained, deepened, kept, weakened or lost, and never both", () => {
    const before = report([
      factor("a", "absent"),
      factor("b", "mentioned"),
      factor("c", "developed"),
      factor("d", "developed"),
      factor("e", "mentioned"),
      factor("f", "absent"),
    ]);
    const after = report([
      factor("a", "mentioned"),
      factor("b", "developed"),
      factor("c", "developed"),
      factor("d", "mentioned"),
      factor("e", "absent"),
      factor("f", "absent"),
    ]);
    expect(factorChanges(before, after).map(({ factor: each, kind }) => [each.factor_id, kind])).toEqual([
      ["a", "gained"],
      ["b", "deepened"],
      ["c", "kept"],
      ["d", "weakened"],
      ["e", "lost"],
    ]);
  });

  it("that only one report names count too", () => {
    const changes = factorChanges(report([factor("x", "developed")]), report([factor("y", "mentioned")]));
    expect(changes.map(({ factor: each, kind }) => [each.factor_id, kind])).toEqual([
      ["y", "gained"],
      ["x", "lost"],
    ]);
  });
});

it("errors are mended or fresh", () => {
  const { mended, fresh } = errorChanges(report([], ["M01", "M02"]), report([], ["M02", "M03"]));
  expect(mended.map((error) => error.misconception_id)).toEqual(["M01"]);
  expect(fresh.map((error) => error.misconception_id)).toEqual(["M03"]);
});

describe("words", () => {
  const join = (runs: ReturnType<typeof wordChanges>, ...kinds: string[]) =>
    runs
      .filter((run) => kinds.includes(run.kind))
      .map((run) => run.text)
      .join("");

  it("are found where they changed", () => {
    expect(wordChanges("He fell in 1963 because of Cuba.", "He fell in 1964 because of Cuba.")).toEqual([
      { kind: "same", text: "He fell in " },
      { kind: "cut", text: "1963 " },
      { kind: "added", text: "1964 " },
      { kind: "same", text: "because of Cuba." },
    ]);
  });

  it("give back the new text whole, emoji and all", () => {
    const before = "One two three.\n\nFour “five” 🙂 six.";
    const after = "Zero. One three.\n\nFour “five” 🙂 six seven.\nEight.";
    expect(join(wordChanges(before, after), "same", "added")).toBe(after);
  });

  it("have nothing to show for the same text, and everything for a new one", () => {
    expect(wordChanges("a b", "a b")).toEqual([{ kind: "same", text: "a b" }]);
    expect(wordChanges("", "a b")).toEqual([{ kind: "added", text: "a b" }]);
    expect(wordChanges("", "")).toEqual([]);
  });

  it("that only a word or two keeps apart are shown as one change", () => {
    const runs = readable(
      wordChanges("He lost the war of words and left.", "She won the peace of mind and left."),
    );
    expect(runs).toEqual([
      { kind: "cut", text: "He lost the war of words " },
      { kind: "added", text: "She won the peace of mind " },
      { kind: "same", text: "and left." },
    ]);
  });

  it("of two long essays are compared quickly", () => {
    const essay = (word: string) =>
      Array.from({ length: 3500 }, (_, index) => `${word}${index % 97}`).join(" ");
    const started = performance.now();
    expect(join(wordChanges(essay("a"), essay("b")), "added")).toBe(essay("b"));
    expect(performance.now() - started).toBeLessThan(2000);
  });
});
