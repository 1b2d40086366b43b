import { useQuery } from "@tanstack/react-query";
import { type RefObject, useCallback, useState } from "react";

import { schemesQuery } from "../../../api/queries";
import type { Question } from "../../../api/types";
import { countCharacters, countWords, LONGEST } from "../../../lib/text";
import { when } from "../../../lib/time";
import { useOnline } from "../../../lib/useOnline";
import { usePredicting } from "../../../lib/useSwitch";
import { announce } from "../../../ui/announce";
import { Notice } from "../../../ui/Notice";
import { AskFirst } from "./AskFirst";
import { Editor } from "./Editor";
import { Marked } from "./Marked";
import { Predict } from "./Predict";
import { StatusBar } from "./StatusBar";
import { Strip } from "./Strip";
import type { DraftHandle } from "./useDraft";
import type { useHandIn } from "./useHandIn";
import type { useMarked } from "./useMarked";
import type { useOutline } from "./useOutline";

const TOO_SHORT = 30;

interface SheetProps {
  question: Question;
  handle: DraftHandle;
  handing: ReturnType<typeof useHandIn>;
  marked: ReturnType<typeof useMarked>;
  outline: ReturnType<typeof useOutline>;
  field: RefObject<HTMLTextAreaElement | null>;
  /** Have a paragraph read, by its number; absent where nobody is there to read it. */
  onRead?: ((paragraph: number) => void) | undefined;
}

/** The sheet: the editor, and under it what stands between the text and its mark. */
export function Sheet({ question, handle, handing, marked, outline, field, onRead }: SheetProps) {
  const { draft, kept, change } = handle;
  const { state, send, withdraw } = handing;
  const [asking, ask] = useState<"short" | "level" | null>(null);
  const [predicts] = usePredicting();
  const schemes = useQuery(schemesQuery);
  const online = useOnline();
  const words = countWords(draft.text);
  const characters = countCharacters(draft.text);
  // The same function for each render, or the clock would begin anew with each.
  const keepSpent = useCallback((spent: number) => change({ spent }), [change]);
  const first = !draft.previousId && !draft.improves;

  function write(text: string) {
    change({ text });
    ask(null);
    withdraw();
  }

  function handIn() {
    if (state.kind === "sending") return;
    if (words === 0) {
      announce("Write something first.");
      field.current?.focus();
    } else if (characters > LONGEST) {
      announce(`Shorten your answer by ${characters - LONGEST} characters, then hand it in.`);
      field.current?.focus();
    } else if (marked.answer && marked.unchanged) marked.open(marked.answer.id, draft.text);
    else if (words < TOO_SHORT) ask("short");
    else if (asking === "level") predict(null);
    else if (first && predicts && !draft.asked) ask("level");
    else void send();
  }

  function predict(predicted: number | null) {
    change({ asked: true, predicted });
    ask(null);
    void send();
  }

  return (
    <>
      <Editor
        ref={field}
        text={draft.text}
        tooLong={characters > LONGEST}
        onChange={write}
        onHandIn={handIn}
        onRead={onRead}
        onLeave={() => draft.saved > 0 && kept && announce(`Saved on this device ${when(draft.saved)}`)}
      />
      <div className="dock">
        <Strip online={online} kept={kept} saved={draft.saved} state={state} onHandIn={() => void send()} />
        {characters > LONGEST && <TooLong by={characters - LONGEST} />}
        {outline.stands && (
          <Notice
            action={
              <button type="button" className="text-button" onClick={outline.takeOut}>
                Take it out again
              </button>
            }
          >
            Your plan stands at the top. Clear it away before you hand in.
          </Notice>
        )}
        <Marked marked={marked} />
        {asking === "level" && (
          <Predict
            levels={question.levels}
            bands={schemes.data?.find((scheme) => scheme.id === question.scheme)?.levels ?? []}
            onAnswer={predict}
            onLeave={() => {
              ask(null);
              field.current?.focus();
            }}
          />
        )}
        <StatusBar
          words={words}
          characters={characters}
          saved={draft.saved}
          kept={kept}
          minutes={question.minutes}
          spent={draft.spent}
          onSpent={keepSpent}
          hidden={asking === "level"}
          onHandIn={handIn}
        />
      </div>
      {asking === "short" && (
        <AskFirst
          words={words}
          onStay={() => ask(null)}
          onGo={() => {
            ask(null);
            void send();
          }}
        />
      )}
    </>
  );
}

function TooLong({ by }: { by: number }) {
  return (
    <p className="too-long small" role="status">
      {LONGEST.toLocaleString("en-GB")} characters is the most that can be marked. Cut {by.toLocaleString("en-GB")}{" "}
      and you can hand it in; all of it stays saved meanwhile.
    </p>
  );
}
