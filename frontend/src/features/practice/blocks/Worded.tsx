import type { WordedClaim } from "../../../api/types";
import type { Standing } from "../../../lib/words";
import { StandingIcon } from "../../../ui/StandingIcon";

/** The shape of what a sentence is about; a quality of the whole answer has none. */
const ICON: Partial<Record<WordedClaim["standing"], Standing>> = {
  explained: "developed",
  named: "mentioned",
  not_yet: "absent",
};

/** What a language model worded about the report, sentence by sentence as it comes. */
export function Worded({ claims, stopped }: { claims: readonly WordedClaim[]; stopped: string | null }) {
  if (!claims.length && !stopped) return null;
  return (
    <div className="tutor-worded">
      {claims.map((claim, index) => (
        <p key={index} className={`is-${ICON[claim.standing]}`}>
          <Mark standing={ICON[claim.standing]} />
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

function Mark({ standing }: { standing: Standing | undefined }) {
  return standing ? <StandingIcon standing={standing} /> : null;
}
