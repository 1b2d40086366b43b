import { useOnline } from "../../lib/useOnline";
import { Notice } from "../../ui/Notice";
import type { Standing } from "./useTutor";

interface StripProps {
  standing: Standing;
  /** How to read the conversation again, where it could not be read. */
  unread: (() => void) | null;
  onAgain: () => void;
  onTakeBack: () => void;
  onAfresh: () => void;
}

/** What stands between the student and the tutor just now, that nothing is lost, and what to do. */
export function Strip(props: StripProps) {
  return (
    <div aria-live="polite" className="tutor-strip">
      <Words {...props} />
    </div>
  );
}

function Words({ standing, unread, onAgain, onTakeBack, onAfresh }: StripProps) {
  const online = useOnline();
  if (standing.kind === "waiting") {
    const again = (
      <span className="tutor-strip-actions">
        <Press onClick={onAgain}>Send it again</Press>
        <Press onClick={onTakeBack}>Take it back</Press>
      </span>
    );
    return (
      <Notice tone="amber" action={again}>
        <strong>Not sent yet.</strong> {why(standing, online)} Your message is kept on this device.
      </Notice>
    );
  }
  if (standing.kind === "moved") {
    return (
      <Notice tone="amber">
        <strong>This conversation has gone on in another tab.</strong> Above is where it stands now. What you typed
        is still in the field: send it if it still fits.
      </Notice>
    );
  }
  if (standing.kind === "gone") {
    return (
      <Notice tone="amber" action={<Press onClick={onAfresh}>Begin a new one</Press>}>
        <strong>This conversation is no longer on the server.</strong> Your marked answers are not affected, and
        what you typed is still in the field.
      </Notice>
    );
  }
  if (standing.kind === "refused") {
    return (
      <Notice tone="error">
        <strong>{standing.title}.</strong> {standing.detail} What you typed is still in the field.
      </Notice>
    );
  }
  if (unread && standing.kind === "ready") {
    return (
      <Notice tone="amber" action={<Press onClick={unread}>Try again</Press>}>
        {online ? "Your conversation could not be fetched." : "You are offline, so your conversation could not be fetched."}{" "}
        It is kept on the server.
      </Notice>
    );
  }
  if (!online) {
    return <Notice tone="amber">You are offline. What you type is kept on this device until you can send it.</Notice>;
  }
  return null;
}

function Press({ onClick, children }: { onClick: () => void; children: string }) {
  return (
    <button type="button" className="text-button" onClick={onClick}>
      {children}
    </button>
  );
}

function why({ cause, seconds }: Extract<Standing, { kind: "waiting" }>, online: boolean): string {
  if (!online) return "You are offline.";
  if (cause === "network") return "The server could not be reached.";
  if (seconds) return `The server is busy and asks for a pause of ${seconds} seconds.`;
  return "Something went wrong on the server’s side.";
}
