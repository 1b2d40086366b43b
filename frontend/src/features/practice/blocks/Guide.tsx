import type { BlockOf } from "../../../api/types";

/** What a command word wants, its trap, and what shows that it was heard. */
export function Guide({ block: { guide } }: { block: BlockOf<"guide"> }) {
  return (
    <div className="tutor-guide">
      <p className="eyebrow">{guide.name}</p>
      <dl>
        <dt>Do</dt>
        <dd>{guide.do}</dd>
        <dt>The trap</dt>
        <dd>{guide.trap}</dd>
        <dt>What shows it</dt>
        <dd>{guide.signal}</dd>
      </dl>
    </div>
  );
}
