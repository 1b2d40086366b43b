import { type KeyboardEvent, useId } from "react";

import type { Turn } from "../../api/types";
import { countWords } from "../../lib/text";
import { announce } from "../../ui/announce";
import { useDesk } from "./context";
import { useTyped } from "./kept";
import { blockOf } from "./live";

/** The place to take a step in: the passage to write anew, or an empty sheet for something new. */
export function RewriteBox({ turn }: { turn: Turn }) {
  const given = blockOf(turn.blocks, "step");
  const { send, busy } = useDesk();
  const seed = given?.passage?.quote ?? "";
  const [text, type] = useTyped(`rewrite:${given?.answer_id}:${turn.number}`, seed);
  const id = useId();
  if (!given) return null;

  function submit(): void {
    if (!countWords(text)) announce("Write something first.");
    else if (text.trim() === seed.trim()) announce("That is what stands there now. Change it, then send it.");
    else send({ action: "rewrite", text: text.trim() });
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === "Escape") document.getElementById("tutor-field")?.focus();
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      submit();
    }
  }

  return (
    <form
      className="tutor-rewrite no-print"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <label htmlFor={id}>{given.passage ? "Rewrite it here" : "Write it here"}</label>
      <textarea
        id={id}
        value={text}
        rows={4}
        spellCheck
        onChange={(event) => type(event.target.value.replaceAll("\0", ""))}
        onKeyDown={onKeyDown}
      />
      <button type="submit" className="button primary" aria-disabled={busy || undefined}>
        Read it again
      </button>
    </form>
  );
}
