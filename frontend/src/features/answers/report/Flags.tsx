import type { Flag } from "../../../api/types";
import { FLAGS } from "../../../lib/words";
import type { Note } from "./notes";

interface FlagsProps {
  flags: readonly Flag[];
  notes: readonly Note[];
  onShow: (note: number) => void;
}

/** What a reader should know about the answer as a text; the same remark on several places is made once. */
export function Flags({ flags, notes, onShow }: FlagsProps) {
  if (!flags.length) return null;
  const remarks = new Map<string, Flag[]>();
  for (const flag of flags) remarks.set(flag.message, [...(remarks.get(flag.message) ?? []), flag]);
  return (
    <section className="flags" aria-label="About this text">
      <ul>
        {Array.from(remarks, ([message, same]) => {
          const places = notes.filter((note) => note.flags.some((flag) => same.includes(flag)));
          return (
            <li key={message} className="notice amber">
              <p>
                {same[0] && <strong>{FLAGS[same[0].kind]}.</strong>} {message}{" "}
                {places.map((note) => (
                  <button
                    key={note.number}
                    type="button"
                    className="text-button flag-place"
                    onClick={() => onShow(note.number)}
                  >
                    Note {note.number}
                  </button>
                ))}
              </p>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
