import { type RefObject, useState } from "react";
import { flushSync } from "react-dom";

import { announce } from "../../../ui/announce";
import { typeIn } from "./typing";

const GAP = "\n\n";

/** A plan carried into the editor: above what was written, which stays as it is, and easily taken out again. */
export function useOutline(text: string, field: RefObject<HTMLTextAreaElement | null>, show: () => void) {
  const [outline, setOutline] = useState("");
  const stands = outline !== "" && text.startsWith(outline);

  function put(given: string) {
    const wanted = given.trim();
    // The field cannot be typed in before it is on the page.
    flushSync(show);
    const editor = field.current;
    if (!editor || !wanted) return;
    const there = editor.value.startsWith(wanted);
    if (!there) typeIn(editor, 0, 0, wanted + GAP);
    setOutline(wanted);
    editor.setSelectionRange(wanted.length + GAP.length, wanted.length + GAP.length);
    editor.focus({ preventScroll: true });
    announce(there ? "Your plan is already in the editor." : "Your plan stands at the top of your answer.");
  }

  function takeOut() {
    const editor = field.current;
    if (!editor || !stands) return;
    const gap = editor.value.startsWith(outline + GAP) ? GAP.length : 0;
    typeIn(editor, 0, outline.length + gap, "");
    setOutline("");
  }

  return { stands, put, takeOut };
}
