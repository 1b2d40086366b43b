import { NoteBody } from "./NoteBody";
import { NoteLine } from "./NoteHead";
import type { Note } from "./notes";

/** On paper nothing opens, so every note is printed under the script. */
export function PrintNotes({ notes }: { notes: readonly Note[] }) {
  return (
    <ol className="print-notes">
      {notes.map((note) => (
        <li key={note.number}>
          <NoteLine note={note} />
          {note.errors.length > 0 && <NoteBody note={note} />}
        </li>
      ))}
    </ol>
  );
}
