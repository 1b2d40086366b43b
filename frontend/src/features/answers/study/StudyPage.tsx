import { Link } from "wouter";

import { useStudy } from "../../../api/queries";
import type { MarkScheme, Study } from "../../../api/types";
import { useHeadingFocus, useTitle } from "../../../lib/page";
import { Bones } from "../../../ui/Bones";
import { Failure } from "../../../ui/Failure";
import { AnswerHead } from "../AnswerHead";
import { useAnswerPage } from "../useAnswerPage";
import { Marking } from "../write/Marking";
import { Exemplars } from "./Exemplars";
import { Related } from "./Related";
import "./study.css";
import { Works } from "./Works";

/** After answering: marked answers at three levels, works to read, and where to go next. */
export default function StudyPage({ id }: { id: string }) {
  const { data, error, retry } = useAnswerPage(id);
  const study = useStudy(id);
  const heading = useHeadingFocus<HTMLHeadingElement>();
  useTitle(data ? `Read on: ${data.question.text}` : "Read on");
  if (error) return <Failure error={error} subject="answer" retry={retry} />;
  if (study.error) return <Failure error={study.error} subject="answer" retry={() => void study.refetch()} />;
  if (!data) return <Marking words="Fetching the answers to read" />;
  return (
    <article>
      <AnswerHead answer={data.answer} question={data.question} here="study" heading={heading} />
      {study.data ? (
        <Contents study={study.data} scheme={data.scheme} questionId={data.question.id} />
      ) : (
        <Bones widths={["60%", "100%", "95%", "90%"]} />
      )}
    </article>
  );
}

interface ContentsProps {
  study: Study;
  scheme: MarkScheme;
  questionId: string;
}

function Contents({ study, scheme, questionId }: ContentsProps) {
  return (
    <div className="study">
      <section aria-labelledby="exemplars-title">
        <h2 id="exemplars-title">Answers at three levels</h2>
        {study.exemplars.length > 0 && (
          <p className="study-way">
            Before you read them:{" "}
            <Link href={`/practice?exemplar=${encodeURIComponent(questionId)}`}>mark an exemplar yourself</Link>, then
            compare your level with the examiner’s.
          </p>
        )}
        <Exemplars exemplars={study.exemplars} scheme={scheme} />
      </section>
      <section aria-labelledby="works-title">
        <h2 id="works-title">Works your factors rest on</h2>
        <Works readings={study.sources} />
      </section>
      <section aria-labelledby="related-title">
        <h2 id="related-title">Questions that share most with this one</h2>
        <Related questions={study.related_questions} />
      </section>
    </div>
  );
}
