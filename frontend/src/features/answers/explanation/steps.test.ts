import { describe, expect, it } from "vitest";

import type { ExplainedStep } from "../../../api/types";
import { barOf, signed, sums } from "./steps";

const step = (kind: ExplainedStep["kind"], thousandths: number | null, running: number | null) => ({
  kind,
  label: kind,
  detail: "",
  quote: null,
  where: null,
  thousandths,
  running,
});

describe("steps of a mark", () => {
  const steps = [
    step("factor", 3200, 3200),
    step("factor", 1100, 4300),
    step("quality", 2000, 6300),
    step("errors", -250, 6050),
    step("ceiling", -550, 5500),
    step("rounding", 500, 6000),
  ];

  it("stands each bar on the one before, whether it adds or takes", () => {
    const bars = steps.map(barOf);
    expect(bars[1]).toEqual({ ledger: "knowledge", from: 3.2, to: 4.3 });
    expect(bars[3]).toEqual({ ledger: "taken", from: 6.05, to: 6.3 });
    expect(barOf(step("factor", null, null))).toBeNull();
  });

  it("adds each ledger up without losing a thousandth", () => {
    const found = sums(steps);
    expect(found).toEqual([
      { ledger: "knowledge", thousandths: 4300 },
      { ledger: "judgement", thousandths: 2000 },
      { ledger: "taken", thousandths: -800 },
      { ledger: "rounding", thousandths: 500 },
    ]);
    expect(found.reduce((sum, each) => sum + each.thousandths, 0)).toBe(6000);
    expect(sums([step("factor", 1000, 1000)])).toHaveLength(1);
  });

  it("writes thousandths as marks with their sign", () => {
    expect([signed(1250), signed(-80), signed(0)]).toEqual(["+1.250", "−0.080", "+0.000"]);
  });
});
