/** Text as the marker counts it: words between spaces, offsets in Unicode code points. */

const SPACE = /^\s$/u;
const STOP = /[.!?…]["'”’)]*$/u;
const CLOSE = /^["'”’)]$/u;

/** The longest answer that can be marked, in code points. */
export const LONGEST = 20_000;

export function countWords(text: string): number {
  return text.split(/\s+/u).filter(Boolean).length;
}

export function countCharacters(text: string): number {
  return text.length - (text.match(/[\uD800-\uDBFF][\uDC00-\uDFFF]/g)?.length ?? 0);
}

/**
 * Cuts a text by code-point offsets, which is how the API counts; JavaScript's own offsets count an emoji twice.
 */
export class CodePoints {
  readonly #points: string[];

  constructor(text: string) {
    this.#points = Array.from(text);
  }

  get length(): number {
    return this.#points.length;
  }

  slice(start: number, end: number): string {
    return this.#points.slice(start, end).join("");
  }

  /** The span without spaces at either end. */
  trim(start: number, end: number): [number, number] {
    let from = start;
    let to = Math.min(end, this.length);
    while (from < to && SPACE.test(this.#points[from] ?? "")) from += 1;
    while (to > from && SPACE.test(this.#points[to - 1] ?? "")) to -= 1;
    return [from, to];
  }

  /** Where the sentence ends in which `place` stands: after its stop and closing quotes, or at the line's end. */
  sentenceEnd(place: number): number {
    if (STOP.test(this.slice(place - 2, place))) return place;
    for (let at = place; at < this.length; at += 1) {
      if (this.#points[at] === "\n") return at;
      if (!STOP.test(this.#points[at] ?? "")) continue;
      let end = at + 1;
      while (CLOSE.test(this.#points[end] ?? "")) end += 1;
      if (end >= this.length || SPACE.test(this.#points[end] ?? "")) return end;
    }
    return this.length;
  }
}

/**
 * The paragraph in which a place stands: where it begins, and its number among the lines with words, from 1. Null on a
 * line without words. Places are JavaScript's own, as a text field gives them.
 */
export function paragraphAt(text: string, place: number): { number: number; start: number } | null {
  const start = place > 0 ? text.lastIndexOf("\n", place - 1) + 1 : 0;
  const [line = ""] = text.slice(start).split("\n", 1);
  if (!line.trim()) return null;
  const before = text.slice(0, start).split("\n");
  return { number: before.filter((each) => each.trim()).length + 1, start };
}

/** "1 word", "2 words": a count with its noun. */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString("en-GB")} ${count === 1 ? one : many}`;
}

/** The beginning of a long sentence, cut at a word. */
export function clip(text: string, words: number): string {
  const all = text.trim().split(/\s+/u);
  return all.length <= words ? text.trim() : `${all.slice(0, words).join(" ")} …`;
}

/** "a, b and c". */
export function list(items: readonly string[]): string {
  if (items.length < 2) return items.join("");
  return `${items.slice(0, -1).join(", ")} and ${items.at(-1)}`;
}
