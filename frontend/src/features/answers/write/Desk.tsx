import { type ComponentType, type ReactNode, useEffect, useRef } from "react";
import { flushSync } from "react-dom";

import type { Answer, Question } from "../../../api/types";
import { useHeadingFocus, useTitle } from "../../../lib/page";
import { Brief } from "./Brief";
import { Hints } from "./Hints";
import { Marking } from "./Marking";
import { Sheet } from "./Sheet";
import "./tutor.css";
import { TutorHead } from "./TutorHead";
import { type Ask, useBeside } from "./useBeside";
import { useDraft } from "./useDraft";
import { useHandIn } from "./useHandIn";
import { useMarked } from "./useMarked";
import { useOutline } from "./useOutline";
import "./write.css";

/** What the desk lets a tutor beside it see and do. */
export interface DeskHandle {
  questionId: string;
  /** What stands in the editor now. */
  draft: () => string;
  /** Put a plan above what is written. */
  putOutline: (outline: string) => void;
  /** The tutor has marked the draft, or a passage rewritten in it. */
  marked: (answer: Answer) => void;
  ask: Ask | null;
}

export type TutorAt = ComponentType<DeskHandle>;

interface DeskProps {
  question: Question;
  previousId?: string;
  startText?: string;
  /** What to keep in view while improving; hints stand there otherwise. */
  beside?: ReactNode;
  tutor?: TutorAt | undefined;
  title: string;
}

/** The desk: the question, help at the side, and a sheet to write on. */
export function Desk({ question, previousId, startText = "", beside, tutor: Tutor, title }: DeskProps) {
  const handle = useDraft(question.id, previousId ?? null, startText);
  const { draft, change, current } = handle;
  const handing = useHandIn(handle);
  const marked = useMarked(handle);
  const view = useBeside(draft.text !== "");
  const { wide, tabs } = view;
  const tutorHeading = useRef<HTMLHeadingElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const outline = useOutline(draft.text, field, () => tabs.choose("write"));
  const heading = useHeadingFocus<HTMLHeadingElement>();
  useTitle(title);

  useEffect(() => {
    // So that the report opens at once when the answer has been marked.
    void import("../report/ReportPage");
  }, []);

  /** Open or close the tutor's column, and put the reader where it is, or where it can be opened again. */
  function turnTutor(open: boolean) {
    flushSync(() => view.turn(open));
    (open ? tutorHeading : opener).current?.focus();
  }

  const sending = handing.state.kind === "sending";
  return (
    <>
      {sending && <Marking />}
      <div className={`desk${Tutor && view.open ? " has-tutor" : ""}`} hidden={sending}>
        {!wide && (
          <div {...tabs.list} className="desk-tabs" aria-label="Question and answer">
            <button {...tabs.tab("question")}>Question</button>
            <button {...tabs.tab("write")}>Write</button>
            {Tutor && <button {...tabs.tab("tutor")}>Tutor</button>}
          </div>
        )}
        {!wide && tabs.chosen !== "question" && <h1 className="unseen">{question.text}</h1>}
        <div className="desk-brief" {...(wide ? {} : tabs.panel("question"))}>
          <Brief question={question} heading={heading} />
          <div className="desk-side" hidden={Boolean(Tutor) && wide && view.open}>
            {Tutor && wide && (
              <button type="button" className="button" ref={opener} onClick={() => turnTutor(true)}>
                Ask the tutor
              </button>
            )}
            {beside}
            {Tutor && previousId && (
              <button type="button" className="text-button small" onClick={() => view.ask("improve")}>
                Take one step at a time, with the tutor
              </button>
            )}
            <Hints hints={question.hints} opened={draft.hints} onOpen={(hints) => change({ hints })} />
          </div>
          {!wide && (
            <button type="button" className="button primary" onClick={() => tabs.choose("write")}>
              {draft.text ? "Go on writing" : "Start writing"}
            </button>
          )}
        </div>
        {Tutor && (
          <div className="desk-tutor" {...(wide ? { hidden: !view.open } : tabs.panel("tutor"))}>
            {wide && <TutorHead heading={tutorHeading} onClose={() => turnTutor(false)} />}
            {view.met && (
              <Tutor
                questionId={question.id}
                draft={() => current().text}
                putOutline={outline.put}
                marked={(answer) => void marked.follow(answer)}
                ask={view.asked}
              />
            )}
          </div>
        )}
        <div className="desk-sheet" {...(wide ? {} : tabs.panel("write"))}>
          <Sheet
            question={question}
            handle={handle}
            handing={handing}
            marked={marked}
            outline={outline}
            field={field}
            onRead={Tutor && ((paragraph) => view.ask("paragraph", String(paragraph)))}
          />
        </div>
      </div>
    </>
  );
}
