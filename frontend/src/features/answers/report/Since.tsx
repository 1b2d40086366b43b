import { Link } from "wouter";

import { useAnswer } from "../../../api/queries";
import type { Answer } from "../../../api/types";
import { result } from "../../../lib/attempts";
import { list, plural } from "../../../lib/text";
import { factorChanges } from "../compare/compare";

/** One sentence on what this attempt changed. */
export function Since({ answer, previousId }: { answer: Answer; previousId: string }) {
  const before = useAnswer(previousId);
  if (!before.data) return null;
  const changes = factorChanges(before.data.report, answer.report);
  const count = (kind: string) => changes.filter((change) => change.kind === kind).length;
  const parts = [
    ["gained", "gained"],
    ["deepened", "taken further"],
    ["lost", "lost"],
  ].flatMap(([kind = "", word]) => (count(kind) ? [`${plural(count(kind), "factor")} ${word}`] : []));
  return (
    <p className="since">
      Last time: {result(before.data.report)}. Since then: {parts.length ? list(parts) : "the same factors"}.{" "}
      <Link href={`/answers/${answer.id}/compare`}>Compare the two</Link>
    </p>
  );
}
