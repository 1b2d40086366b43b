import { useId, useState } from "react";

import type { Invitation } from "../../api/types";
import { announce } from "../../ui/announce";

/** A one-time link to pass on; the server has only its hash, so it is shown now or never. */
export function HandOver({ invitation }: { invitation: Invitation }) {
  const id = useId();
  const [copied, setCopied] = useState("");
  const link = `${window.location.origin}/link#${invitation.secret}`;

  async function copy() {
    // Pages without TLS have no clipboard; the link can be selected by hand.
    await navigator.clipboard?.writeText(link);
    setCopied(navigator.clipboard ? "Copied" : "Select the link and copy it");
    announce("Copied");
  }
  return (
    <section aria-labelledby={id} className="hand-over">
      <h2 id={id} ref={(heading) => heading?.focus()} tabIndex={-1}>
        A link for <bdi>{invitation.person.name}</bdi>
      </h2>
      <p>
        Give it to them and to nobody else: whoever opens it first chooses the password. It works once, and it is
        shown only now.
      </p>
      <p className="hand-over-link">
        <code>{link}</code>
      </p>
      <p>
        <button type="button" className="button" onClick={() => void copy()}>
          {copied || "Copy the link"}
        </button>
      </p>
    </section>
  );
}
