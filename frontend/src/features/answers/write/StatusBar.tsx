import { LONGEST, plural } from "../../../lib/text";
import { when } from "../../../lib/time";

interface StatusBarProps {
  words: number;
  characters: number;
  saved: number;
  kept: boolean;
  onHandIn: () => void;
}

/** Words, where the text is kept, and the way to hand it in. */
export function StatusBar({ words, characters, saved, kept, onHandIn }: StatusBarProps) {
  const over = characters - LONGEST;
  const stopped = words === 0 || over > 0;
  return (
    <div className="status">
      <p id="answer-words" className={`status-words figures${over > 0 ? " is-over" : ""}`}>
        {over > 0
          ? `${plural(characters, "character")}, ${over.toLocaleString("en-GB")} too many`
          : plural(words, "word")}
      </p>
      <p className="status-saved quiet">
        {!kept ? "Not saved" : saved ? `Saved on this device ${when(saved)}` : "Saves as you write"}
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
  );
}

const isMac = typeof navigator !== "undefined" && /Mac|iPhone|iPad/.test(navigator.userAgent);
