/** One polite live region for the whole page: said aloud, never seen. */
import { useSyncExternalStore } from "react";

let message = "";
const listeners = new Set<() => void>();

/** Say something to those who listen to the page. */
export function announce(text: string): void {
  // The same words twice would not be said again; a no-break space makes them differ.
  message = text === message ? `${text}\u00a0` : text;
  for (const listener of listeners) listener();
}

export function Announcer() {
  const text = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => message,
  );
  return (
    <div role="status" className="unseen">
      {text}
    </div>
  );
}
