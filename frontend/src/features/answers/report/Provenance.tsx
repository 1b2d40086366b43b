import type { Report } from "../../../api/types";

/** What produced the mark, so that it can be produced again. */
export function Provenance({ report }: { report: Report }) {
  const { provenance } = report;
  return (
    <details className="provenance small quiet">
      <summary>How this was marked</summary>
      <p>
        By rules, from the words of the answer alone: the same words get the same mark every time. Engine{" "}
        {provenance.engine}, subject {provenance.pack} {provenance.pack_version}, word table{" "}
        {provenance.encoder}, rubric <code>{provenance.rubric_hash.slice(0, 12)}</code>.
      </p>
    </details>
  );
}
