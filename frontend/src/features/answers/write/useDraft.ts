import { useCallback, useEffect, useRef, useState } from "react";

import { type Draft, draftId, drafts, newDraft } from "../../../lib/drafts";

export interface DraftHandle {
  draft: Draft;
  /** False where the browser refuses to keep the draft. */
  kept: boolean;
  /** Change part of the draft; it is on the device when this returns. */
  change: (part: Partial<Draft>) => Draft;
  /** The draft as it is now, for callbacks that outlive a render. */
  current: () => Draft;
  /** The server has this text: forget the draft, and keep nothing more of it. */
  finish: (text: string) => void;
}

/** The draft of one question, or of one answer being improved, kept on the device at every change. */
export function useDraft(questionId: string, previousId: string | null = null, text = ""): DraftHandle {
  const id = draftId(questionId, previousId);
  const [draft, setDraft] = useState(() => drafts.load(id) ?? newDraft(questionId, previousId, text));
  const [kept, setKept] = useState(true);
  const latest = useRef(draft);
  const finished = useRef(false);

  const current = useCallback(() => latest.current, []);
  const change = useCallback((part: Partial<Draft>) => {
    const saved = part.text === undefined ? latest.current.saved : Date.now();
    const next = { ...latest.current, ...part, saved };
    latest.current = next;
    if (finished.current) return next;
    setKept(drafts.save(next));
    setDraft(next);
    return next;
  }, []);

  const finish = useCallback(
    (text: string) => {
      finished.current = true;
      // Words typed in another tab since the text was sent are not the server's yet: they stay.
      if (drafts.load(id)?.text === text) drafts.remove(id);
    },
    [id],
  );

  useEffect(() => {
    // Another tab wrote this draft. The tab that is being typed in keeps its own text.
    function adopt(event: StorageEvent) {
      if (!event.key?.endsWith(`:${id}`) || document.hasFocus()) return;
      const found = drafts.load(id);
      if (!found) return;
      latest.current = found;
      setDraft(found);
    }
    window.addEventListener("storage", adopt);
    return () => window.removeEventListener("storage", adopt);
  }, [id]);

  return { draft, kept, change, current, finish };
}
