import { type Ref } from "react";

import type { Question } from "../../../api/types";

interface BriefProps {
  question: Question;
  heading: Ref<HTMLHeadingElement>;
}

/** The question as the paper sets it, and what its command word asks for. */
export function Brief({ question, heading }: BriefProps) {
  const { guide } = question;
  return (
    <section className="brief" aria-labelledby="brief-title">
      <p className="eyebrow">
        {question.topic}, {question.period[0]} to {question.period[1]}
      </p>
      <div className="brief-question">
        <h1 id="brief-title" ref={heading} tabIndex={-1}>
          {question.text}
        </h1>
        <p className="brief-marks">[{question.max_mark} marks]</p>
      </div>
      <dl className="guide" aria-label={`What “${guide.name}” asks for`}>
        <div>
          <dt>What it asks</dt>
          <dd>{guide.do}</dd>
        </div>
        <div>
          <dt>The trap</dt>
          <dd>{guide.trap}</dd>
        </div>
        <div>
          <dt>A good answer shows</dt>
          <dd>{guide.signal}</dd>
        </div>
      </dl>
    </section>
  );
}
