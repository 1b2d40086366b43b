import type { Hint } from "../../../api/types";

export interface Step {
  hint: number;
  text: string;
  /** What the button says that opens this step. */
  ask: string;
}

/** Hints as one ladder: a nudge, then a pointer, then the area, then the next hint's nudge. */
export function steps(hints: readonly Hint[]): Step[] {
  return hints.flatMap(({ nudge, pointer, area }, hint) => [
    { hint, text: nudge, ask: hint ? "Another nudge" : "Give me a nudge" },
    { hint, text: pointer, ask: "Point me a little further" },
    { hint, text: area, ask: "Name the area" },
  ]);
}
