import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Link } from "wouter";

import { conversationQuery } from "../../api/queries";
import { useHeadingFocus, useTitle } from "../../lib/page";
import { keepConversation, keepOutgoing, useConversationId } from "./kept";
import "./page.css";
import { Tutor } from "./Tutor";

/** The tutor on a page of its own. */
export default function PracticePage() {
  const id = useConversationId();
  const { data } = useQuery({ ...conversationQuery(id ?? ""), enabled: id !== null });
  const [round, setRound] = useState(0);
  const heading = useHeadingFocus<HTMLHeadingElement>();
  useTitle("Practice");
  const question = id === null ? null : (data?.question ?? null);

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
      <Tutor key={round} />
    </div>
  );
}
