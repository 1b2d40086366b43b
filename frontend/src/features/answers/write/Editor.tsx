import { type KeyboardEvent, type Ref, useImperativeHandle, useLayoutEffect, useRef, useState } from "react";

import { paragraphAt } from "../../../lib/text";
import "./editor.css";

interface EditorProps {
  text: string;
  tooLong: boolean;
  onChange: (text: string) => void;
  onHandIn: () => void;
  onLeave: () => void;
  /** Have the paragraph of that number read; absent where nobody is there to read it. */
  onRead?: ((paragraph: number) => void) | undefined;
  ref?: Ref<HTMLTextAreaElement>;
}

const growsByItself = typeof CSS !== "undefined" && CSS.supports("field-sizing", "content");

/** The sheet to write on. */
export function Editor({ text, tooLong, onChange, onHandIn, onLeave, onRead, ref }: EditorProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  const [caret, setCaret] = useState(0);
  useImperativeHandle(ref, () => field.current as HTMLTextAreaElement);

  useLayoutEffect(() => {
    if (growsByItself || !field.current) return;
    field.current.style.height = "auto";
    field.current.style.height = `${field.current.scrollHeight}px`;
  }, [text]);

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      onHandIn();
    }
  }

  return (
    <div className="editor">
      <label className="unseen" htmlFor="answer">
        Your answer
      </label>
      <textarea
        id="answer"
        ref={field}
        value={text}
        placeholder="Begin with your line of argument."
        spellCheck
        autoCapitalize="sentences"
        aria-describedby="answer-words"
        aria-invalid={tooLong || undefined}
        onChange={(event) => {
          setCaret(event.target.selectionStart);
          onChange(event.target.value.replaceAll("\0", ""));
        }}
        onSelect={(event) => setCaret(event.currentTarget.selectionStart)}
        onKeyDown={onKeyDown}
        onBlur={onLeave}
      />
      {onRead && <ReadParagraph text={text} caret={caret} onRead={onRead} />}
    </div>
  );
}

interface ReadParagraphProps {
  text: string;
  caret: number;
  onRead: (paragraph: number) => void;
}

/** In the margin of the paragraph being written: have it read. */
function ReadParagraph({ text, caret, onRead }: ReadParagraphProps) {
  const found = paragraphAt(text, caret);
  if (!found) return null;
  // The words above it, unseen and in the same shape, put the button beside the paragraph's first line.
  return (
    <div className="editor-above">
      {text.slice(0, found.start)}
      {"\u200b"}
      <button
        type="button"
        className="editor-read"
        aria-label="Read this paragraph"
        title="Have the tutor read this paragraph"
        onClick={() => onRead(found.number)}
      >
        read
      </button>
    </div>
  );
}
