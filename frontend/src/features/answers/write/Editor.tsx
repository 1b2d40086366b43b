import { type KeyboardEvent, type Ref, useImperativeHandle, useLayoutEffect, useRef } from "react";

interface EditorProps {
  text: string;
  tooLong: boolean;
  onChange: (text: string) => void;
  onHandIn: () => void;
  onLeave: () => void;
  ref?: Ref<HTMLTextAreaElement>;
}

const growsByItself = typeof CSS !== "undefined" && CSS.supports("field-sizing", "content");

/** The sheet to write on. */
export function Editor({ text, tooLong, onChange, onHandIn, onLeave, ref }: EditorProps) {
  const field = useRef<HTMLTextAreaElement>(null);
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
        onChange={(event) => onChange(event.target.value.replaceAll("\0", ""))}
        onKeyDown={onKeyDown}
        onBlur={onLeave}
      />
    </div>
  );
}
