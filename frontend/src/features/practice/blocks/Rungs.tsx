import type { Band, Report } from "../../../api/types";
import { height } from "../../../lib/ladder";

interface RungsProps {
  bands: readonly Band[];
  report: Pick<Report, "level" | "mark_range" | "max_mark">;
  /** The level that the student expected. */
  guessed: number | null;
}

const percent = (share: number) => `${(share * 100).toFixed(2)}%`;

/** A small ladder: the range as a band, the level on its rung, the student's own guess as a flag. */
export function Rungs({ bands, report: { level, mark_range: marks }, guessed }: RungsProps) {
  const [low, high] = marks ?? [0, 0];
  return (
    <figure className="rungs">
      <figcaption className="unseen">
        Level {level} of {bands.length}
        {guessed !== null && `; you expected level ${guessed}`}.
      </figcaption>
      <div aria-hidden="true" className="rungs-body">
        <div className="rungs-rail">
          {high > 0 && (
            <span
              className="rungs-band"
              style={{ bottom: percent(height(bands, low, "lower")), top: percent(1 - height(bands, high, "upper")) }}
            />
          )}
        </div>
        <ol className="figures">
          {bands.toReversed().map((band) => (
            <li key={band.level} className={band.level === level ? "is-yours" : ""}>
              Level {band.level}
              {band.level === guessed && <b>you said</b>}
            </li>
          ))}
        </ol>
      </div>
    </figure>
  );
}
