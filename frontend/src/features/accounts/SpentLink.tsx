import type { ReactNode } from "react";
import { Link } from "wouter";

import { Page } from "./Page";

/** A one-time link that opens nothing, and how to get another. */
export function SpentLink({ children }: { children: ReactNode }) {
  return (
    <Page title="This link no longer works">
      <p>It has been used, or its time has run out. Nothing was changed.</p>
      <p>{children}</p>
      <p>
        <Link href="/sign-in" className="button primary">
          Sign in
        </Link>
      </p>
    </Page>
  );
}
