import { Link } from "wouter";

import type { BlockOf } from "../../../api/types";
import { COMMAND_WORDS } from "../../../lib/words";
import { useDesk } from "../context";

/** Questions to choose from, or the one that has just been opened. */
export function Questions({ block, current }: { block: BlockOf<"questions">; current: boolean }) {
  const { send, busy } = useDesk();
  const opened = block.questions.find(({ id }) => id === block.chosen);
  if (opened) {
    return (
      <p className="tutor-question serif">
        {opened.text} <span className="quiet">[{opened.max_mark}]</span>
      </p>
    );
  }
  return (
    <>
      <ul className="tutor-questions">
        {block.questions.map((question) => (
          <li key={question.id}>
            <button
              type="button"
              className="tutor-way"
              aria-disabled={busy || !current || undefined}
              onClick={() => current && send({ action: "choose_question", argument: question.id })}
            >
              <span className="serif">{question.text}</span>
              <span className="small quiet">
                {COMMAND_WORDS[question.command_word]}, {question.max_mark} marks, {question.minutes} minutes
              </span>
            </button>
          </li>
        ))}
      </ul>
      {current && (
        <p className="small">
          <Link href="/">All questions</Link>
        </p>
      )}
    </>
  );
}
