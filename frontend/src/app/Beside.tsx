import { lazy, Suspense } from "react";

import type { DeskHandle } from "../features/answers/write/Desk";
import { Bones } from "../ui/Bones";
import { Notice } from "../ui/Notice";
import { Crash } from "./Crash";

const Tutor = lazy(async () => ({ default: (await import("../features/practice/Tutor")).Tutor }));
const failed = (
  <Notice tone="error">
    The tutor stopped working. Write on: your draft is kept on this device. Loading the page again brings the
    tutor back.
  </Notice>
);

/** The tutor beside a desk, fetched when it is first opened; whatever becomes of it, the sheet stays. */
export function Beside({ questionId, draft, putOutline, marked, ask }: DeskHandle) {
  return (
    <Crash instead={failed}>
      <Suspense fallback={<Bones widths={["90%", "70%", "80%"]} />}>
        <Tutor compact questionId={questionId} draft={draft} onOutline={putOutline} onMarked={marked} ask={ask} />
      </Suspense>
    </Crash>
  );
}
