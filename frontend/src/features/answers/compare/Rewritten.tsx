import { Fragment, useMemo } from "react";

import { readable, wordChanges } from "./compare";

/** The new text with what was added and what was cut. */
export function Rewritten({ before, after }: { before: string; after: string }) {
  const runs = useMemo(() => readable(wordChanges(before, after)), [before, after]);
  return (
    <div className="rewritten serif">
      {runs.map(({ kind, text }, index) => {
        if (kind === "same") return <Fragment key={index}>{text}</Fragment>;
        const words = text.trimEnd();
        return (
          <Fragment key={index}>
            {kind === "added" ? <ins>{words}</ins> : <del>{words}</del>}
            {kind === "added" ? text.slice(words.length) : " "}
          </Fragment>
        );
      })}
    </div>
  );
}
