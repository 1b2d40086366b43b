import type { BlockOf } from "../../../api/types";

/** The student's level for an exemplar beside the examiner's, and the examiner's comment. */
export function Comparison({ block: { guessed, level, mark, max_mark, comment } }: { block: BlockOf<"comparison"> }) {
  return (
    <div className="tutor-comparison">
      <dl className="tutor-pair figures">
        <div>
          <dt>You</dt>
          <dd>Level {guessed}</dd>
        </div>
        <div>
          <dt>The examiner</dt>
          <dd>
            Level {level}{" "}
            <span className="small quiet">
              {mark} of {max_mark}
            </span>
          </dd>
        </div>
      </dl>
      <p>{comment}</p>
    </div>
  );
}
