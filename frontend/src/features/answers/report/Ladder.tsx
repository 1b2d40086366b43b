import type { Band, Report } from "../../../api/types";
import { range } from "../../../lib/attempts";
import { height } from "../../../lib/ladder";
import "./ladder.css";

interface LadderProps {
  bands: readonly Band[];
  report: Pick<Report, "level" | "mark" | "mark_range" | "max_mark">;
  /** The level that the writer expected. */
  expected?: number | null;
}

const percent = (share: number) => `${(share * 100).toFixed(2)}%`;

/** The levels as rungs, the likely range as a band, the mark as a flag, the level expected as a flag on the other side. */
export function Ladder({ bands, report, expected = null }: LadderProps) {
  const { level, mark, mark_range: marks } = report;
  const rung = bands.findIndex((band) => band.level === expected);
  const given = level !== null && mark !== null && marks !== null;
  return (
    <figure className="ladder">
      <figcaption className={given ? "unseen" : "ladder-words small"}>
        {given ? (
          <>
            Level {level} of {bands.length}; {range(marks)} of {report.max_mark} marks, most likely {mark}.
          </>
        ) : (
          "No mark, so no place on the ladder."
        )}
        {rung >= 0 && ` The hollow flag is the level you expected.`}
      </figcaption>
      <div className={`ladder-body${rung >= 0 ? " has-expected" : ""}`}>
        <div className="ladder-rails" aria-hidden="true">
          {bands.map((band, index) => (
            <span
              key={band.level}
              className="ladder-rung"
              style={{ bottom: percent((index + 0.5) / bands.length) }}
            />
          ))}
          {rung >= 0 && (
            <span className="ladder-expected" style={{ bottom: percent((rung + 0.5) / bands.length) }}>
              you
            </span>
          )}
          {given && marks[1] > 0 && (
            <span
              className="ladder-band"
              style={{
                bottom: percent(height(bands, marks[0], "lower")),
                top: percent(1 - height(bands, marks[1], "upper")),
              }}
            />
          )}
          {given && mark > 0 && (
            <span className="ladder-flag figures" style={{ bottom: percent(height(bands, mark, "middle")) }}>
              {mark}
            </span>
          )}
        </div>
        <ol className="ladder-levels" reversed>
          {bands.toReversed().map((band) => (
            <li key={band.level} className={band.level === level ? "is-yours" : ""}>
              <span className="ladder-level figures">
                Level {band.level}
                <span className="quiet">
                  {" "}
                  {band.marks[0]}–{band.marks[1]}
                </span>
                {band.level === level && <span className="unseen"> (this answer)</span>}
                {band.level === expected && <span className="unseen"> (what you expected)</span>}
              </span>
              <span className="ladder-name">{band.name}</span>
            </li>
          ))}
        </ol>
      </div>
    </figure>
  );
}
