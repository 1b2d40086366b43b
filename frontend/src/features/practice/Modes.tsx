import type { Mode } from "../../api/types";
import { useDesk } from "./context";
import { MODES } from "./words";

/** The four things to do, within reach at any time. */
export function Modes({ mode }: { mode: Mode }) {
  const { send, busy } = useDesk();
  return (
    <div className="tutor-modes" role="group" aria-label="What to do">
      {MODES.map(({ action, name }) => (
        <button
          key={action}
          type="button"
          aria-current={mode === action || undefined}
          aria-disabled={busy || undefined}
          onClick={() => send({ action })}
        >
          {name}
        </button>
      ))}
    </div>
  );
}
