import { useEffect, useRef } from "react";

import "./ask.css";

interface AskFirstProps {
  words: number;
  onStay: () => void;
  onGo: () => void;
}

/** Before a very short answer goes in: ask once. */
export function AskFirst({ words, onStay, onGo }: AskFirstProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    return () => shown?.close();
  }, []);
  return (
    <dialog ref={dialog} className="ask" aria-labelledby="ask-title" onCancel={onStay}>
      <h2 id="ask-title">This is only {words === 1 ? "one word" : `${words} words`}</h2>
      <p>
        That is too little to place on the levels, so you would get notes and no mark. Your draft is kept
        either way.
      </p>
      <div className="ask-actions">
        <button type="button" className="button primary" onClick={onStay}>
          Keep writing
        </button>
        <button type="button" className="button" onClick={onGo}>
          Hand it in anyway
        </button>
      </div>
    </dialog>
  );
}
