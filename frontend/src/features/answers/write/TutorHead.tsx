import type { Ref } from "react";

interface TutorHeadProps {
  heading: Ref<HTMLHeadingElement>;
  onClose: () => void;
}

/** What stands above the tutor where it has a column of its own. */
export function TutorHead({ heading, onClose }: TutorHeadProps) {
  return (
    <header className="tutor-head">
      <h2 ref={heading} tabIndex={-1}>
        Tutor
      </h2>
      <button type="button" className="text-button small" onClick={onClose}>
        Close
      </button>
    </header>
  );
}
