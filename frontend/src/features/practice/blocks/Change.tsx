import { useQuery } from "@tanstack/react-query";
import { Link } from "wouter";

import { schemesQuery } from "../../../api/queries";
import type { BlockOf } from "../../../api/types";
import { range } from "../../../lib/attempts";
import { plural } from "../../../lib/text";
import { STANDINGS } from "../../../lib/words";
import { useDesk } from "../context";

type Moved = BlockOf<"change">["gained"][number];

/** What a new attempt gained, lost and kept, and how the range moved. */
export function Change({ block }: { block: BlockOf<"change"> }) {
  const { gained, lost, kept } = block;
  return (
    <div className="tutor-change">
      <Ranges block={block} />
      {gained.length === 0 && lost.length === 0 && <p>Nothing moved that counts. The mark stands where it was.</p>}
      <List title="Gained" sign="+" changes={gained} />
      <List title="Lost" sign="−" changes={lost} />
      {kept.length > 0 && (
        <details className="small">
          <summary>Kept: {plural(kept.length, "thing")}</summary>
          <p className="quiet">{kept.map(({ name }) => name).join(", ")}</p>
        </details>
      )}
      <p className="small">
        <Link href={`/answers/${block.answer_id}/compare`}>Compare the two attempts</Link>
      </p>
    </div>
  );
}

function List({ title, sign, changes }: { title: string; sign: string; changes: readonly Moved[] }) {
  if (!changes.length) return null;
  return (
    <div className={`tutor-moved is-${title.toLowerCase()}`}>
      <p className="tutor-moved-title">
        <b aria-hidden="true">{sign}</b> {title}
      </p>
      <ul>
        {changes.map((each) => (
          <li key={each.id}>
            {each.name} <span className="small quiet">{wayOf(each)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** "missing to developed" for a factor; a quality has only a degree, so it says which way it went. */
function wayOf({ before, after }: Moved): string {
  if (typeof before === "string" && typeof after === "string") return `${STANDINGS[before]} to ${STANDINGS[after]}`;
  return after > before ? "stronger" : "weaker";
}

/** Two bars on the scheme's own scale. */
function Ranges({ block }: { block: BlockOf<"change"> }) {
  const { question } = useDesk();
  const { data: schemes } = useQuery(schemesQuery);
  const { range_before: before, range_after: after } = block;
  if (!before || !after || !question) return null;
  const bands = schemes?.find(({ id }) => id === question.scheme)?.levels ?? [];
  const left = (mark: number) => `${(100 * (mark - 0.5)) / question.max_mark}%`;
  const bar = ([low, high]: [number, number]) => ({
    left: left(Math.max(low, 0.5)),
    width: `${(100 * (high - Math.max(low, 1) + 1)) / question.max_mark}%`,
  });
  return (
    <figure className="tutor-ranges">
      <div aria-hidden="true" className="tutor-ranges-plot">
        {bands.slice(1).map((band) => (
          <i key={band.level} style={{ left: left(band.marks[0]) }} />
        ))}
        <span className="is-before" style={bar(before)} />
        <span className="is-after" style={bar(after)} />
      </div>
      <figcaption className="figures">
        {range(before)} marks before, <strong>{range(after)} now</strong>, of {question.max_mark}.
      </figcaption>
    </figure>
  );
}
