import { expect, it } from "vitest";

import type { Band } from "../../../api/types";
import { expectation } from "./expectation";

const bands: Band[] = [1, 2, 3, 4, 5].map((level) => ({
  level,
  marks: [level * 5 - 4, level * 5],
  name: "",
  knowledge: "",
  judgement: "",
}));
const placed = (level: number | null, marks: [number, number] | null) => ({ level, mark_range: marks });

it("says by how much the level differs, and which way", () => {
  expect(expectation(4, placed(2, [7, 9]), bands)).toBe("You expected level 4; it reads two levels lower, at level 2.");
  expect(expectation(2, placed(3, [11, 14]), bands)).toBe("You expected level 2; it reads one level higher, at level 3.");
  expect(expectation(3, placed(3, [11, 14]), bands)).toBe("You expected level 3, and that is where it stands.");
});

it("does not call an expectation wrong that the range holds", () => {
  expect(expectation(4, placed(3, [12, 16]), bands)).toContain("though level 4 is within the likely range");
  expect(expectation(4, placed(3, [12, 15]), bands)).not.toContain("within");
});

it("judges nothing where no level was given", () => {
  expect(expectation(4, placed(null, null), bands)).toBe(
    "You expected level 4; there is no level yet to hold it against.",
  );
});
