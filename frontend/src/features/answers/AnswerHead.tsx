import type { Ref } from "react";
import { Link } from "wouter";

import { byScheme } from "../../api/queries";
import type { Answer, Question } from "../../api/types";
import { plural } from "../../lib/text";
import { when } from "../../lib/time";
import "./answers.css";
import { useReadBy } from "./useAnswerPage";

interface AnswerHeadProps {
  answer: Answer;
  question: Question;
  here: "report" | "explanation" | "compare" | "study";
  heading: Ref<HTMLHeadingElement>;
}

/** What every page about one answer begins with: the question, which attempt this is, and where to go. */
export function AnswerHead({ answer, question, here, heading }: AnswerHeadProps) {
  const at = `/answers/${answer.id}`;
  const by = byScheme(useReadBy());
  const places = [
    { here: "report", href: `${at}${by}`, name: "Report" },
    { here: "explanation", href: `${at}/explanation${by}`, name: "How this mark came about" },
    ...(answer.previous_id ? [{ here: "compare", href: `${at}/compare`, name: "Compare attempts" }] : []),
    { here: "study", href: `${at}/study`, name: "Read on" },
  ];
  return (
    <header className="answer-head">
      <p className="eyebrow">
        Attempt {answer.attempt}, {when(answer.created)}, {plural(answer.report.words, "word")}
      </p>
      <h1 ref={heading} tabIndex={-1} className="serif">
        {question.text}
      </h1>
      <div className="answer-ways no-print">
        <nav aria-label="This answer">
          {places.map((place) => (
            <Link key={place.here} href={place.href} aria-current={place.here === here ? "page" : undefined}>
              {place.name}
            </Link>
          ))}
        </nav>
        <div className="answer-acts">
          {here === "report" && (
            <button type="button" className="button plain" onClick={() => window.print()}>
              Print
            </button>
          )}
          <Link href={`${at}/improve`} className="button primary">
            Improve and resubmit
          </Link>
        </div>
      </div>
    </header>
  );
}
