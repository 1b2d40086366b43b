import { expect, it } from "vitest";

import { comesBack } from "./time";

const NOW = new Date(2026, 4, 3, 12, 4);
const at = (...date: [number, number, number, number, number]) => comesBack(new Date(...date).toISOString(), NOW);

it("says when something comes back as a person would", () => {
  expect(at(2026, 4, 3, 12, 4)).toBe("in a moment");
  expect(at(2026, 4, 3, 12, 14)).toBe("in 10 minutes");
  expect(at(2026, 4, 3, 23, 50)).toBe("later today");
  expect(at(2026, 4, 4, 0, 5)).toBe("tomorrow");
  expect(at(2026, 4, 7, 9, 0)).toBe("in 4 days");
  expect(at(2026, 5, 14, 9, 0)).toBe("on 14 June");
});
