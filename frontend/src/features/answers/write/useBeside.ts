import { useState } from "react";

import { useMedia, WIDE } from "../../../lib/useMedia";
import { useSwitch } from "../../../lib/useSwitch";
import { useTabs } from "../../../ui/tabs";

/** What is asked of the tutor from the desk; a new nonce asks again. */
export interface Ask {
  action: "paragraph" | "improve";
  argument: string | null;
  nonce: number;
}

/** What is in view at the desk: beside each other where it is wide, else one tab at a time. */
export function useBeside(begun: boolean) {
  const wide = useMedia(WIDE);
  const tabs = useTabs(["question", "write", "tutor"] as const, begun ? "write" : "question");
  const [open, turn] = useSwitch("tutor", false);
  const [asked, setAsked] = useState<Ask | null>(null);
  const shown = wide ? open : tabs.chosen === "tutor";
  // Once met, the tutor stays, so that a reply that is coming in is not lost by looking away.
  const [met, setMet] = useState(shown);
  if (shown && !met) setMet(true);

  function ask(action: Ask["action"], argument: string | null = null) {
    setAsked({ action, argument, nonce: (asked?.nonce ?? 0) + 1 });
    if (wide) turn(true);
    else tabs.show("tutor");
  }

  return { wide, tabs, open, turn, met, asked, ask };
}
