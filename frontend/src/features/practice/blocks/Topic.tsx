import type { BlockOf } from "../../../api/types";
import { Sources } from "../../../ui/Sources";

/** An answer about the topic, with what it rests on. */
export function Topic({ block: { text, sources } }: { block: BlockOf<"topic"> }) {
  return (
    <div className="tutor-topic">
      <p>{text}</p>
      <Sources sources={sources} />
    </div>
  );
}
