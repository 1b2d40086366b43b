/** What of a conversation this browser keeps: which one it is, what is typed and not sent, what is sent and not answered. */
import { useCallback, useState, useSyncExternalStore } from "react";

import type { MessageRequest } from "../../api/types";

const PREFIX = "markscheme:tutor:";
/** Where the browser refuses to keep anything, these last as long as the page. */
const memory = new Map<string, string>();
const listeners = new Set<() => void>();

function read(name: string): string | null {
  try {
    return localStorage.getItem(PREFIX + name) ?? memory.get(name) ?? null;
  } catch {
    return memory.get(name) ?? null;
  }
}

function write(name: string, value: string | null): void {
  if (value === null) memory.delete(name);
  else memory.set(name, value);
  try {
    if (value === null) localStorage.removeItem(PREFIX + name);
    else localStorage.setItem(PREFIX + name, value);
  } catch {
    // Memory has it.
  }
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  const heard = (event: StorageEvent) => {
    if (event.key === null || event.key.startsWith(PREFIX)) listener();
  };
  listeners.add(listener);
  window.addEventListener("storage", heard);
  return () => {
    listeners.delete(listener);
    window.removeEventListener("storage", heard);
  };
}

/** The conversation that the page and the panel share, in every tab of this browser. */
export function useConversationId(): string | null {
  return useSyncExternalStore(subscribe, conversationId);
}

export const conversationId = () => read("conversation");
export const keepConversation = (id: string | null) => write("conversation", id);

/** Words being typed; each change is on the device at once. `place` names the field they are typed in. */
export function useTyped(place: string, seed = "") {
  const [typed, set] = useState(() => read(place) ?? seed);
  const change = useCallback(
    (next: string | ((now: string) => string)) => {
      const text = typeof next === "string" ? next : next(read(place) ?? "");
      set(text);
      write(place, text || null);
    },
    [place],
  );
  return [typed, change] as const;
}

/** A message that no full reply has come for. The same body goes out again under the same key. */
export interface Outgoing {
  key: string;
  body: MessageRequest;
  /** Where it goes; null while there is no conversation yet. */
  conversationId: string | null;
}

export const keepOutgoing = (message: Outgoing | null) => write("outgoing", message && JSON.stringify(message));

export function outgoing(): Outgoing | null {
  try {
    const found = JSON.parse(read("outgoing") ?? "null") as Outgoing | null;
    return typeof found?.key === "string" && typeof found.body === "object" ? found : null;
  } catch {
    return null;
  }
}
