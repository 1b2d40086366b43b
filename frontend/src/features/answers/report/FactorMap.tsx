import { useState } from "react";

import type { Factor, Report } from "../../../api/types";
import { clip } from "../../../lib/text";
import { ROLES, standing, STANDING_ORDER, STANDINGS } from "../../../lib/words";
import { verdict } from "./NoteBody";
import { type Note, noteFor } from "./notes";
import { Sources } from "../../../ui/Sources";
import { StandingIcon } from "../../../ui/StandingIcon";

function byStanding(a: Factor, b: Factor): number {
  return STANDING_ORDER.indexOf(standing(a)) - STANDING_ORDER.indexOf(standing(b));
}

interface FactorMapProps {
  report: Report;
  notes: readonly Note[];
  onShow: (note: number) => void;
}

/** Every key factor by its role in the question: what was developed, named, argued down or left out. */
export function FactorMap({ report, notes, onShow }: FactorMapProps) {
  const [chosen, choose] = useState<string | null>(null);
  const rows = ROLES.map(({ role, name }) => ({
    role,
    name,
    factors: report.factors.filter((factor) => factor.role === role).sort(byStanding),
  })).filter((row) => row.factors.length > 0);
  return (
    <div className="map">
      <Legend factors={report.factors} />
      {rows.map((row) => (
        <section key={row.role} className="map-row" aria-label={row.name}>
          <h3 className="map-role">
            {row.name}
            {row.role !== "other" && <Count factors={row.factors} />}
          </h3>
          <ul className="map-chips">
            {row.factors.map((factor) => {
              const open = factor.factor_id === chosen;
              return (
                <li key={factor.factor_id} className={open ? "is-open" : ""}>
                  <Chip factor={factor} open={open} onClick={() => choose(open ? null : factor.factor_id)} />
                  {open && (
                    <Detail factor={factor} advice={adviceOn(factor, report)} notes={notes} onShow={onShow} />
                  )}
                </li>
              );
            })}
          </ul>
        </section>
      ))}
    </div>
  );
}

function Count({ factors }: { factors: readonly Factor[] }) {
  const found = factors.filter((factor) => factor.coverage !== "absent").length;
  return (
    <span className="map-count small quiet figures">
      {found} of {factors.length}
    </span>
  );
}

function Chip({ factor, open, onClick }: { factor: Factor; open: boolean; onClick: () => void }) {
  const state = standing(factor);
  return (
    <button type="button" className={`chip is-${state}`} aria-expanded={open} onClick={onClick}>
      <StandingIcon standing={state} />
      <span>
        {factor.name}
        <span className="unseen">, {STANDINGS[state]}</span>
      </span>
    </button>
  );
}

/** What to do about a factor: its own advice, or the next step that names it. */
function adviceOn(factor: Factor, report: Report): string {
  return factor.advice || (report.next_steps.find((step) => step.factor_id === factor.factor_id)?.text ?? "");
}

interface DetailProps {
  factor: Factor;
  advice: string;
  notes: readonly Note[];
  onShow: (note: number) => void;
}

function Detail({ factor, advice, notes, onShow }: DetailProps) {
  return (
    <div className="map-detail" role="region" aria-label={factor.name}>
      <p>{verdict(factor)}</p>
      {factor.evidence.map((quote, index) => {
        const note = noteFor(notes, factor, quote);
        return (
          <blockquote key={index}>
            “{clip(quote.quote, 24)}”{" "}
            {note && (
              <button type="button" className="text-button small" onClick={() => onShow(note.number)}>
                See note {note.number}
              </button>
            )}
          </blockquote>
        );
      })}
      {advice && factor.coverage !== "developed" && (
        <p>
          <strong>{factor.coverage === "absent" ? "To bring it in:" : "To take it further:"}</strong> {advice}
        </p>
      )}
      <Sources sources={factor.sources} />
    </div>
  );
}

function Legend({ factors }: { factors: readonly Factor[] }) {
  const asked = factors.filter((factor) => factor.role !== "other");
  return (
    <ul className="legend small">
      {STANDING_ORDER.map((state) => {
        const count = asked.filter((factor) => standing(factor) === state).length;
        if (!count) return null;
        return (
          <li key={state} className={`is-${state}`}>
            <StandingIcon standing={state} />
            <span className="figures">
              {count} {STANDINGS[state]}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
