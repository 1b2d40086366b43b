import { Link } from "wouter";

import type { RelatedQuestion } from "../../../api/types";
import { plural } from "../../../lib/text";

/** Where the same knowledge can be used again. */
export function Related({ questions }: { questions: readonly RelatedQuestion[] }) {
  return (
    <ul className="related">
      {questions.map(({ question, shared_factors: shared, shared_with_answer: used }) => (
        <li key={question.id}>
          <Link href={`/questions/${question.id}`} className="serif">
            {question.text}
          </Link>
          <p className="small quiet">
            [{question.max_mark} marks] {plural(shared, "factor")} in common
            {used > 0 && `; you used ${used} of its factors in this answer`}
          </p>
        </li>
      ))}
    </ul>
  );
}
