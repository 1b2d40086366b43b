import { useCallback, useSyncExternalStore } from "react";

const PREFIX = "markscheme:switch:";
const listeners = new Set<() => void>();
// What was chosen where the browser keeps nothing: it then lasts as long as the page.
const unkept = new Map<string, string>();

function read(name: string): string | null {
  try {
    return unkept.get(name) ?? localStorage.getItem(PREFIX + name);
  } catch {
    return null;
  }
}

function write(name: string, value: string): void {
  try {
    localStorage.setItem(PREFIX + name, value);
  } catch {
    unkept.set(name, value);
  }
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** A choice of this browser's reader that is either on or off, and lasts. */
export function useSwitch(name: string, first: boolean): [on: boolean, turn: (on: boolean) => void] {
  const on = useSyncExternalStore(subscribe, () => (read(name) ?? (first ? "on" : "off")) === "on");
  const turn = useCallback((to: boolean) => write(name, to ? "on" : "off"), [name]);
  return [on, turn];
}

/** Whether the desk asks which level a first answer is expected to reach. */
export const usePredicting = () => useSwitch("predict", true);
