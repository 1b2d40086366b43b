import { Link } from "wouter";

import type { BlockOf } from "../../../api/types";
import { drafts, newDraft } from "../../../lib/drafts";
import { announce } from "../../../ui/announce";
import { StandingIcon } from "../../../ui/StandingIcon";
import { useDesk } from "../context";

/** The plan so far: which parts of the question it covers, the ideas in the student's words, and the outline at the end. */
export function Plan({ block, current }: { block: BlockOf<"plan">; current: boolean }) {
  const { roles, ideas, line, outline } = block;
  const covered = roles.filter((role) => role.covered).length;
  return (
    <div className="tutor-plan">
      <p className="eyebrow">
        Your plan{" "}
        <span className="figures quiet">
          {covered} of {roles.length} parts covered
        </span>
      </p>
      <ul className="tutor-chips">
        {roles.map((role) => (
          <li key={role.role} className={`chip is-${role.covered ? "developed" : "absent"}`}>
            <StandingIcon standing={role.covered ? "developed" : "absent"} />
            <span>
              {role.name}
              <span className="unseen">, {role.covered ? "covered" : "nothing yet"}</span>
            </span>
          </li>
        ))}
      </ul>
      {outline === null && ideas.length > 0 && (
        <ol className="tutor-ideas">
          {ideas.map((idea, index) => (
            <li key={index}>
              <span className="serif">{idea.text}</span>
              {idea.factor_id === null && <span className="small quiet"> kept, not placed</span>}
              {idea.evidence && <p className="tutor-evidence small">Evidence: {idea.evidence}</p>}
            </li>
          ))}
        </ol>
      )}
      {outline === null && line && <p className="serif">Your line: {line}</p>}
      {outline !== null && <Outline questionId={block.question_id} outline={outline} current={current} />}
    </div>
  );
}

interface OutlineProps {
  questionId: string;
  outline: string;
  current: boolean;
}

function Outline({ questionId, outline, current }: OutlineProps) {
  const { onOutline, send } = useDesk();

  function put(): void {
    onOutline?.(outline);
    if (!current || !send({ action: "write", argument: "plan" })) announce("Your outline is in the editor.");
  }

  return (
    <>
      <pre className="tutor-outline serif">{outline}</pre>
      {onOutline ? (
        <button type="button" className="button primary" onClick={put}>
          Put it in the editor
        </button>
      ) : (
        <Link href={`/questions/${questionId}`} className="button primary" onClick={() => carry(questionId, outline)}>
          Take it to the editor
        </Link>
      )}
    </>
  );
}

/** Put an outline at the head of a question's draft, once. */
function carry(questionId: string, outline: string): void {
  const draft = drafts.load(questionId) ?? newDraft(questionId);
  if (draft.text.includes(outline)) return;
  const text = draft.text.trim() ? `${outline}\n\n${draft.text}` : `${outline}\n\n`;
  drafts.save({ ...draft, text, saved: Date.now() });
}
