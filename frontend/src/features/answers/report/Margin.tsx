import { type RefObject, useLayoutEffect, useRef, useState } from "react";

import { NoteBody } from "./NoteBody";
import { NoteLine } from "./NoteHead";
import { type Note, placeNotes } from "./notes";

interface MarginProps {
  notes: readonly Note[];
  open: number | null;
  sheet: RefObject<HTMLDivElement | null>;
  onOpen: (number: number | null) => void;
  onClose: (number: number) => void;
}

const GAP = 4;

/** The margin: each note beside its words, moved down where two would meet. */
export function Margin({ notes, open, sheet, onOpen, onClose }: MarginProps) {
  const column = useRef<HTMLOListElement>(null);
  const [tops, setTops] = useState<readonly number[]>([]);
  const [tall, setTall] = useState(0);

  useLayoutEffect(() => {
    const script = sheet.current;
    const margin = column.current;
    if (!script || !margin) return;
    function place() {
      if (!script || !margin) return;
      const origin = margin.getBoundingClientRect().top;
      const heights = Array.from(margin.children, (note) => (note as HTMLElement).offsetHeight);
      const anchors = notes.map((note) => {
        const ref = script.querySelector(`[data-ref="${note.number}"]`);
        return ref ? Math.max(0, ref.getBoundingClientRect().top - origin) : 0;
      });
      const placed = placeNotes(anchors, heights, GAP, open === null ? -1 : open - 1);
      setTops(placed);
      setTall((placed.at(-1) ?? 0) + (heights.at(-1) ?? 0));
    }
    place();
    const watcher = new ResizeObserver(place);
    watcher.observe(script);
    for (const note of margin.children) watcher.observe(note);
    return () => watcher.disconnect();
  }, [notes, open, sheet]);

  return (
    <ol className="margin" ref={column} style={{ minHeight: tall }} aria-label="Margin notes">
      {notes.map((note, index) => (
        <li
          key={note.number}
          className={`note is-${note.kind}${open === note.number ? " is-open" : ""}`}
          style={{ top: tops[index] ?? 0 }}
        >
          <button
            type="button"
            id={`note-${note.number}`}
            className="note-head"
            aria-expanded={open === note.number}
            onClick={() => onOpen(open === note.number ? null : note.number)}
            onKeyDown={(event) => event.key === "Escape" && onClose(note.number)}
          >
            <NoteLine note={note} />
          </button>
          {open === note.number && <NoteBody note={note} />}
        </li>
      ))}
    </ol>
  );
}
