import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Link } from "wouter";

import { schemesQuery, useAnswers, useQuestions } from "../../../api/queries";
import { useHeadingFocus, useTitle } from "../../../lib/page";
import { plural } from "../../../lib/text";
import { usePredicting } from "../../../lib/useSwitch";
import { Bones } from "../../../ui/Bones";
import { Failure } from "../../../ui/Failure";
import { CourseView } from "./CourseView";
import { LastMarks } from "./LastMarks";
import { courses } from "./mastery";
import "./progress.css";

/** Each question's reports are fetched for its factors, so only a few are shown at first. */
const FIRST = 3;

/** Level by attempt, factors mastered and the last marks: what a student's answers add up to. */
export default function ProgressPage() {
  const answers = useAnswers();
  const questions = useQuestions();
  const schemes = useQuery(schemesQuery);
  const [all, showAll] = useState(false);
  const heading = useHeadingFocus<HTMLHeadingElement>();
  useTitle("Your progress");
  const failed = [answers, questions, schemes].find((each) => each.error);
  if (failed) return <Failure error={failed.error} subject="list of answers" retry={() => void failed.refetch()} />;
  const found = answers.data && questions.data && schemes.data ? courses(answers.data) : null;
  const question = (id: string) => questions.data?.find((each) => each.id === id);
  return (
    <div className="progress">
      <header className="progress-head">
        <h1 ref={heading} tabIndex={-1} className="serif">
          Your progress
        </h1>
        {found && found.length > 0 && (
          <p className="quiet">
            {plural(answers.data?.length ?? 0, "answer")} to {plural(found.length, "question")}, handed in from this
            browser. <Link href="/answers">Every one of them</Link>
          </p>
        )}
      </header>
      {!found && <Bones widths={["60%", "100%", "90%", "80%"]} height="1.4rem" />}
      {found?.length === 0 && <Nothing />}
      {found && found.length > 0 && <LastMarks answers={answers.data ?? []} question={question} />}
      {found?.slice(0, all ? undefined : FIRST).map((course) => {
        const asked = question(course.questionId);
        const scheme = schemes.data?.find((each) => each.id === asked?.scheme);
        return asked && scheme && <CourseView key={course.questionId} course={course} question={asked} scheme={scheme} />;
      })}
      {found && found.length > FIRST && !all && (
        <button type="button" className="button" onClick={() => showAll(true)}>
          Show all {found.length} questions
        </button>
      )}
      <Predicting />
    </div>
  );
}

function Nothing() {
  return (
    <div className="progress-nothing">
      <p>
        There is nothing to draw yet. Hand in one answer and its level stands here, with the factors you developed; hand
        in a second attempt and you see what it gained.
      </p>
      <Link href="/" className="button primary">
        Choose a question
      </Link>
    </div>
  );
}

/** The way back for those who once said "do not ask again". */
function Predicting() {
  const [on, turn] = usePredicting();
  return (
    <label className="progress-switch small">
      <input type="checkbox" checked={on} onChange={(event) => turn(event.target.checked)} /> Before a first mark, ask me
      which level I expect
    </label>
  );
}
