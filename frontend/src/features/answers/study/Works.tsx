import type { Reading } from "../../../api/types";
import { list } from "../../../lib/text";
import { Place } from "../report/Sources";

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

/** The works behind the factors you were credited for, and how far to trust each. */
export function Works({ readings }: { readings: readonly Reading[] }) {
  if (!readings.length) return <p className="quiet">None yet: no factor of your answer was credited.</p>;
  return (
    <ul className="works">
      {readings.map(({ source, factors, places }) => (
        <li key={source.id}>
          <p className="work-title serif">
            <Place url={source.url}>{source.title}</Place>
          </p>
          <p className="small quiet">
            {[source.author, source.site, KINDS[source.kind]].filter(Boolean).join(", ")}
            {places.length > 0 && `; ${places.slice(0, 3).join(", ")}`}
          </p>
          <p className="small">
            <strong className={`trust is-${source.reliability}`}>{RELIABILITY[source.reliability]}.</strong> Behind{" "}
            {list(factors.map((factor) => `“${factor}”`))}.
          </p>
        </li>
      ))}
    </ul>
  );
}
