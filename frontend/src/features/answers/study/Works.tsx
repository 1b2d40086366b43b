import { useState } from "react";

import type { Reading } from "../../../api/types";
import { list } from "../../../lib/text";
import { Place } from "../../../ui/Sources";

const RELIABILITY: Record<Reading["source"]["reliability"], string> = {
  high: "Reliable: written by a historian or kept by an archive",
  medium: "Use with care: check its facts elsewhere",
  low: "Not for facts: good for how people argue",
};

const KINDS: Record<Reading["source"]["kind"], string> = {
  essay: "student essay",
  textbook: "textbook",
  article: "article",
  archive: "archive",
  encyclopaedia: "encyclopaedia",
  revision_notes: "revision notes",
  flashcards: "flash cards",
  press: "newspaper or magazine",
  reference: "reference work",
  video: "film",
  forum: "forum",
  examiner_knowledge: "examiner’s knowledge",
};

/** The works that stand behind most factors come first; these are enough to begin with. */
const FIRST = 6;

/** The works behind the factors you were credited for, and how far to trust each. */
export function Works({ readings }: { readings: readonly Reading[] }) {
  const [all, showAll] = useState(false);
  if (!readings.length) return <p className="quiet">None yet: no factor of your answer was credited.</p>;
  return (
    <>
      <ul className="works">
        {readings.slice(0, all ? undefined : FIRST).map(({ source, factors, places }) => (
          <li key={source.id}>
            <p className="work-title serif">
              <Place url={source.url}>{source.title}</Place>
            </p>
            <p className="small quiet">
              {[source.author, source.site, KINDS[source.kind]].filter(Boolean).join(", ")}
              {places.length > 0 && `; ${places.slice(0, 3).join(", ")}`}
            </p>
            <p className="small">
              <strong className={`trust is-${source.reliability}`}>{RELIABILITY[source.reliability]}.</strong>{" "}
              Behind {list(named(factors))}.
            </p>
          </li>
        ))}
      </ul>
      {!all && readings.length > FIRST && (
        <button type="button" className="button" onClick={() => showAll(true)}>
          Show all {readings.length} works
        </button>
      )}
    </>
  );
}

/** The first factors by name, and how many more. */
function named(factors: readonly string[]): string[] {
  const shown = factors.slice(0, 2).map((factor) => `“${factor}”`);
  return factors.length > 2 ? [...shown, `${factors.length - 2} more`] : shown;
}
