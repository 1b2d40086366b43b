import type { Exemplar, MarkScheme } from "../../../api/types";
import { useTabs } from "../../../ui/tabs";
import { ReportView } from "../report/ReportView";

const NAMES: Record<Exemplar["standard"], string> = { strong: "Strong", middling: "Middling", weak: "Weak" };
const ORDER: readonly Exemplar["standard"][] = ["weak", "middling", "strong"];

/** Marked answers to the same question, each with the same report as your own. */
export function Exemplars({ exemplars, scheme }: { exemplars: readonly Exemplar[]; scheme: MarkScheme }) {
  const sorted = exemplars.toSorted(
    (a, b) => ORDER.indexOf(a.standard) - ORDER.indexOf(b.standard) || a.mark - b.mark,
  );
  const ids = sorted.map((exemplar) => exemplar.id);
  const tabs = useTabs(ids, sorted.at(-1)?.id ?? "");
  if (!sorted.length) return <p className="quiet">There are no marked answers to this question yet.</p>;
  return (
    <div className="exemplars">
      <div {...tabs.list} className="tabs" aria-label="Standard">
        {sorted.map((exemplar) => (
          <button key={exemplar.id} {...tabs.tab(exemplar.id)}>
            {NAMES[exemplar.standard]}
            {sorted.filter((each) => each.standard === exemplar.standard).length > 1 &&
              ` ${place(sorted, exemplar)}`}{" "}
            <span className="small quiet">level {exemplar.level}</span>
          </button>
        ))}
      </div>
      {sorted.map((exemplar) => (
        <div key={exemplar.id} {...tabs.panel(exemplar.id)} className="exemplar">
          {tabs.chosen === exemplar.id && (
            <>
              <p className="exemplar-comment">
                Kept as an example of level {exemplar.level}, {exemplar.mark} of {scheme.max_mark} marks.{" "}
                {exemplar.comment}
              </p>
              <ReportView text={exemplar.text} report={exemplar.report} scheme={scheme} own={false} />
            </>
          )}
        </div>
      ))}
    </div>
  );
}

/** Which one of its standard an example is, counted from 1. */
function place(exemplars: readonly Exemplar[], exemplar: Exemplar): number {
  return exemplars.filter((each) => each.standard === exemplar.standard).indexOf(exemplar) + 1;
}
