import { useState } from "react";

import { useAnswers, useQuestions } from "../../api/queries";
import type { AnswerSummary, Question } from "../../api/types";
import { attemptsAt } from "../../lib/attempts";
import type { Draft } from "../../lib/drafts";
import { useHeadingFocus, useTitle } from "../../lib/page";
import { useDrafts } from "../../lib/useDrafts";
import { Bones } from "../../ui/Bones";
import { Failure } from "../../ui/Failure";
import { CarryOn } from "./CarryOn";
import { byTopic, matches, NO_FILTER } from "./filters";
import { Filters } from "./Filters";
import { QuestionRow } from "./QuestionRow";
import "./questions.css";
import { Welcome } from "./Welcome";

/** Choosing a question: what you left, then the whole bank by topic. */
export function QuestionsPage() {
  const questions = useQuestions();
  const answers = useAnswers();
  const drafts = useDrafts();
  useTitle("Markscheme");
  if (questions.error)
    return (
      <Failure error={questions.error} subject="list of questions" retry={() => void questions.refetch()} />
    );
  const attempts = answers.data ?? [];
  const first = !drafts.length && !attempts.length && !answers.isPending;
  return (
    <>
      {first && <Welcome />}
      {(drafts.length > 0 || attempts.length > 0) && (
        <CarryOn questions={questions.data ?? []} drafts={drafts} attempts={attempts} />
      )}
      {questions.data && !answers.isPending ? (
        <Bank questions={questions.data} attempts={attempts} drafts={drafts} first={first} />
      ) : (
        <Waiting titled={!first} />
      )}
    </>
  );
}

interface BankProps {
  questions: readonly Question[];
  attempts: readonly AnswerSummary[];
  drafts: readonly Draft[];
  first: boolean;
}

function Bank({ questions, attempts, drafts, first }: BankProps) {
  const [filter, setFilter] = useState(NO_FILTER);
  const heading = useHeadingFocus<HTMLHeadingElement>();
  const shown = questions.filter((question) => matches(question, filter));
  const Title = first ? "h2" : "h1";
  return (
    <section className="bank" aria-labelledby="bank-title">
      <div className="bank-head">
        <Title id="bank-title" ref={heading} tabIndex={-1}>
          Choose a question
        </Title>
        {questions.length > 0 && (
          <Filters questions={questions} filter={filter} shown={shown.length} onChange={setFilter} />
        )}
      </div>
      {questions.length === 0 && <p className="bank-empty">No questions are installed on this server yet.</p>}
      {questions.length > 0 && shown.length === 0 && (
        <p className="bank-empty">No question has all three. Change one of them, or show all.</p>
      )}
      {byTopic(shown).map((topic) => (
        <section key={topic.name} className="topic" aria-label={topic.name}>
          <h2 className="topic-name">{topic.name}</h2>
          <ul>
            {topic.questions.map((question) => (
              <QuestionRow
                key={question.id}
                number={questions.indexOf(question) + 1}
                question={question}
                draft={drafts.find((draft) => draft.id === question.id)}
                attempts={attemptsAt(question.id, attempts)}
              />
            ))}
          </ul>
        </section>
      ))}
    </section>
  );
}

function Waiting({ titled }: { titled: boolean }) {
  return (
    <div role="status">
      {titled && <h1 className="unseen">Choose a question</h1>}
      <span className="unseen">Fetching the questions</span>
      <Bones widths={["12em", "100%", "90%", "100%", "80%", "100%", "95%"]} height="1.4rem" />
    </div>
  );
}
