/** What changed between two attempts: factors, errors, and the words themselves. */
import type { Factor, Misconception, Report } from "../../../api/types";
import { countWords } from "../../../lib/text";

export interface FactorChange {
  factor: Factor;
  kind: "gained" | "deepened" | "kept" | "weakened" | "lost";
}

const WEIGHT: Record<Factor["coverage"], number> = { absent: 0, mentioned: 1, developed: 2 };

/** Every factor that either attempt has; the later attempt's finding where it has one. */
export function factorChanges(before: Report, after: Report): FactorChange[] {
  const old = new Map(before.factors.map((factor) => [factor.factor_id, factor]));
  const ids = new Set(after.factors.map((factor) => factor.factor_id));
  const all = [...after.factors, ...before.factors.filter((factor) => !ids.has(factor.factor_id))];
  return all.flatMap((factor) => {
    const was = WEIGHT[old.get(factor.factor_id)?.coverage ?? "absent"];
    const is = ids.has(factor.factor_id) ? WEIGHT[factor.coverage] : 0;
    if (!was && !is) return [];
    return [{ factor, kind: kindOf(was, is) }];
  });
}

function kindOf(was: number, is: number): FactorChange["kind"] {
  if (!was) return "gained";
  if (!is) return "lost";
  if (is === was) return "kept";
  return is > was ? "deepened" : "weakened";
}

/** Errors that went and errors that came, by id. */
export function errorChanges(
  before: Report,
  after: Report,
): { mended: Misconception[]; fresh: Misconception[] } {
  const had = new Set(before.misconceptions.map((error) => error.misconception_id));
  const has = new Set(after.misconceptions.map((error) => error.misconception_id));
  return {
    mended: before.misconceptions.filter((error) => !has.has(error.misconception_id)),
    fresh: after.misconceptions.filter((error) => !had.has(error.misconception_id)),
  };
}

export interface Run {
  kind: "same" | "cut" | "added";
  text: string;
}

/** The largest table that the exact comparison may fill; beyond it a stretch counts as wholly rewritten. */
const LARGEST = 4_000_000;

/** Two texts as runs of the same, cut and added words. Spaces and line ends stay with the word before them. */
export function wordChanges(before: string, after: string): Run[] {
  const a = before.match(/\S+\s*|\s+/gu) ?? [];
  const b = after.match(/\S+\s*|\s+/gu) ?? [];
  const same = (i: number, j: number) => a[i]?.trim() === b[j]?.trim();
  let head = 0;
  while (head < a.length && head < b.length && same(head, head)) head += 1;
  let tail = 0;
  while (tail < a.length - head && tail < b.length - head && same(a.length - 1 - tail, b.length - 1 - tail))
    tail += 1;
  const middle = between(a.slice(head, a.length - tail), b.slice(head, b.length - tail));
  return merge([
    ...b.slice(0, head).map((text): Run => ({ kind: "same", text })),
    ...middle,
    ...b.slice(b.length - tail).map((text): Run => ({ kind: "same", text })),
  ]);
}

/** The longest common subsequence, read back as runs. */
function between(a: readonly string[], b: readonly string[]): Run[] {
  const rewritten = (): Run[] => [
    ...a.map((text): Run => ({ kind: "cut", text })),
    ...b.map((text): Run => ({ kind: "added", text })),
  ];
  if (!a.length || !b.length || a.length * b.length > LARGEST) return rewritten();
  const left = a.map((word) => word.trim());
  const right = b.map((word) => word.trim());
  const width = b.length + 1;
  const longest = new Uint16Array((a.length + 1) * width);
  const at = (i: number, j: number) => longest[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      longest[i * width + j] =
        left[i] === right[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const runs: Run[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && left[i] === right[j]) {
      runs.push({ kind: "same", text: b[j] ?? "" });
      i += 1;
      j += 1;
    } else if (j >= b.length || (i < a.length && at(i + 1, j) >= at(i, j + 1))) {
      runs.push({ kind: "cut", text: a[i] ?? "" });
      i += 1;
    } else {
      runs.push({ kind: "added", text: b[j] ?? "" });
      j += 1;
    }
  }
  return runs;
}

function merge(runs: readonly Run[]): Run[] {
  const merged: Run[] = [];
  for (const run of runs) {
    const last = merged.at(-1);
    if (last?.kind === run.kind) last.text += run.text;
    else merged.push({ ...run });
  }
  return merged;
}

/** Fewer words than this between two changes are no island worth standing on: the change runs on. */
const ISLAND = 3;

/** Join changes that only a word or two keeps apart, cut words first: the way a person would mark a page. */
export function readable(runs: readonly Run[]): Run[] {
  const joined: Run[] = [];
  let cut = "";
  let added = "";
  const flush = () => {
    if (cut) joined.push({ kind: "cut", text: cut });
    if (added) joined.push({ kind: "added", text: added });
    cut = added = "";
  };
  runs.forEach((run, index) => {
    if (run.kind === "cut") cut += run.text;
    else if (run.kind === "added") added += run.text;
    else if (index < runs.length - 1 && isIsland(run.text, cut, added)) {
      cut += run.text;
      added += run.text;
    } else {
      flush();
      joined.push({ ...run });
    }
  });
  flush();
  return merge(joined);
}

/** Whether kept words are too few to part the change before them from the one after. */
function isIsland(kept: string, cut: string, added: string): boolean {
  const change = (cut && added) || countWords(cut + added) > ISLAND;
  return Boolean(change) && countWords(kept) < ISLAND && !kept.includes("\n");
}
