import { useQueries } from "@tanstack/react-query";
import { Link } from "wouter";

import { answerQuery } from "../../../api/queries";
import type { Factor, MarkScheme, Question } from "../../../api/types";
import { plural } from "../../../lib/text";
import { Bones } from "../../../ui/Bones";
import { Attempts } from "../compare/Attempts";
import { type Course, mastery } from "./mastery";
import { StandingIcon } from "../../../ui/StandingIcon";
import "../report/ledgers.css";

/** As many as a narrow plot has room for, and as many reports as are read for the factors. */
const SHOWN = 8;

interface CourseViewProps {
  course: Course;
  question: Question;
  scheme: MarkScheme;
}

/** One question: the level of each answer to it, and the factors that have been mastered. */
export function CourseView({ course, question, scheme }: CourseViewProps) {
  const shown = course.attempts.slice(-SHOWN);
  const latest = shown.at(-1);
  return (
    <section className="course" aria-labelledby={`course-${question.id}`}>
      <h2 id={`course-${question.id}`} className="serif">
        {question.text}
      </h2>
      <div className="course-parts">
        <div>
          {course.attempts.length > SHOWN && (
            <p className="small quiet">
              The last {SHOWN} of {plural(course.attempts.length, "answer")}.
            </p>
          )}
          <Attempts attempts={shown} scheme={scheme} first={course.attempts.length - shown.length + 1} />
          {latest && (
            <Link href={`/answers/${latest.id}/improve`} className="course-next small">
              Improve the last one
            </Link>
          )}
        </div>
        <Factors ids={shown.map((attempt) => attempt.id)} />
      </div>
    </section>
  );
}

function Factors({ ids }: { ids: readonly string[] }) {
  const answers = useQueries({ queries: ids.map((id) => answerQuery(id)) });
  if (answers.some((each) => each.isPending)) return <Bones widths={["50%", "80%", "70%"]} height="1.6rem" />;
  const { developed, named, asked } = mastery(answers.flatMap(({ data }) => (data ? [data.report] : [])));
  return (
    <div className="mastered">
      <h3>
        {developed.length ? "Developed at least once" : "No factor developed yet"}{" "}
        <span className="small quiet figures">
          {developed.filter(({ role }) => role !== "other").length} of {asked}
        </span>
      </h3>
      <Chips factors={developed} standing="developed" />
      {named.length > 0 && (
        <>
          <h3>Named, not yet developed</h3>
          <Chips factors={named} standing="mentioned" />
        </>
      )}
    </div>
  );
}

function Chips({ factors, standing }: { factors: readonly Factor[]; standing: "developed" | "mentioned" }) {
  return (
    <ul className="map-chips">
      {factors.map((factor) => (
        <li key={factor.factor_id} className={`chip is-still is-${standing}`}>
          <StandingIcon standing={standing} />
          <span>{factor.name}</span>
        </li>
      ))}
    </ul>
  );
}
