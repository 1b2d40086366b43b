import { useState } from "react";

import { clip, countWords } from "../../lib/text";

/** A message longer than this opens only when asked: it is the student's own, so they know it. */
const LONG = 90;
const SHOWN = 45;

/** What the student typed. */
export function Typed({ text }: { text: string }) {
  const words = countWords(text);
  const [open, setOpen] = useState(words <= LONG);
  return (
    <div className="tutor-typed">
      {open ? text : clip(text, SHOWN)}{" "}
      {!open && (
        <button type="button" className="text-button small" onClick={() => setOpen(true)}>
          Show all {words} words
        </button>
      )}
    </div>
  );
}
