import { capital, result } from "../../../lib/attempts";
import { Notice } from "../../../ui/Notice";
import type { useMarked } from "./useMarked";

/** What the tutor has marked from this draft, and the way to its report. */
export function Marked({ marked: { answer, unchanged, open } }: { marked: ReturnType<typeof useMarked> }) {
  if (!answer) return null;
  return (
    <Notice
      action={
        <button type="button" className="text-button" onClick={() => open(answer.id, answer.text)}>
          Open the report
        </button>
      }
    >
      The tutor marked attempt {answer.attempt}. {capital(result(answer.report))}.
      {!unchanged && " You have written on since; hand in to have that marked too."}
    </Notice>
  );
}
