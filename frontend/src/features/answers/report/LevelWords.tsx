import type { MarkScheme } from "../../../api/types";

/** What the student's level says, and what the next one adds: the scheme's own words. */
export function LevelWords({ scheme, level }: { scheme: MarkScheme; level: number | null }) {
  const shown = scheme.levels.filter(
    (band) => level !== null && (band.level === level || band.level === level + 1),
  );
  if (!shown.length) return null;
  return (
    <details className="level-words">
      <summary>
        {shown.length === 1
          ? `What level ${shown[0]?.level} means`
          : `What levels ${shown.map((band) => band.level).join(" and ")} mean`}
      </summary>
      <dl>
        {shown.map((band) => (
          <div key={band.level}>
            <dt>
              Level {band.level}, {band.name.charAt(0).toLowerCase() + band.name.slice(1)}
            </dt>
            <dd>{band.knowledge}</dd>
            <dd>{band.judgement}</dd>
          </div>
        ))}
      </dl>
      <p className="small quiet">{scheme.style}</p>
    </details>
  );
}
