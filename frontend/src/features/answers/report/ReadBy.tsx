import { useQuery } from "@tanstack/react-query";
import { useId } from "react";
import { Link, useSearchParams } from "wouter";

import { answerQuery, schemesQuery } from "../../../api/queries";
import type { MarkScheme } from "../../../api/types";
import { result } from "../../../lib/attempts";

interface ReadByProps {
  answerId: string;
  /** The scheme that the page shows now. */
  scheme: MarkScheme;
  /** The scheme that the address names; null for the answer's own. */
  readBy: string | null;
}

/** The same answer by another of the mark schemes. What is stored does not change. */
export function ReadBy({ answerId, scheme, readBy }: ReadByProps) {
  const [, setSearch] = useSearchParams();
  const schemes = useQuery(schemesQuery);
  const stored = useQuery(answerQuery(answerId));
  const select = useId();
  const own = stored.data?.report.scheme ?? null;
  const away = readBy !== null && own !== null && readBy !== own;
  if (!schemes.data || schemes.data.length < 2) return null;
  return (
    <div className="read-by no-print">
      <label htmlFor={select} className="small">
        Read by another mark scheme
      </label>
      <select
        id={select}
        className="small"
        value={scheme.id}
        onChange={(event) => {
          const chosen = event.target.value;
          setSearch(chosen === own ? {} : { scheme: chosen }, { replace: true });
        }}
      >
        {schemes.data.map((each) => (
          <option key={each.id} value={each.id}>
            {each.name}
          </option>
        ))}
      </select>
      <p className="small" role="status">
        {away && stored.data && (
          <>
            Your stored report stays as it is: {result(stored.data.report)}.{" "}
            <Link href={`/answers/${answerId}`}>Back to it</Link>
          </>
        )}
      </p>
    </div>
  );
}
