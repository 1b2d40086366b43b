import { Fragment } from "react";

import type { Factor, Misconception } from "../../../api/types";
import { plural } from "../../../lib/text";
import { standing } from "../../../lib/words";
import { type Note, remarks } from "./notes";
import { Place, Sources } from "../../../ui/Sources";

/** What a margin note says once it is open. */
export function NoteBody({ note }: { note: Note }) {
  return (
    <div className="note-body">
      {note.factors.map((factor) => (
        <FactorNote key={factor.factor_id} factor={factor} named={note.factors.length > 1} />
      ))}
      {note.errors.map((error) => (
        <ErrorNote key={error.misconception_id} error={error} />
      ))}
      {remarks(note).map((flag) => (
        <p key={flag.kind}>{flag.message}</p>
      ))}
    </div>
  );
}

function FactorNote({ factor, named }: { factor: Factor; named: boolean }) {
  return (
    <div>
      {named && <p className="note-name">{factor.name}</p>}
      <p>{verdict(factor)}</p>
      {["mentioned", "unsure", "possible"].includes(standing(factor)) && factor.advice && <p>{factor.advice}</p>}
      <Sources sources={factor.sources} />
    </div>
  );
}

function ErrorNote({ error }: { error: Misconception }) {
  return (
    <div>
      <p>{error.correction}</p>
      <Authority error={error} />
    </div>
  );
}

/** What a correction rests on, or that it should be checked. */
export function Authority({ error }: { error: Misconception }) {
  if (!error.verified)
    return <p className="sources small quiet">Check this in your notes: no source was looked up for it.</p>;
  const { authority } = error;
  if (!authority.length) return null;
  // An id of the subject's list of works means nothing to a reader.
  if (authority.some((source) => /^[\w-]+$/.test(source))) {
    return <p className="sources small quiet">Checked against {plural(authority.length, "source")}.</p>;
  }
  return (
    <p className="sources small quiet">
      Rests on{" "}
      {authority.map((source, index) => (
        <Fragment key={source}>
          {index > 0 && "; "}
          <Place url={source}>
            {/^https?:/.test(source) ? new URL(source).hostname.replace(/^www\./, "") : source}
          </Place>
        </Fragment>
      ))}
      .
    </p>
  );
}

/** What was seen of a factor, in a sentence. */
export function verdict(factor: Factor): string {
  switch (standing(factor)) {
    case "rejected":
      return "You raise this and argue it down, which counts as much as arguing for it.";
    case "developed":
      return "Developed: you say it, and you back it with facts or say why it mattered.";
    case "mentioned":
      return "Mentioned: you name it. It is not yet backed or explained.";
    case "unsure":
      return "Possibly said: these words may make this factor. It counts half until a teacher has looked.";
    case "possible":
      return "These words come close, but not close enough for credit. Say it outright.";
    default:
      return "Missing from this answer.";
  }
}
