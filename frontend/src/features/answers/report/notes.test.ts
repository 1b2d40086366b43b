import { describe, expect, it } from "vitest";

import type { Factor, Report } from "../../../api/types";
import { notesOf, paragraphsOf, placeNotes } from "./notes";

function span(text: string, quote: string) {
  const before = text.slice(0, text.indexOf(quote));
  const start = Array.from(before).length;
  return { start, end: start + Array.from(quote).length, quote };
}

function factor(id: string, text: string, coverage: Factor["coverage"], ...quotes: string[]): Factor {
  return {
    factor_id: id,
    name: id,
    role: "alternative",
    coverage,
    stance: "affirmed",
    credit: 1,
    possible: false,
    evidence: quotes.map((quote) => ({ ...span(text, quote), point_id: null, strength: 1 })),
    sources: [],
    advice: "",
  };
}

const report = (factors: Factor[], rest: Partial<Report> = {}) =>
  ({ factors, misconceptions: [], flags: [], ...rest }) as unknown as Report;

const whole = (found: ReturnType<typeof paragraphsOf>) =>
  found.map((segments) => segments.map((segment) => segment.text).join("")).join("\n");

describe("spans are code points", () => {
  const text = "🙂 He said “no” 👩‍🚀 twice. The Party’s men 😀 were angry.";

  it("cuts after emoji and curly quotes where the API says", () => {
    const notes = notesOf(report([factor("a", text, "developed", "The Party’s men 😀 were angry.")]));
    const [segments] = paragraphsOf(text, notes);
    expect(segments?.map((segment) => segment.text)).toEqual([
      "🙂 He said “no” 👩‍🚀 twice. ",
      "The Party’s men 😀 were angry.",
    ]);
    expect(segments?.[1]?.notes).toEqual([1]);
  });

  it("would be wrong in UTF-16", () => {
    const { start, end, quote } = span(text, "The Party’s men 😀 were angry.");
    expect(text.slice(start, end)).not.toBe(quote);
  });
});

describe("segments", () => {
  const text = "One two three.\n\nFour five six.";

  it("splits overlapping spans so that each part knows its notes", () => {
    const notes = notesOf(
      report([factor("a", text, "developed", "One two"), factor("b", text, "mentioned", "two three.")]),
    );
    const [first] = paragraphsOf(text, notes);
    expect(first?.map((segment) => [segment.text, segment.notes])).toEqual([
      ["One ", [1]],
      ["two", [1, 2]],
      [" three.", [2]],
    ]);
    expect(first?.map((segment) => segment.begins)).toEqual([[1], [2], []]);
    expect(first?.map((segment) => segment.under)).toEqual([[], [], [1, 2]]);
  });

  it("carries a span over a paragraph's end and begins and opens it once", () => {
    const notes = notesOf(report([factor("a", text, "developed", "three.\n\nFour")]));
    const found = paragraphsOf(text, notes);
    expect(whole(found)).toBe("One two three.\nFour five six.");
    const marked = found.flat().filter((segment) => segment.notes.length);
    expect(marked.map((segment) => segment.text)).toEqual(["three.", "Four"]);
    expect(found.flat().map((segment) => segment.begins)).toEqual([[], [1], [], []]);
    expect(found.flat().map((segment) => segment.under)).toEqual([[], [], [], [1]]);
  });

  it("opens a note where its sentence ends, after the closing quote", () => {
    const said = "He said that “Stalin was a tyrant.” Then he left";
    const notes = notesOf(
      report([factor("a", said, "developed", "Stalin"), factor("b", said, "mentioned", "he left")]),
    );
    const [segments] = paragraphsOf(said, notes);
    expect(segments?.map((segment) => [segment.text, segment.under])).toEqual([
      ["He said that “", []],
      ["Stalin", []],
      [" was a tyrant.”", [1]],
      [" Then ", []],
      ["he left", [2]],
    ]);
  });

  it("is not put off by spaces and line ends inside a span", () => {
    const notes = notesOf(report([factor("a", text, "developed", " three.\n\n")]));
    const found = paragraphsOf(text, notes);
    expect(
      found
        .flat()
        .filter((segment) => segment.notes.length)
        .map((segment) => segment.text),
    ).toEqual(["three."]);
    expect(found.flat().flatMap((segment) => segment.under)).toEqual([1]);
  });

  it("gives factors on the same words one note, and an error its own", () => {
    const error = {
      ...span(text, "two"),
      misconception_id: "M01",
      correction: "",
      severity: "high",
      authority: [],
      verified: true,
    };
    const notes = notesOf(
      report([factor("a", text, "mentioned", "two"), factor("b", text, "developed", "two")], {
        misconceptions: [error as Report["misconceptions"][number]],
      }),
    );
    expect(notes.map((note) => note.kind)).toEqual(["credited", "error"]);
    expect(notes[0]?.factors.map((each) => each.factor_id)).toEqual(["a", "b"]);
  });

  it("gives neighbouring sentences that earn the same factor one note", () => {
    const said = "He cut tenure. They hated it. Then came Cuba.";
    const notes = notesOf(
      report([
        factor("a", said, "developed", "He cut tenure.", "They hated it."),
        factor("b", said, "mentioned", "Then came Cuba."),
      ]),
    );
    expect(notes.map((note) => [note.start, note.end, note.factors.length])).toEqual([
      [0, 29, 1],
      [30, 45, 1],
    ]);
  });

  it("shows a text without notes as it is", () => {
    expect(whole(paragraphsOf(text, []))).toBe("One two three.\nFour five six.");
    expect(paragraphsOf("", [])).toEqual([]);
  });
});

describe("placing notes", () => {
  it("keeps each beside its words when there is room, and never lets two overlap", () => {
    expect(placeNotes([0, 100, 110], [40, 40, 40], 8, -1)).toEqual([0, 100, 148]);
  });

  it("puts the open note beside its words and moves the others away", () => {
    expect(placeNotes([100, 110, 120], [40, 200, 40], 8, 1)).toEqual([62, 110, 318]);
  });

  it("never pushes a note above the page", () => {
    expect(placeNotes([0, 10, 20], [40, 40, 40], 8, 2)).toEqual([0, 48, 96]);
  });
});
