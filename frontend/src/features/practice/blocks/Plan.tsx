import { Link } from "wouter";

import type { BlockOf } from "../../../api/types";
import { announce } from "../../../ui/announce";
import { StandingIcon } from "../../../ui/StandingIcon";
import { useDesk } from "../context";
import { carry } from "../Moves";

/** The plan so far: which parts of the question it covers, the ideas in the student's words, and the outline at the end. */
export function Plan({ block }: { block: BlockOf<"plan"> }) {
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
      {outline !== null && <Outline questionId={block.question_id} outline={outline} />}
    </div>
  );
}

function Outline({ questionId, outline }: { questionId: string; outline: string }) {
  const { onOutline } = useDesk();
  return (
    <>
      <pre className="tutor-outline serif">{outline}</pre>
      {onOutline ? (
        <button
          type="button"
          className="button"
          onClick={() => {
            onOutline(outline);
            announce("Your outline is in the editor.");
          }}
        >
          Put it in the editor
        </button>
      ) : (
        <Link href={`/questions/${questionId}`} className="button" onClick={() => carry(questionId)(outline)}>
          Take it to the editor
        </Link>
      )}
    </>
  );
}
