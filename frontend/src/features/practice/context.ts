import { createContext, useContext } from "react";

import type { Message, Question } from "../../api/types";

/** What a block may need of the conversation that it stands in. */
export interface Desk {
  send: (message: Partial<Message>) => boolean;
  busy: boolean;
  question: Question | null;
  onOutline: ((outline: string) => void) | undefined;
}

export const DeskContext = createContext<Desk>({
  send: () => false,
  busy: true,
  question: null,
  onOutline: undefined,
});

export const useDesk = () => useContext(DeskContext);
