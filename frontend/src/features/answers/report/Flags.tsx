import type { Flag } from "../../../api/types";
import { FLAGS } from "../../../lib/words";

/** What a reader should know about the answer as a text. */
export function Flags({ flags }: { flags: readonly Flag[] }) {
  if (!flags.length) return null;
  return (
    <section className="flags" aria-label="About this text">
      <ul>
        {flags.map((flag, index) => (
          <li key={index} className="notice amber">
            <p>
              <strong>{FLAGS[flag.kind]}.</strong> {flag.message}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
