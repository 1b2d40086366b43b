/** The steps of a mark as bars: where the sum stood before each and stands after it. */
import type { ExplainedStep } from "../../../api/types";

export type Ledger = "knowledge" | "judgement" | "taken" | "fitted" | "rounding";

export interface Bar {
  ledger: Ledger;
  /** In marks, from the lower end to the upper. */
  from: number;
  to: number;
}

export function ledgerOf(step: Pick<ExplainedStep, "kind">): Ledger {
  if (step.kind === "factor") return "knowledge";
  if (step.kind === "quality") return "judgement";
  if (step.kind === "calibration") return "fitted";
  return step.kind === "rounding" ? "rounding" : "taken";
}

export function barOf(step: ExplainedStep): Bar | null {
  if (step.thousandths === null || step.running === null) return null;
  const before = step.running - step.thousandths;
  return {
    ledger: ledgerOf(step),
    from: Math.min(before, step.running) / 1000,
    to: Math.max(before, step.running) / 1000,
  };
}

/** What each ledger added or took in all, in thousandths; only those that moved the mark. */
export function sums(steps: readonly ExplainedStep[]): { ledger: Ledger; thousandths: number }[] {
  const order: readonly Ledger[] = ["knowledge", "judgement", "taken", "fitted", "rounding"];
  return order
    .map((ledger) => ({
      ledger,
      thousandths: steps
        .filter((step) => ledgerOf(step) === ledger)
        .reduce((sum, step) => sum + (step.thousandths ?? 0), 0),
    }))
    .filter(({ thousandths }) => thousandths !== 0);
}

/** Thousandths of a mark as signed marks: "+1.250". */
export function signed(thousandths: number): string {
  const marks = (Math.abs(thousandths) / 1000).toFixed(3);
  return `${thousandths < 0 ? "−" : "+"}${marks}`;
}
