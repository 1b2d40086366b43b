import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useEffect, useRef, useState } from "react";

import { schemesQuery } from "../../../api/queries";
import type { Question } from "../../../api/types";
import { useHeadingFocus, useTitle } from "../../../lib/page";
import { countCharacters, countWords, LONGEST } from "../../../lib/text";
import { when } from "../../../lib/time";
import { useMedia, WIDE } from "../../../lib/useMedia";
import { useOnline } from "../../../lib/useOnline";
import { usePredicting } from "../../../lib/useSwitch";
import { announce } from "../../../ui/announce";
import { useTabs } from "../../../ui/tabs";
import { AskFirst } from "./AskFirst";
import { Brief } from "./Brief";
import { Editor } from "./Editor";
import { Hints } from "./Hints";
import { Marking } from "./Marking";
import { Predict } from "./Predict";
import { StatusBar } from "./StatusBar";
import { Strip } from "./Strip";
import { Timer } from "./Timer";
import { useDraft } from "./useDraft";
import { useHandIn } from "./useHandIn";
import "./write.css";

const TOO_SHORT = 30;

interface DeskProps {
  question: Question;
  previousId?: string;
  startText?: string;
  /** What to keep in view while improving; hints stand there otherwise. */
  beside?: ReactNode;
  title: string;
}

/** The desk: the question, help at the side, and a sheet to write on. */
export function Desk({ question, previousId, startText = "", beside, title }: DeskProps) {
  const handle = useDraft(question.id, previousId ?? null, startText);
  const { draft, kept, change } = handle;
  const { state, send, withdraw } = useHandIn(handle);
  const [asking, setAsking] = useState(false);
  const [predicting, setPredicting] = useState(false);
  const [predicts] = usePredicting();
  const online = useOnline();
  const wide = useMedia(WIDE);
  const tabs = useTabs(["question", "write"] as const, draft.text ? "write" : "question");
  const field = useRef<HTMLTextAreaElement>(null);
  const heading = useHeadingFocus<HTMLHeadingElement>();
  useTitle(title);

  const schemes = useQuery(schemesQuery);
  useEffect(() => {
    // So that the report opens at once when the answer has been marked.
    void import("../report/ReportPage");
  }, []);

  const words = countWords(draft.text);
  const characters = countCharacters(draft.text);

  function write(text: string) {
    change({ text });
    setPredicting(false);
    withdraw();
  }

  function handIn() {
    if (state.kind === "sending") return;
    if (predicting) return predict(null);
    if (words === 0) {
      announce("Write something first.");
      field.current?.focus();
    } else if (characters > LONGEST) {
      announce(`Shorten your answer by ${characters - LONGEST} characters, then hand it in.`);
      field.current?.focus();
    } else if (words < TOO_SHORT && !asking) setAsking(true);
    else if (predicts && !previousId && !draft.asked) setPredicting(true);
    else void send();
  }

  function predict(level: number | null) {
    change({ asked: true, predicted: level });
    setPredicting(false);
    void send();
  }

  const sending = state.kind === "sending";
  return (
    <>
      {sending && <Marking />}
      <div className="desk" hidden={sending}>
        {!wide && (
          <div {...tabs.list} className="desk-tabs" aria-label="Question and answer">
            <button {...tabs.tab("question")}>Question</button>
            <button {...tabs.tab("write")}>Write</button>
          </div>
        )}
        <div className="desk-brief" {...(wide ? {} : tabs.panel("question"))}>
          <Brief question={question} heading={heading} />
          <div className="desk-side">
            {beside}
            <Hints hints={question.hints} opened={draft.hints} onOpen={(hints) => change({ hints })} />
          </div>
          {!wide && (
            <button type="button" className="button primary" onClick={() => tabs.choose("write")}>
              {draft.text ? "Go on writing" : "Start writing"}
            </button>
          )}
        </div>
        <div className="desk-sheet" {...(wide ? {} : tabs.panel("write"))}>
          {!wide && <h1 className="unseen">{question.text}</h1>}
          <div className="sheet-head small">
            <Timer minutes={question.minutes} spent={draft.spent} keep={(spent) => change({ spent })} />
          </div>
          <Editor
            ref={field}
            text={draft.text}
            tooLong={characters > LONGEST}
            onChange={write}
            onHandIn={handIn}
            onLeave={() => draft.saved > 0 && kept && announce(`Saved on this device ${when(draft.saved)}`)}
          />
          <div className="dock">
            <Strip
              online={online}
              kept={kept}
              saved={draft.saved}
              state={state}
              onHandIn={() => void send()}
            />
            {characters > LONGEST && (
              <p className="too-long small" role="status">
                {LONGEST.toLocaleString("en-GB")} characters is the most that can be marked. Cut{" "}
                {(characters - LONGEST).toLocaleString("en-GB")} and you can hand it in; all of it stays saved
                meanwhile.
              </p>
            )}
            {predicting ? (
              <Predict
                levels={question.levels}
                bands={schemes.data?.find((scheme) => scheme.id === question.scheme)?.levels ?? []}
                onAnswer={predict}
                onLeave={() => {
                  setPredicting(false);
                  field.current?.focus();
                }}
              />
            ) : (
              <StatusBar
                words={words}
                characters={characters}
                saved={draft.saved}
                kept={kept}
                onHandIn={handIn}
              />
            )}
          </div>
        </div>
      </div>
      {asking && (
        <AskFirst
          words={words}
          onStay={() => setAsking(false)}
          onGo={() => {
            setAsking(false);
            void send();
          }}
        />
      )}
    </>
  );
}
