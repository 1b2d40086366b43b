import { useDesk } from "./context";
import "./start.css";
import { MODES } from "./words";

/** Before anything has been said: what the tutor is for, and four ways in. */
export function Start({ question }: { question: boolean }) {
  const { send, busy } = useDesk();
  return (
    <div className="tutor-start">
      <p className="tutor-lead">Where shall we start?</p>
      <p className="small quiet">
        {question
          ? "I know this question’s mark scheme. I read what you write and never write it for you."
          : "I know the mark schemes of the questions here. I read what you write and never write it for you."}
      </p>
      <ul>
        {MODES.filter(({ action }) => !(question && action === "write")).map(({ action, name, about }) => (
          <li key={action}>
            <button
              type="button"
              className="tutor-way"
              aria-disabled={busy || undefined}
              onClick={() => send({ action })}
            >
              <strong>{name}</strong>
              <span>{about}</span>
            </button>
          </li>
        ))}
        {question && (
          <li>
            <button
              type="button"
              className="tutor-way"
              aria-disabled={busy || undefined}
              onClick={() => send({ action: "mark" })}
            >
              <strong>Mark</strong>
              <span>Your draft as it stands in the editor.</span>
            </button>
          </li>
        )}
      </ul>
    </div>
  );
}
