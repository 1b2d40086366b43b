import type { MarkScheme, Report } from "../../../api/types";
import { range } from "../../../lib/attempts";
import { sureness, WITHHELD } from "../../../lib/words";
import { expectation } from "./expectation";
import { Ladder } from "./Ladder";
import { LevelWords } from "./LevelWords";
import { Gain } from "./NextSteps";

interface OpeningProps {
  report: Report;
  scheme: MarkScheme;
  own: boolean;
  expected: number | null;
}

/** How a report opens: one sentence, the ladder, and the step that would gain most. */
export function Opening({ report, scheme, own, expected }: OpeningProps) {
  const [first] = report.next_steps;
  return (
    <section className="opening" aria-label="The mark">
      <div className="opening-words">
        <p className="opening-summary">{report.summary}</p>
        {report.withheld ? (
          <p>{WITHHELD[report.withheld]}</p>
        ) : (
          report.mark_range && (
            <p className="opening-range figures">
              <strong>{range(report.mark_range)}</strong> of {report.max_mark} marks
              {report.mark_range[0] !== report.mark_range[1] && `, most likely ${report.mark}`}
            </p>
          )
        )}
        {expected !== null && <p className="expectation">{expectation(expected, report, scheme.levels)}</p>}
        {own && <Sureness report={report} />}
        {own && first && (
          <div className="do-next">
            <h2>Do this next</h2>
            <p>
              {first.text} <Gain marks={first.gain} />
            </p>
          </div>
        )}
      </div>
      <div className="opening-ladder">
        <Ladder bands={scheme.levels} report={report} expected={expected} />
        <LevelWords scheme={scheme} level={report.level} />
      </div>
    </section>
  );
}

function Sureness({ report }: { report: Report }) {
  return (
    <div className="sureness small quiet">
      <p>Practice mark, by Markscheme’s own reading of the level descriptors. Your teacher decides.</p>
      {report.withheld === null && (
        <p className={report.needs_review ? "needs-review" : ""}>
          {sureness(report)} {report.review_reasons.join(" ")}
        </p>
      )}
    </div>
  );
}
