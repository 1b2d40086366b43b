import { Fragment, type MouseEvent, useRef } from "react";

import { useMedia, WIDE } from "../../../lib/useMedia";
import { Margin } from "./Margin";
import { InlineNote, noteTitle } from "./NoteHead";
import type { Note, Segment } from "./notes";
import "./script.css";

interface ScriptProps {
  paragraphs: readonly Segment[][];
  notes: readonly Note[];
  open: number | null;
  onOpen: (number: number | null) => void;
}

/** The script with its marks; the notes stand in the margin, or open under their words where there is none. */
export function Script({ paragraphs, notes, open, onOpen }: ScriptProps) {
  const wide = useMedia(WIDE);
  const sheet = useRef<HTMLDivElement>(null);

  function toggle(number: number, event: MouseEvent) {
    const opening = open !== number;
    onOpen(opening ? number : null);
    // A key was pressed rather than a mouse: bring the reader to the note.
    if (opening && event.detail === 0)
      requestAnimationFrame(() => document.getElementById(`note-${number}`)?.focus());
  }

  function close(number: number) {
    onOpen(null);
    sheet.current?.querySelector<HTMLElement>(`[data-ref="${number}"]`)?.focus();
  }

  return (
    <div className="script">
      <div className="script-sheet" ref={sheet}>
        {paragraphs.map((segments, index) => (
          <div key={index} className="script-paragraph">
            {segments.map((segment, at) => (
              <Fragment key={at}>
                <Piece segment={segment} notes={notes} open={open} onOpen={onOpen} onToggle={toggle} />
                {!wide &&
                  segment.under
                    .filter((number) => number === open)
                    .map((number) => (
                      <InlineNote key={number} note={notes[number - 1]} onClose={() => close(number)} />
                    ))}
              </Fragment>
            ))}
          </div>
        ))}
      </div>
      {wide && <Margin notes={notes} open={open} sheet={sheet} onOpen={onOpen} onClose={close} />}
    </div>
  );
}

interface PieceProps {
  segment: Segment;
  notes: readonly Note[];
  open: number | null;
  onOpen: (number: number) => void;
  onToggle: (number: number, event: MouseEvent) => void;
}

/** One stretch of the script, after the numbers of the notes that begin with it. */
function Piece({ segment, notes, open, onOpen, onToggle }: PieceProps) {
  const words = (text: string) => <Words {...{ segment, notes, open, onOpen, text }} />;
  if (!segment.begins.length) return words(segment.text);
  // A number never stands at the end of a line, away from its words.
  const [first = ""] = /^\S*/u.exec(segment.text) ?? [];
  return (
    <>
      <span className="together">
        {segment.begins.map((number) => (
          <Ref
            key={number}
            note={notes[number - 1]}
            open={open === number}
            onClick={(event) => onToggle(number, event)}
          />
        ))}
        {words(first)}
      </span>
      {words(segment.text.slice(first.length))}
    </>
  );
}

interface RefProps {
  note: Note | undefined;
  open: boolean;
  onClick: (event: MouseEvent) => void;
}

function Ref({ note, open, onClick }: RefProps) {
  if (!note) return null;
  return (
    <button
      type="button"
      className={`ref is-${note.kind}`}
      data-ref={note.number}
      aria-label={`Note ${note.number}: ${noteTitle(note)}`}
      aria-expanded={open}
      onClick={onClick}
    >
      {note.number}
      {note.kind === "error" && "!"}
    </button>
  );
}

interface WordsProps {
  segment: Segment;
  notes: readonly Note[];
  open: number | null;
  onOpen: (number: number) => void;
  text: string;
}

function Words({ segment, notes, open, onOpen, text }: WordsProps) {
  const last = segment.notes.at(-1);
  if (last === undefined || !text) return text;
  const kinds = new Set(segment.notes.map((number) => notes[number - 1]?.kind));
  const isOpen = open !== null && segment.notes.includes(open);
  const className = [...Array.from(kinds, (kind) => `on-${kind}`), isOpen ? "is-open" : ""].join(" ");
  // A convenience for the mouse: the numbered button before the words does the same for everyone.
  return (
    <mark className={className} onClick={() => onOpen(last)}>
      {text}
    </mark>
  );
}
