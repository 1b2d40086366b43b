/** The margin notes of a script: what each one is about, its number and its place. */
import type { Factor, Flag, Misconception, Report } from "../../../api/types";
import { CodePoints } from "../../../lib/text";
import { standing } from "../../../lib/words";

export type Kind = "credited" | "mentioned" | "possible" | "error" | "flag";

export interface Note {
  number: number;
  kind: Kind;
  /** Half-open, in code points. */
  start: number;
  end: number;
  factors: Factor[];
  errors: Misconception[];
  flags: Flag[];
}

export interface Segment {
  text: string;
  /** Numbers of the notes that cover it. */
  notes: number[];
  /** Numbers of the notes that begin here, and of those to open after it: their sentence ends here. */
  begins: number[];
  under: number[];
}

type Draft = Omit<Note, "number" | "kind">;

/** Notes in the order of the script. Factors that rest on the same words share one; an error has its own. */
export function notesOf(report: Report): Note[] {
  const found = new Map<string, Draft>();
  const at = (group: string, start: number, end: number): Draft => {
    const key = `${group} ${start} ${end}`;
    const note = found.get(key) ?? { start, end, factors: [], errors: [], flags: [] };
    found.set(key, note);
    return note;
  };
  for (const factor of report.factors) {
    for (const { start, end } of factor.evidence) at("factor", start, end).factors.push(factor);
  }
  for (const error of report.misconceptions) at("error", error.start, error.end).errors.push(error);
  for (const flag of report.flags) {
    if (flag.start !== null && flag.end !== null) at("flag", flag.start, flag.end).flags.push(flag);
  }
  const inOrder = Array.from(found.values())
    .filter((note) => note.end > note.start)
    .sort((a, b) => a.start - b.start || a.end - b.end);
  return joinNeighbours(inOrder).map((note, index) => ({ ...note, number: index + 1, kind: kindOf(note) }));
}

/** Neighbouring sentences that earn the same factors, or the same remark, are one stretch and get one note. */
function joinNeighbours(notes: readonly Draft[]): Draft[] {
  const joined: Draft[] = [];
  for (const note of notes) {
    const before = note.errors.length ? undefined : joined.findLast((each) => about(each) === about(note));
    if (before && note.start - before.end <= 1) {
      before.end = Math.max(before.end, note.end);
      before.flags = [...before.flags, ...note.flags];
    } else joined.push({ ...note });
  }
  return joined;
}

function about(note: Draft): string {
  return Array.from(
    new Set([...note.factors.map((factor) => factor.factor_id), ...note.flags.map((flag) => flag.message)]),
  ).join();
}

/** The remarks of a note, each once. */
export function remarks(note: Note): Flag[] {
  return note.flags.filter(
    (flag, index) => note.flags.findIndex((each) => each.message === flag.message) === index,
  );
}

/** The note that shows a quotation of a factor. */
export function noteFor(
  notes: readonly Note[],
  factor: Factor,
  quote: { start: number; end: number },
): Note | undefined {
  return notes.find(
    (note) => note.start <= quote.start && quote.end <= note.end && note.factors.includes(factor),
  );
}

function kindOf(note: Draft): Kind {
  if (note.errors.length) return "error";
  if (note.flags.length) return "flag";
  const found = new Set(note.factors.map(standing));
  if (found.has("developed") || found.has("rejected")) return "credited";
  return found.has("mentioned") || found.has("unsure") ? "mentioned" : "possible";
}

/**
 * Cut a text into paragraphs of segments, so that each segment is covered by the same notes from end to end.
 * Spans may overlap and may run over a paragraph's end.
 */
export function paragraphsOf(text: string, notes: readonly Note[]): Segment[][] {
  const points = new CodePoints(text);
  const spans = notes.map(({ number, start, end }) => {
    const [from, to] = points.trim(start, end);
    return { number, from, to, under: points.sentenceEnd(to) };
  });
  const cuts = new Set([0, points.length, ...spans.flatMap(({ from, to, under }) => [from, to, under])]);
  const places = Array.from(cuts).sort((a, b) => a - b);
  const numbers = (found: typeof spans) => found.map(({ number }) => number);
  const paragraphs: Segment[][] = [[]];
  places.forEach((start, index) => {
    const end = places[index + 1];
    if (end === undefined) return;
    addSegment(paragraphs, points.slice(start, end), {
      notes: numbers(spans.filter(({ from, to }) => from < end && to > start)),
      begins: numbers(spans.filter(({ from }) => from === start)),
      under: numbers(spans.filter(({ under }) => under === end)),
    });
  });
  return paragraphs.filter((segments) => segments.some((segment) => segment.text.trim()));
}

function addSegment(paragraphs: Segment[][], text: string, marks: Omit<Segment, "text">): void {
  const pieces = text.split(/\n+/u);
  pieces.forEach((piece, index) => {
    const first = index === 0;
    const last = index === pieces.length - 1;
    if (!first) paragraphs.push([]);
    if (!piece) return;
    paragraphs.at(-1)?.push({
      text: piece,
      notes: marks.notes,
      begins: first ? marks.begins : [],
      under: last ? marks.under : [],
    });
  });
}

/** Where margin notes stand: beside their words if there is room, pushed down if not, the open one first. */
export function placeNotes(
  anchors: readonly number[],
  heights: readonly number[],
  gap: number,
  open: number,
): number[] {
  const tops: number[] = [];
  let free = 0;
  anchors.forEach((anchor, index) => {
    const top = Math.max(anchor, free);
    tops.push(top);
    free = top + (heights[index] ?? 0) + gap;
  });
  const anchor = anchors[open];
  if (anchor === undefined) return tops;
  const above = heights.slice(0, open).reduce((sum, height) => sum + height + gap, 0);
  tops[open] = Math.max(anchor, above);
  for (let index = open - 1; index >= 0; index -= 1) {
    tops[index] = Math.min(tops[index] ?? 0, (tops[index + 1] ?? 0) - gap - (heights[index] ?? 0));
  }
  for (let index = open + 1; index < tops.length; index += 1) {
    tops[index] = Math.max(anchors[index] ?? 0, (tops[index - 1] ?? 0) + (heights[index - 1] ?? 0) + gap);
  }
  return tops;
}
