/**
 * Drafts live in this browser until the server has acknowledged them. Every change is written at once and
 * synchronously, so a reload, a crash or a flat battery loses nothing.
 */

export interface Draft {
  /** The question, or the question and the answer being improved: each keeps a draft of its own. */
  id: string;
  questionId: string;
  previousId: string | null;
  text: string;
  /** When it was last changed, in milliseconds. */
  saved: number;
  /** Milliseconds the timer has counted. */
  spent: number;
  /** How many steps of the hints have been opened. */
  hints: number;
  /** Whether its writer was asked which level it will reach, and what they said; null where they would not say. */
  asked: boolean;
  predicted: number | null;
  /** The answer that the tutor has marked from it, which the next hand-in improves on. */
  improves: string | null;
  /** A hand-in that no reply has come for. The same text goes out again under the same key. */
  handing: { key: string; text: string } | null;
}

type Keep = Pick<Storage, "getItem" | "setItem" | "removeItem" | "key" | "length">;

const PREFIX = "markscheme:draft:";

export function draftId(questionId: string, previousId: string | null): string {
  return previousId ? `${questionId}~${previousId}` : questionId;
}

export function newDraft(questionId: string, previousId: string | null = null, text = ""): Draft {
  const id = draftId(questionId, previousId);
  const nothing = { saved: 0, spent: 0, hints: 0, asked: false, predicted: null };
  return { id, questionId, previousId, text, ...nothing, improves: null, handing: null };
}

export class DraftStore {
  readonly #keep: Keep;
  readonly #listeners = new Set<() => void>();
  #list: readonly Draft[] | null = null;

  constructor(keep: Keep) {
    this.#keep = keep;
  }

  load(id: string): Draft | null {
    return parse(this.#keep.getItem(PREFIX + id));
  }

  /** Write a draft; false where the browser refuses to keep it. A draft with nothing in it is not kept. */
  save(draft: Draft): boolean {
    if (!draft.text && !draft.handing && !draft.hints && !draft.spent) {
      this.remove(draft.id);
      return true;
    }
    try {
      this.#keep.setItem(PREFIX + draft.id, JSON.stringify(draft));
    } catch {
      return false;
    }
    this.#changed();
    return true;
  }

  remove(id: string): void {
    this.#keep.removeItem(PREFIX + id);
    this.#changed();
  }

  /** Drafts with words in them, the latest first. The same array until something changes. */
  list = (): readonly Draft[] => {
    if (this.#list) return this.#list;
    const keys = Array.from({ length: this.#keep.length }, (_, index) => this.#keep.key(index) ?? "");
    const drafts = keys.filter((key) => key.startsWith(PREFIX)).map((key) => parse(this.#keep.getItem(key)));
    this.#list = drafts
      .filter((draft): draft is Draft => draft !== null && draft.text.trim() !== "")
      .sort((a, b) => b.saved - a.saved);
    return this.#list;
  };

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Another tab has written: forget what we remember and tell those who look. */
  heard(key: string | null): void {
    if (key === null || key.startsWith(PREFIX)) this.#changed();
  }

  #changed(): void {
    this.#list = null;
    for (const listener of this.#listeners) listener();
  }
}

function parse(stored: string | null): Draft | null {
  if (!stored) return null;
  try {
    const found = JSON.parse(stored) as Partial<Draft>;
    if (typeof found.questionId !== "string" || typeof found.text !== "string") return null;
    return { ...newDraft(found.questionId, found.previousId ?? null), ...found };
  } catch {
    return null;
  }
}

/** A key of 128 random bits. (crypto.randomUUID is missing on a school's plain-http address.) */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Refuses everything, so that the page can say that nothing is kept. */
const closed: Keep = {
  getItem: () => null,
  setItem: () => {
    throw new Error("storage is closed");
  },
  removeItem: () => undefined,
  key: () => null,
  length: 0,
};

function browserStorage(): Keep {
  try {
    return globalThis.localStorage ?? closed;
  } catch {
    return closed;
  }
}

export const drafts = new DraftStore(browserStorage());

if (typeof window !== "undefined") {
  window.addEventListener("storage", (event) => drafts.heard(event.key));
}
