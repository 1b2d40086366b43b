import { Link } from "wouter";

import { useAnswers, useQuestions } from "../../api/queries";
import { attemptsAt, capital, result } from "../../lib/attempts";
import { useHeadingFocus, useTitle } from "../../lib/page";
import { plural } from "../../lib/text";
import { when } from "../../lib/time";
import { Bones } from "../../ui/Bones";
import { Failure } from "../../ui/Failure";
import "./answers.css";

/** Every answer handed in from this browser, by question. */
export default function AnswersPage() {
  const answers = useAnswers();
  const questions = useQuestions();
  const heading = useHeadingFocus<HTMLHeadingElement>();
  useTitle("Your answers");
  const error = answers.error ?? questions.error;
  if (error) return <Failure error={error} subject="list of answers" retry={() => void answers.refetch()} />;
  const found = answers.data ?? [];
  const asked = (questions.data ?? []).filter((question) =>
    found.some((each) => each.question_id === question.id),
  );
  return (
    <div className="past">
      <header className="past-head">
        <h1 ref={heading} tabIndex={-1} className="serif">
          Your answers
        </h1>
        <Link href="/progress" className="small">
          Your progress
        </Link>
      </header>
      {(answers.isPending || questions.isPending) && <Bones widths={["80%", "60%", "70%"]} height="1.4rem" />}
      {answers.data?.length === 0 && (
        <p>
          You have not handed anything in from this browser yet. <Link href="/">Choose a question.</Link>
        </p>
      )}
      {asked.map((question) => (
        <section key={question.id} aria-label={question.text}>
          <h2 className="serif">{question.text}</h2>
          <ul>
            {attemptsAt(question.id, found).map((attempt) => (
              <li key={attempt.id}>
                <Link href={`/answers/${attempt.id}`}>{capital(result(attempt))}</Link>
                <p className="small quiet">
                  Attempt {attempt.attempt}, {when(attempt.created)}, {plural(attempt.words, "word")}
                </p>
                <p className="past-summary">{attempt.summary}</p>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
