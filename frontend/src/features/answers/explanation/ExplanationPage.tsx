import { keepPreviousData, useQuery } from "@tanstack/react-query";

import { byScheme, explanationPath, explanationQuery } from "../../../api/queries";
import type { Band, Explanation } from "../../../api/types";
import { useHeadingFocus, useTitle } from "../../../lib/page";
import { Failure } from "../../../ui/Failure";
import { AnswerHead } from "../AnswerHead";
import { Gain } from "../report/NextSteps";
import { ReadBy } from "../report/ReadBy";
import { useAnswerPage, useReadBy } from "../useAnswerPage";
import { Marking } from "../write/Marking";
import "./explanation.css";
import { Steps } from "./Steps";
import { Waterfall } from "./Waterfall";

/** How a mark came about: each step to it, what held it down, what would raise it, what it means. */
export default function ExplanationPage({ id }: { id: string }) {
  const readBy = useReadBy();
  const { data, error, retry } = useAnswerPage(id, readBy);
  const explanation = useQuery({ ...explanationQuery(id, readBy), placeholderData: keepPreviousData });
  const heading = useHeadingFocus<HTMLHeadingElement>();
  useTitle(data ? `How this mark came about: ${data.question.text}` : "How this mark came about");
  const failure = error ?? explanation.error;
  if (failure) {
    const again = error ? retry : () => void explanation.refetch();
    return <Failure error={failure} subject="answer" retry={again} />;
  }
  if (!data || !explanation.data) return <Marking words="Fetching the steps" />;
  const { answer, question, scheme } = data;
  return (
    <article>
      <AnswerHead answer={answer} question={question} here="explanation" heading={heading} />
      <ReadBy answerId={id} scheme={scheme} readBy={readBy} />
      <Page explanation={explanation.data} bands={scheme.levels} />
      <p className="explained-print no-print">
        <a
          className="button"
          href={`/api/v1${explanationPath(id)}${byScheme(readBy)}${readBy === null ? "?" : "&"}format=html`}
          target="_blank"
          rel="noreferrer"
        >
          One page to print
        </a>
      </p>
      <p className="small quiet explained-closing">
        By the scheme “{explanation.data.scheme}”.
      </p>
    </article>
  );
}

function Page({ explanation, bands }: { explanation: Explanation; bands: readonly Band[] }) {
  const { steps, mark } = explanation;
  const given = mark !== null && steps.some((step) => step.thousandths !== null);
  return (
    <div className="explained">
      <section aria-labelledby="result-title">
        <h2 id="result-title" className="explained-result">
          {explanation.result}
        </h2>
        <p>{explanation.summary}</p>
        {explanation.meaning.map((sentence, index) => (
          <p key={index} className="quiet">
            {sentence}
          </p>
        ))}
      </section>
      {steps.length > 0 && (
        <section aria-labelledby="steps-title">
          <h2 id="steps-title">{given ? "Step by step" : "What was found"}</h2>
          {given && <Waterfall steps={steps} maxMark={explanation.max_mark} bands={bands} />}
          <Steps steps={steps} maxMark={explanation.max_mark} given={given} />
        </section>
      )}
      <Sentences id="held-title" title="What held it down" sentences={explanation.held_down} />
      {explanation.would_raise.length > 0 && (
        <section aria-labelledby="raise-title">
          <h2 id="raise-title">What would raise it</h2>
          <ul className="explained-list">
            {explanation.would_raise.map((raise, index) => (
              <li key={index}>
                {raise.text} <Gain marks={raise.gain} />
              </li>
            ))}
          </ul>
        </section>
      )}
      <Sentences id="flags-title" title="About this text" sentences={explanation.flags} />
    </div>
  );
}

function Sentences({ id, title, sentences }: { id: string; title: string; sentences: readonly string[] }) {
  if (!sentences.length) return null;
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <ul className="explained-list">
        {sentences.map((sentence, index) => (
          <li key={index}>{sentence}</li>
        ))}
      </ul>
    </section>
  );
}
