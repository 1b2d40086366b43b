import type { Band, ExplainedStep } from "../../../api/types";
import { barOf, type Ledger, signed, sums } from "./steps";

const NAMES: Record<Ledger, string> = {
  knowledge: "Knowledge",
  judgement: "Judgement",
  taken: "Taken off",
  fitted: "Fitted to a teacher’s marks",
  rounding: "Rounding",
};
/** The others stand low, since they may go back over what has been added. */
const ADDS: ReadonlySet<Ledger> = new Set(["knowledge", "judgement"]);
const WIDE = 1000;

interface WaterfallProps {
  steps: readonly ExplainedStep[];
  maxMark: number;
  bands: readonly Band[];
}

/** The steps on one bar from 0 to the top mark, with the levels under it. The table has the same in figures. */
export function Waterfall({ steps, maxMark, bands }: WaterfallProps) {
  const x = (marks: number) => (WIDE * marks) / maxMark;
  const bars = steps.map(barOf).filter((bar) => bar !== null);
  return (
    <figure className="waterfall">
      <svg viewBox={`0 0 ${WIDE} 40`} preserveAspectRatio="none" aria-hidden="true">
        <rect className="waterfall-ground" x="0" y="0" width={WIDE} height="40" />
        {bars.map((bar, index) => (
          <rect
            key={index}
            className={`waterfall-${bar.ledger}`}
            x={x(bar.from)}
            width={Math.max(0.5, x(bar.to - bar.from))}
            y={ADDS.has(bar.ledger) ? 0 : 24}
            height={ADDS.has(bar.ledger) ? 40 : 16}
          />
        ))}
      </svg>
      <ol className="waterfall-levels small" aria-hidden="true">
        {bands.map((band) => (
          <li key={band.level} style={{ flexGrow: band.marks[1] - band.marks[0] + 1 }}>
            {band.level}
          </li>
        ))}
      </ol>
      <figcaption className="waterfall-sums small figures">
        {sums(steps).map(({ ledger, thousandths }) => (
          <span key={ledger} className={`is-${ledger}`}>
            {NAMES[ledger]} <strong>{signed(thousandths)}</strong>
          </span>
        ))}
        <span className="unseen">Levels 1 to {bands.length} stand under the bar.</span>
      </figcaption>
    </figure>
  );
}
