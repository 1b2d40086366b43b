/** What became of the level that a student expected. */
import type { Band, Report } from "../../../api/types";

const COUNT = ["no level", "one level", "two levels", "three levels", "four levels", "five levels"];

type Placed = Pick<Report, "level" | "mark_range">;

/** One sentence on the difference between the level expected and the level given. */
export function expectation(expected: number, { level, mark_range: marks }: Placed, bands: readonly Band[]): string {
  const said = `You expected level ${expected}`;
  if (level === null) return `${said}; there is no level yet to hold it against.`;
  const gap = level - expected;
  if (gap === 0) return `${said}, and that is where it stands.`;
  const by = `${COUNT[Math.abs(gap)] ?? "many levels"} ${gap > 0 ? "higher" : "lower"}`;
  const reached = marks !== null && overlap(marks, bands.find((band) => band.level === expected)?.marks);
  const still = reached ? `, though level ${expected} is within the likely range` : "";
  return `${said}; it reads ${by}, at level ${level}${still}.`;
}

function overlap(a: readonly [number, number], b: readonly [number, number] | undefined): boolean {
  return b !== undefined && a[0] <= b[1] && b[0] <= a[1];
}
