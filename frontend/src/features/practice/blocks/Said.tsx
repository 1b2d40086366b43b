import type { BlockOf } from "../../../api/types";

/** Plain words. */
export function Said({ block }: { block: BlockOf<"said"> }) {
  return <p className="tutor-plain">{block.text}</p>;
}
