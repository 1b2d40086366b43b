import type { Demand } from "../../../api/types";
import { capital } from "../../../lib/attempts";
import { StandingIcon } from "../../../ui/StandingIcon";

/** What the command word asks for beyond factors, and whether it is here. */
export function Demands({ demands }: { demands: readonly Demand[] }) {
  if (!demands.length) return null;
  return (
    <ul className="demands">
      {demands.map((demand) => (
        <li key={demand.demand_id} className={demand.met ? "is-met" : "is-unmet"}>
          <StandingIcon standing={demand.met ? "developed" : demand.score > 0 ? "mentioned" : "absent"} />
          <div>
            <p>
              <strong>{demand.name}:</strong> {demand.met ? "yes" : demand.score > 0 ? "in part" : "not yet"}.
            </p>
            {!demand.met && (
              <p className="small">
                {capital(demand.missing)}. {demand.advice}
              </p>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}
