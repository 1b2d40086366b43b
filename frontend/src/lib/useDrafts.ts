import { useSyncExternalStore } from "react";

import { type Draft, drafts } from "./drafts";

/** Every draft in this browser, the latest first. */
export function useDrafts(): readonly Draft[] {
  return useSyncExternalStore(drafts.subscribe, drafts.list);
}
