import { when } from "../../../lib/time";
import { Notice } from "../../../ui/Notice";
import type { Handing } from "./useHandIn";

interface StripProps {
  online: boolean;
  kept: boolean;
  saved: number;
  state: Handing;
  onHandIn: () => void;
}

/** What stands between the text and the server just now, and that the text is safe. */
export function Strip({ online, kept, saved, state, onHandIn }: StripProps) {
  return (
    <div aria-live="polite" className="strip">
      <Words {...{ online, kept, saved, state, onHandIn }} />
    </div>
  );
}

function Words({ online, kept, saved, state, onHandIn }: StripProps) {
  const device = saved ? `saved on this device ${when(saved)}` : "on this device";
  const again = (
    <button type="button" className="text-button" onClick={onHandIn}>
      Try now
    </button>
  );
  if (!kept) {
    return (
      <Notice tone="error">
        This browser will not keep your draft, so a reload would lose it. Copy your text somewhere safe before
        you close this page.
      </Notice>
    );
  }
  if (state.kind === "refused") {
    return (
      <Notice tone="error">
        <strong>{state.title}.</strong> {state.detail} Your answer is {device}.
      </Notice>
    );
  }
  if (state.kind === "waiting" && !online) {
    return (
      <Notice tone="amber" action={again}>
        Not handed in yet: you are offline. Your answer is {device} and goes in by itself when the network is
        back.
      </Notice>
    );
  }
  if (state.kind === "waiting") {
    return (
      <Notice tone="amber" action={again}>
        Not handed in yet: the server {state.cause === "network" ? "cannot be reached" : "is busy"}. Your
        answer is {device}, and it is tried again every few seconds.
      </Notice>
    );
  }
  if (!online) {
    return <Notice tone="amber">You are offline. Write on: your answer is {device}.</Notice>;
  }
  return null;
}
