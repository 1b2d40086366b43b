import { Fragment, useMemo, useState } from "react";

import type { MarkScheme, Report } from "../../../api/types";
import { Demands } from "./Demands";
import { Errors } from "./Errors";
import { FactorMap } from "./FactorMap";
import { Flags } from "./Flags";
import { Judgement } from "./Judgement";
import { NextSteps } from "./NextSteps";
import { type Kind, type Note, notesOf, paragraphsOf } from "./notes";
import { Opening } from "./Opening";
import { PrintNotes } from "./PrintNotes";
import "./report.css";
import "./ledgers.css";
import { Script } from "./Script";
import "./print.css";

interface ReportViewProps {
  text: string;
  report: Report;
  scheme: MarkScheme;
  /** The reader's own answer, or an exemplar. */
  own?: boolean;
  /** The level that its writer expected on this scheme's ladder. */
  expected?: number | null;
}

/** A report on a script: the sentence and the ladder, the script, the two ledgers, the next steps. */
export function ReportView({ text, report, scheme, own = true, expected = null }: ReportViewProps) {
  const notes = useMemo(() => notesOf(report), [report]);
  const paragraphs = useMemo(() => paragraphsOf(text, notes), [text, notes]);
  const [open, setOpen] = useState<number | null>(null);
  // An exemplar stands under a heading of its own.
  const Title = own ? "h2" : "h3";

  function show(note: number) {
    setOpen(note);
    requestAnimationFrame(() => {
      const ref = document.querySelector<HTMLElement>(`[data-ref="${note}"]`);
      ref?.focus({ preventScroll: true });
      ref?.scrollIntoView({ block: "center" });
    });
  }

  return (
    <div className="report">
      <Opening report={report} scheme={scheme} own={own} expected={expected} />
      <Flags flags={report.flags} notes={notes} onShow={show} />
      <section aria-labelledby="script-title">
        <Title id="script-title">{own ? "Your script" : "The script"}</Title>
        {paragraphs.length > 0 ? (
          <>
            <Key notes={notes} />
            <Script paragraphs={paragraphs} notes={notes} open={open} onOpen={setOpen} />
            <PrintNotes notes={notes} />
          </>
        ) : (
          <p className="quiet">There are no words in this answer.</p>
        )}
      </section>
      <section aria-labelledby="map-title">
        <Title id="map-title">Factors</Title>
        <FactorMap report={report} notes={notes} onShow={show} />
      </section>
      <section aria-labelledby="errors-title">
        <Title id="errors-title">Errors</Title>
        <Errors errors={report.misconceptions} notes={notes} onShow={show} />
      </section>
      <section aria-labelledby="judgement-title">
        <Title id="judgement-title">Judgement</Title>
        <Demands demands={report.demands} />
        <Judgement qualities={report.qualities} />
      </section>
      {own && (
        <section aria-labelledby="steps-title">
          <h2 id="steps-title">Next steps</h2>
          <NextSteps steps={report.next_steps} />
        </section>
      )}
    </div>
  );
}

const KEY: readonly { kind: Kind; name: string }[] = [
  { kind: "credited", name: "developed" },
  { kind: "mentioned", name: "mentioned" },
  { kind: "possible", name: "not quite said" },
  { kind: "error", name: "not right" },
  { kind: "flag", name: "flagged" },
];

/** What the lines under the words mean: only those that this script has. */
function Key({ notes }: { notes: readonly Note[] }) {
  const kinds = KEY.filter(({ kind }) => notes.some((note) => note.kind === kind));
  if (!kinds.length)
    return <p className="small quiet script-key">No sentence in it could be credited yet.</p>;
  return (
    <p className="small quiet script-key">
      Underlined:{" "}
      {kinds.map(({ kind, name }, index) => (
        <Fragment key={kind}>
          {index > 0 && ", "}
          <mark className={`on-${kind}`}>{name}</mark>
        </Fragment>
      ))}
      . The numbers open the notes.
    </p>
  );
}
