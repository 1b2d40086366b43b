import { type KeyboardEvent, type Ref, useImperativeHandle, useLayoutEffect, useRef } from "react";

import type { Turn } from "../../api/types";
import { fieldHint } from "./words";

const growsByItself = typeof CSS !== "undefined" && CSS.supports("field-sizing", "content");

interface ComposerProps {
  text: string;
  last: Turn | undefined;
  onType: (text: string) => void;
  onSend: () => void;
  /** Escape: back to reading. */
  onLeave: () => void;
  ref?: Ref<HTMLTextAreaElement>;
}

/** Where the student types. It is never locked: what is typed while a reply comes in waits here. */
export function Composer({ text, last, onType, onSend, onLeave, ref }: ComposerProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  useImperativeHandle(ref, () => field.current as HTMLTextAreaElement);
  useLayoutEffect(() => {
    if (growsByItself || !field.current) return;
    field.current.style.height = "auto";
    field.current.style.height = `${field.current.scrollHeight}px`;
  }, [text]);

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === "Escape") {
      event.stopPropagation();
      onLeave();
    }
    // While an input method composes a letter, Enter is part of the letter.
    if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    onSend();
  }

  return (
    <form
      className="tutor-composer"
      onSubmit={(event) => {
        event.preventDefault();
        onSend();
      }}
    >
      <label className="unseen" htmlFor="tutor-field">
        Message to the tutor
      </label>
      <textarea
        id="tutor-field"
        ref={field}
        value={text}
        rows={1}
        maxLength={20_000}
        placeholder={fieldHint(last)}
        spellCheck
        autoCapitalize="sentences"
        aria-describedby="tutor-keys"
        onChange={(event) => onType(event.target.value.replaceAll("\0", ""))}
        onKeyDown={onKeyDown}
      />
      <p id="tutor-keys" className="unseen">
        Enter sends, Shift and Enter begins a new line, Escape goes back to the reply.
      </p>
      <button type="submit" className="button primary">
        Send
      </button>
    </form>
  );
}
