import type { ReactNode } from "react";

import { useHeadingFocus, useTitle } from "../../lib/page";

/** A quiet page: one heading, one column. */
export function Page({ title, children }: { title: string; children: ReactNode }) {
  const heading = useHeadingFocus<HTMLHeadingElement>();
  useTitle(title);
  return (
    <div className="account">
      <h1 ref={heading} tabIndex={-1} className="serif">
        {title}
      </h1>
      {children}
    </div>
  );
}
