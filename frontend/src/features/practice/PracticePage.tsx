import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { Link, useSearchParams } from "wouter";

import { conversationQuery } from "../../api/queries";
import { useHeadingFocus, useTitle } from "../../lib/page";
import { keepConversation, keepOutgoing, useConversationId } from "./kept";
import "./page.css";
import { Tutor } from "./Tutor";

const EXEMPLAR = { action: "exemplar", argument: null, nonce: 1 } as const;

/** The tutor on a page of its own; `?exemplar=QUESTION` comes to mark an exemplar of that question. */
export default function PracticePage() {
  const id = useConversationId();
  const { data } = useQuery({ ...conversationQuery(id ?? ""), enabled: id !== null });
  const [round, setRound] = useState(0);
  const heading = useHeadingFocus<HTMLHeadingElement>();
  useTitle("Practice");
  const question = id === null ? null : (data?.question ?? null);
  const [search, setSearch] = useSearchParams();
  const [exemplarOf] = useState(() => search.get("exemplar"));
  // Once the conversation is about it, the student may turn to another question.
  const [wanted, setWanted] = useState(exemplarOf);
  if (wanted !== null && question?.id === wanted) setWanted(null);
  useEffect(() => {
    // What was asked for once is not asked again when the page is loaded again.
    if (exemplarOf !== null) setSearch({}, { replace: true });
  }, [exemplarOf, setSearch]);

  function startAfresh(): void {
    keepConversation(null);
    keepOutgoing(null);
    setRound(round + 1);
  }

  return (
    <div className="practice">
      <header className="practice-head">
        <h1 ref={heading} tabIndex={-1} className={question ? "unseen" : undefined}>
          Practice
        </h1>
        {question && (
          <p className="practice-question">
            <Link href={`/questions/${question.id}`}>{question.text}</Link> <span>[{question.max_mark}]</span>
          </p>
        )}
        <p className="practice-links small no-print">
          {question && <Link href={`/questions/${question.id}`}>Write</Link>}
          {id !== null && (
            <button type="button" className="text-button" onClick={startAfresh}>
              New conversation
            </button>
          )}
        </p>
      </header>
      <Tutor
        key={round}
        {...(wanted === null ? {} : { questionId: wanted })}
        ask={exemplarOf !== null && round === 0 ? EXEMPLAR : null}
      />
    </div>
  );
}
