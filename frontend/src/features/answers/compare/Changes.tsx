import type { Report } from "../../../api/types";
import { plural } from "../../../lib/text";
import { errorChanges, factorChanges, type FactorChange } from "./compare";

const GROUPS: readonly { kind: FactorChange["kind"]; name: string; sign: string }[] = [
  { kind: "gained", name: "Gained", sign: "+" },
  { kind: "deepened", name: "Taken further", sign: "↑" },
  { kind: "kept", name: "Kept", sign: "=" },
  { kind: "weakened", name: "Said more thinly", sign: "↓" },
  { kind: "lost", name: "Lost", sign: "−" },
];

/** What the new attempt gained, kept and lost. */
export function Changes({ before, after }: { before: Report; after: Report }) {
  const changes = factorChanges(before, after);
  const { mended, fresh } = errorChanges(before, after);
  return (
    <div className="changes">
      {GROUPS.map(({ kind, name, sign }) => {
        const found = changes.filter((change) => change.kind === kind);
        if (!found.length) return null;
        return (
          <section key={kind} className={`change is-${kind}`} aria-label={name}>
            <h3>
              <b aria-hidden="true">{sign}</b> {name}{" "}
              <span className="small quiet">{plural(found.length, "factor")}</span>
            </h3>
            <ul>
              {found.map(({ factor }) => (
                <li key={factor.factor_id}>{factor.name}</li>
              ))}
            </ul>
          </section>
        );
      })}
      {mended.length > 0 && (
        <section className="change is-gained" aria-label="Put right">
          <h3>
            <b aria-hidden="true">✓</b> Put right{" "}
            <span className="small quiet">{plural(mended.length, "error")}</span>
          </h3>
          <ul>
            {mended.map((error) => (
              <li key={error.misconception_id} className="serif">
                <s>{error.quote}</s>
              </li>
            ))}
          </ul>
        </section>
      )}
      {fresh.length > 0 && (
        <section className="change is-lost" aria-label="New errors">
          <h3>
            <b aria-hidden="true">!</b> New errors{" "}
            <span className="small quiet">{plural(fresh.length, "error")}</span>
          </h3>
          <ul>
            {fresh.map((error) => (
              <li key={error.misconception_id} className="serif">
                {error.quote}
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
