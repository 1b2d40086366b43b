/** What went wrong, in words a student can act on. */
import { Refused, Unreachable } from "../../api/client";
import { plural } from "../../lib/text";

const NOT_TOGETHER =
  "That name and password do not belong together. Check both: capital letters in a password count.";

export function wordsFor(error: unknown, unsaid = NOT_TOGETHER): string {
  if (error instanceof Unreachable)
    return "The server cannot be reached. Nothing was changed. Check the network, then try again.";
  if (!(error instanceof Refused)) return "Something went wrong on this page. Load it again, then try once more.";
  const wait = error.retryAfter === null ? "a little" : plural(error.retryAfter, "second");
  if (error.status === 401)
    return error.kind === "not-signed-in" ? "You are not signed in any more. Sign in, then try again." : unsaid;
  if (error.status === 429) return `Those were many tries in a row. Wait ${wait}, then try again.`;
  if (error.status === 503) return `Many people are signing in at this moment. Wait ${wait}, then try again.`;
  if (error.status === 410) return "This link has been used or has run out. Ask for a new one.";
  return sentence(error.message);
}

/** A detail of the API's as a sentence: it names fields by where they stand in the request. */
function sentence(detail: string): string {
  const plain = detail.replace(/^body\.(\w+): /, (_, field: string) => `The ${field.replaceAll("_", " ")} `);
  return `${plain.charAt(0).toUpperCase()}${plain.slice(1)}.`;
}
