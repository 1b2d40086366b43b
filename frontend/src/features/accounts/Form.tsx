import { type FormEvent, type ReactNode, useId, useState } from "react";

import { Notice } from "../../ui/Notice";
import { wordsFor } from "./words";

interface FieldProps {
  label: string;
  name: string;
  hint?: string;
  autoComplete?: string;
  defaultValue?: string;
  minLength?: number;
  maxLength?: number;
}

/** One line to type, with its name above it and what it wants below. */
export function Field({ label, hint, ...input }: FieldProps) {
  const id = useId();
  return (
    <p className="field">
      <label htmlFor={id}>{label}</label>
      <input id={id} required spellCheck={false} {...input} aria-describedby={hint ? `${id}-hint` : undefined} />
      {hint && (
        <span id={`${id}-hint`} className="small quiet">
          {hint}
        </span>
      )}
    </p>
  );
}

/** A password: hidden until its writer wants to see it; pasting is welcome. */
export function PasswordField({ label, hint, ...input }: FieldProps) {
  const id = useId();
  const [shown, setShown] = useState(false);
  return (
    <p className="field">
      <label htmlFor={id}>{label}</label>
      <span className="field-row">
        <input
          id={id}
          required
          type={shown ? "text" : "password"}
          spellCheck={false}
          autoCapitalize="none"
          {...input}
          aria-describedby={hint ? `${id}-hint` : undefined}
        />
        <button
          type="button"
          className="button"
          aria-pressed={shown}
          aria-label={`Show ${label.toLowerCase()}`}
          onClick={() => setShown(!shown)}
        >
          {shown ? "Hide" : "Show"}
        </button>
      </span>
      {hint && (
        <span id={`${id}-hint`} className="small quiet">
          {hint}
        </span>
      )}
    </p>
  );
}

export const NEW_PASSWORD = {
  autoComplete: "new-password",
  minLength: 8,
  maxLength: 200,
  hint: "At least 8 characters. Three or four words that only you would put together are good.",
};

interface FormProps {
  doing: { isPending: boolean; error: unknown };
  act: string;
  send: (fields: Record<string, string>) => void;
  /** What a refused password means here, where it is not that of a sign-in. */
  unsaid?: string;
  children?: ReactNode;
}

/** Fields, what went wrong, and one button. What was typed stays when the server says no. */
export function Form({ doing, act, send, unsaid, children }: FormProps) {
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (doing.isPending) return;
    const fields = [...new FormData(event.currentTarget)].map(([name, value]) => [name, String(value)]);
    send(Object.fromEntries(fields) as Record<string, string>);
  }
  return (
    <form className="account-form" onSubmit={submit}>
      {children}
      <div role="alert">{doing.error ? <Notice tone="error">{wordsFor(doing.error, unsaid)}</Notice> : null}</div>
      <p>
        <button className="button primary" aria-disabled={doing.isPending}>
          {doing.isPending ? "One moment" : act}
        </button>
      </p>
    </form>
  );
}
