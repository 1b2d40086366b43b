import { Link } from "wouter";

import { Refused, Unreachable } from "../api/client";
import { useHeadingFocus, useTitle } from "../lib/page";

interface Words {
  title: string;
  text: string;
}

function wordsFor(error: unknown, subject: string): Words {
  if (error instanceof Unreachable) {
    return {
      title: "The server cannot be reached",
      text: "Anything you have written is kept on this device. Check the network, then try again.",
    };
  }
  if (error instanceof Refused && error.status === 404) {
    return {
      title: `There is no such ${subject}`,
      text: `The address may be mistyped, or the ${subject} belongs to another browser. Nothing you wrote is lost.`,
    };
  }
  if (error instanceof Refused && error.status === 429) {
    return {
      title: "Too many requests at once",
      text: "The server asks for a short pause. Nothing is lost. Wait a minute, then try again.",
    };
  }
  return {
    title: "The server could not answer",
    text: "Something went wrong on its side. Anything you have written is kept on this device. Try again in a moment.",
  };
}

interface FailureProps {
  error: unknown;
  subject: string;
  retry?: () => void;
}

/** A page that could not be shown: what happened, that nothing was lost, and the next step. */
export function Failure({ error, subject, retry }: FailureProps) {
  const { title, text } = wordsFor(error, subject);
  const heading = useHeadingFocus<HTMLHeadingElement>();
  useTitle(title);
  const gone = error instanceof Refused && error.status === 404;
  return (
    <div className="message">
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
      <p>{text}</p>
      <p>
        {retry && !gone ? (
          <button type="button" className="button primary" onClick={retry}>
            Try again
          </button>
        ) : (
          <Link href="/" className="button primary">
            Choose a question
          </Link>
        )}
      </p>
    </div>
  );
}
