import { LONGEST, plural } from "../../../lib/text";
import { when } from "../../../lib/time";
import { Notice } from "../../../ui/Notice";
import { Timer } from "./Timer";
import { useTimer } from "./useTimer";

interface StatusBarProps {
  words: number;
  characters: number;
  saved: number;
  kept: boolean;
  minutes: number;
  spent: number;
  onSpent: (spent: number) => unknown;
  /** Something else stands here just now; the clock goes on. */
  hidden: boolean;
  onHandIn: () => void;
}

/** Words, time, where the text is kept, and the way to hand it in. */
export function StatusBar(props: StatusBarProps) {
  const { words, characters, saved, kept, minutes, spent, onSpent, hidden, onHandIn } = props;
  const timer = useTimer(minutes, spent, onSpent);
  const over = characters - LONGEST;
  const stopped = words === 0 || over > 0;
  return (
    <>
      {timer.words && (
        <Notice
          action={
            <button type="button" className="text-button" onClick={timer.hush}>
              All right
            </button>
          }
        >
          {timer.words}
        </Notice>
      )}
      <div className="status" hidden={hidden}>
        <p id="answer-words" className={`status-words figures${over > 0 ? " is-over" : ""}`}>
          {over > 0
            ? `${plural(characters, "character")}, ${over.toLocaleString("en-GB")} too many`
            : plural(words, "word")}
        </p>
        <Timer timer={timer} minutes={minutes} />
        <p className="status-saved quiet">
          {!kept ? (
            "Not saved"
          ) : saved ? (
            <>
              Saved <span className="status-where">on this device </span>
              {when(saved)}
            </>
          ) : (
            "Saves as you write"
          )}
        </p>
        <button
          type="button"
          className="button primary"
          aria-disabled={stopped || undefined}
          aria-keyshortcuts="Control+Enter Meta+Enter"
          onClick={onHandIn}
        >
          Hand in
          <kbd aria-hidden="true">{isMac ? "⌘↵" : "Ctrl ↵"}</kbd>
        </button>
      </div>
    </>
  );
}

const isMac = typeof navigator !== "undefined" && /Mac|iPhone|iPad/.test(navigator.userAgent);
