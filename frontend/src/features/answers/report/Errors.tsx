import type { Misconception } from "../../../api/types";
import { Authority } from "./NoteBody";
import type { Note } from "./notes";

const SEVERITY: Record<Misconception["severity"], string> = {
  high: "Changes your argument",
  medium: "A wrong fact",
  low: "A slip",
};

interface ErrorsProps {
  errors: readonly Misconception[];
  notes: readonly Note[];
  onShow: (note: number) => void;
}

/** What is not right, in the student's words, with what is. */
export function Errors({ errors, notes, onShow }: ErrorsProps) {
  if (!errors.length) return <p className="quiet">No known error was found in this answer.</p>;
  return (
    <ul className="errors">
      {errors.map((error, index) => {
        const note = notes.find((each) => each.errors.includes(error));
        return (
          <li key={index}>
            <p className="error-kind small">
              <b aria-hidden="true">!</b> {SEVERITY[error.severity]}
            </p>
            <div>
              <blockquote className="serif">
                “<mark className="on-error">{error.quote}</mark>”
              </blockquote>
              <p>{error.correction}</p>
              <Authority error={error} />
              {note && (
                <button
                  type="button"
                  className="text-button small no-print"
                  onClick={() => onShow(note.number)}
                >
                  See it in the script
                </button>
              )}
            </div>
          </li>
        );
      })}
    </ul>
  );
}
