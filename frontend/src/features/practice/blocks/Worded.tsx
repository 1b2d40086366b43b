import type { WordedClaim } from "../../../api/types";

/** What a language model worded about the report, sentence by sentence as it comes. */
export function Worded({ claims, stopped }: { claims: readonly WordedClaim[]; stopped: string | null }) {
  if (!claims.length && !stopped) return null;
  return (
    <div className="tutor-worded">
      {claims.map((claim, index) => (
        <p key={index}>
          {claim.text}
          {claim.quote && (
            <>
              {" "}
              <q className="tutor-quoted">{claim.quote}</q>
            </>
          )}
        </p>
      ))}
      {stopped && (
        <p className="small quiet">The rest of the wording did not come. Your marks are not affected.</p>
      )}
    </div>
  );
}
