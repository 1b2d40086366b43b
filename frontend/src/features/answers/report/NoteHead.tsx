import { clip } from "../../../lib/text";
import { FLAGS, standing, STANDINGS } from "../../../lib/words";
import { NoteBody } from "./NoteBody";
import { type Note, remarks } from "./notes";

/** What a note is about, in a line: for its button, and for those who hear the page. */
export function noteTitle(note: Note): string {
  return noteParts(note)
    .map(({ name, state }) => `${name}, ${state}`)
    .join("; ");
}

export function noteParts(note: Note): { name: string; state: string }[] {
  return [
    ...note.factors.map((factor) => ({
      name: factor.name,
      state: STANDINGS[standing(factor)],
    })),
    ...note.errors.map((error) => ({ name: `“${clip(error.quote, 6)}”`, state: "not right" })),
    ...remarks(note).map((flag) => ({ name: FLAGS[flag.kind], state: "flagged" })),
  ];
}

/** A note where there is no margin: under the words it is about. */
export function InlineNote({ note, onClose }: { note: Note | undefined; onClose: () => void }) {
  if (!note) return null;
  return (
    <aside
      className={`inline-note is-${note.kind}`}
      aria-label={`Note ${note.number}`}
      onKeyDown={(event) => event.key === "Escape" && onClose()}
    >
      <div className="inline-note-head" id={`note-${note.number}`} tabIndex={-1}>
        <NoteLine note={note} />
        <button type="button" className="text-button small" onClick={onClose}>
          Close
        </button>
      </div>
      <NoteBody note={note} />
    </aside>
  );
}

export function NoteLine({ note }: { note: Note }) {
  return (
    <span className="note-line">
      <b className="note-number figures">
        {note.number}
        {note.kind === "error" && "!"}
      </b>
      <span>
        {noteParts(note).map(({ name, state }) => (
          <span key={name} className="note-part">
            {name} <span className="note-state">{state}</span>
          </span>
        ))}
      </span>
    </span>
  );
}
