import { beforeEach, describe, expect, it, vi } from "vitest";

import { draftId, DraftStore, newDraft, newKey } from "./drafts";

class Memory {
  readonly #kept = new Map<string, string>();
  full = false;
  get length() {
    return this.#kept.size;
  }
  key(index: number) {
    return Array.from(this.#kept.keys())[index] ?? null;
  }
  getItem(key: string) {
    return this.#kept.get(key) ?? null;
  }
  setItem(key: string, value: string) {
    if (this.full) throw new Error("QuotaExceededError");
    this.#kept.set(key, value);
  }
  removeItem(key: string) {
    this.#kept.delete(key);
  }
}

let memory: Memory;
let store: DraftStore;

beforeEach(() => {
  memory = new Memory();
  store = new DraftStore(memory);
});

const written = (id: string, text: string, saved = 1) => ({ ...newDraft(id), text, saved });

describe("drafts", () => {
  it("are there after a reload, key of the unanswered hand-in included", () => {
    const draft = {
      ...written("q1", "Because “power” 🙂"),
      handing: { key: "k", text: "Because “power” 🙂" },
      spent: 5,
      hints: 2,
    };
    expect(store.save(draft)).toBe(true);
    expect(new DraftStore(memory).load("q1")).toEqual(draft);
  });

  it("are listed latest first, without those that hold no words", () => {
    store.save(written("q1", "a", 1));
    store.save(written("q2", "b", 3));
    store.save({ ...written("q3", "  ", 4), hints: 1 });
    memory.setItem("another:thing", "x");
    expect(store.list().map((draft) => draft.id)).toEqual(["q2", "q1"]);
  });

  it("keep a first answer and an improvement apart", () => {
    expect(draftId("q1", null)).not.toBe(draftId("q1", "a1"));
    store.save({ ...newDraft("q1", "a1", "new"), saved: 2 });
    store.save(written("q1", "old"));
    expect(store.load("q1")?.text).toBe("old");
    expect(store.load(draftId("q1", "a1"))?.text).toBe("new");
  });

  it("say so when the browser is full, and keep what was there", () => {
    store.save(written("q1", "first"));
    memory.full = true;
    expect(store.save(written("q1", "second"))).toBe(false);
    expect(store.load("q1")?.text).toBe("first");
  });

  it("disappear when they hold nothing at all", () => {
    store.save(written("q1", "words"));
    store.save(written("q1", ""));
    expect(memory.length).toBe(0);
  });

  it("survive a record that is not theirs", () => {
    memory.setItem("markscheme:draft:q1", "{broken");
    memory.setItem("markscheme:draft:q2", '{"text": 3}');
    expect(store.load("q1")).toBeNull();
    expect(store.list()).toEqual([]);
  });

  it("tell those who look, and hand out the same list until something changes", () => {
    const heard = vi.fn();
    store.subscribe(heard);
    const before = store.list();
    expect(store.list()).toBe(before);
    store.save(written("q1", "words"));
    expect(heard).toHaveBeenCalledTimes(1);
    expect(store.list()).not.toBe(before);
  });
});

describe("keys", () => {
  it("are long and never the same", () => {
    expect(newKey()).toMatch(/^[0-9a-f]{32}$/);
    expect(newKey()).not.toBe(newKey());
  });
});
