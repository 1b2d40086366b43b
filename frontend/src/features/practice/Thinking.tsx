import type { Action } from "../../api/types";
import { Bones } from "../../ui/Bones";

const MARKS: readonly (Action | null)[] = ["mark", "predict", "rewrite"];

/** While the reply is on its way: the shape of what will come. */
export function Thinking({ action }: { action: Action | null }) {
  const marking = MARKS.includes(action);
  return (
    <div className="tutor-thinking" role="status">
      <span className="unseen">{marking ? "Reading your answer" : "The tutor is reading"}</span>
      {marking ? (
        <div className="tutor-thinking-ledger">
          <div>
            <Bones widths={["95%", "60%"]} height="1.3rem" />
            <Bones widths={["40%"]} height="0.9rem" />
            <Bones widths={["80%", "70%"]} height="1.6rem" />
          </div>
          <Bones widths={["100%", "100%", "100%", "100%", "100%"]} height="1.1rem" />
        </div>
      ) : (
        <Bones widths={["70%", "45%"]} />
      )}
    </div>
  );
}
