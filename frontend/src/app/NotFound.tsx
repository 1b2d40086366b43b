import { Link } from "wouter";

import { useHeadingFocus, useTitle } from "../lib/page";

export function NotFound() {
  const heading = useHeadingFocus<HTMLHeadingElement>();
  useTitle("No such page");
  return (
    <div className="message">
      <h1 ref={heading} tabIndex={-1}>
        There is no page at this address
      </h1>
      <p>The address may be mistyped. Your drafts and answers are where you left them.</p>
      <Link href="/" className="button primary">
        Choose a question
      </Link>
    </div>
  );
}
