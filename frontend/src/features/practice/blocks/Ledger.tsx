import { useQuery } from "@tanstack/react-query";
import { Link } from "wouter";

import { schemesQuery } from "../../../api/queries";
import type { BlockOf, Factor } from "../../../api/types";
import { range } from "../../../lib/attempts";
import { plural } from "../../../lib/text";
import { standing, STANDING_ORDER, STANDINGS, WITHHELD } from "../../../lib/words";
import { StandingIcon } from "../../../ui/StandingIcon";
import { Rungs } from "./Rungs";

/** A marked draft in short: the opening sentence, where it stands, what it covers, and the way to the full report. */
export function Ledger({ block: { answer, predicted, cards } }: { block: BlockOf<"ledger"> }) {
  const { report } = answer;
  const { data: schemes } = useQuery(schemesQuery);
  const scheme = schemes?.find(({ id }) => id === report.scheme);
  const asked = report.factors.filter(({ role }) => role !== "other");
  const found = asked.filter(({ coverage }) => coverage !== "absent");
  const missing = asked.length - found.length;
  return (
    <div className="tutor-ledger">
      <div className="tutor-ledger-words">
        <p className="tutor-summary">{report.summary}</p>
        {report.withheld && <p>{WITHHELD[report.withheld]}</p>}
        {report.mark_range && (
          <p className="figures">
            <strong>{range(report.mark_range)}</strong> of {report.max_mark} marks
            {report.mark_range[0] !== report.mark_range[1] && `, most likely ${report.mark}`}
          </p>
        )}
        <ul className="tutor-chips">
          {found.sort(byStanding).map((factor) => (
            <FactorChip key={factor.factor_id} factor={factor} />
          ))}
        </ul>
        <p className="small quiet">
          {missing > 0 && `${plural(missing, "factor")} of the question not there yet. `}
          {cards > 0 && `${plural(cards, "card")} on what it left out will come up in a quiz.`}
        </p>
        <p>
          <Link href={`/answers/${answer.id}`}>Open the full report</Link>
        </p>
      </div>
      {scheme && report.level !== null && <Rungs bands={scheme.levels} report={report} guessed={predicted} />}
    </div>
  );
}

function byStanding(a: Factor, b: Factor): number {
  return STANDING_ORDER.indexOf(standing(a)) - STANDING_ORDER.indexOf(standing(b));
}

function FactorChip({ factor }: { factor: Factor }) {
  const state = standing(factor);
  return (
    <li className={`chip is-${state}`}>
      <StandingIcon standing={state} />
      <span>
        {factor.name}
        <span className="unseen">, {STANDINGS[state]}</span>
      </span>
    </li>
  );
}
