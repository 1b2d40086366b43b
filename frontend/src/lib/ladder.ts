/** Where marks stand on a ladder whose rungs are levels: all rungs equally far apart, marks evenly inside each. */
import type { Band } from "../api/types";

/** The share of the ladder's height below a mark's lower (or upper) edge, 0 at the ground to 1 at the top. */
export function height(bands: readonly Band[], mark: number, edge: "lower" | "middle" | "upper"): number {
  const index = bands.findIndex(({ marks: [low, high] }) => mark >= low && mark <= high);
  const band = bands[index];
  if (!band) return mark <= 0 ? 0 : 1;
  const [low, high] = band.marks;
  const part = { lower: 0, middle: 0.5, upper: 1 }[edge];
  return (index + (mark - low + part) / (high - low + 1)) / bands.length;
}
