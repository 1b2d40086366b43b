import type { WordedClaim, Words } from "../../../api/types";
import type { Standing } from "../../../lib/words";
import { StandingIcon } from "../../../ui/StandingIcon";

/** The shape of what a sentence is about; a quality of the whole answer has none. */
const ICON: Partial<Record<WordedClaim["standing"], Standing>> = {
  explained: "developed",
  named: "mentioned",
  not_yet: "absent",
};

/** What a language model worded about the report, sentence by sentence as it comes. */
export function Worded({ claims, words }: { claims: readonly WordedClaim[]; words: Words | null }) {
  const stopped = words?.stopped ?? null;
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
      {words?.model && (
        <p className="small quiet">
          Worded by {words.model}
          {words.cost ? `, for ${costs(words.cost)}` : ""}; the mark is not its doing.
        </p>
      )}
    </div>
  );
}

/** Millionths of the unit that the model's prices are in, as a number of that unit. */
function costs(millionths: number): string {
  return (millionths / 1_000_000).toLocaleString("en-GB", { maximumSignificantDigits: 2 });
}

function Mark({ standing }: { standing: Standing | undefined }) {
  return standing ? <StandingIcon standing={standing} /> : null;
}
