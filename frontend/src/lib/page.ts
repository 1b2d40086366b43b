/** What a single page must do for itself when its address changes: the title, and where the reader is. */
import { useEffect, useRef } from "react";

/** Name the page in the browser's title. */
export function useTitle(title: string): void {
  useEffect(() => {
    document.title = title === "Markscheme" ? title : `${title} · Markscheme`;
  }, [title]);
}

let arrived = false;

/** Put the reader at this page's heading, as a fresh page load would; not on the very first page. */
export function useHeadingFocus<T extends HTMLElement>() {
  const heading = useRef<T>(null);
  useEffect(() => {
    if (arrived) {
      heading.current?.focus({ preventScroll: true });
      window.scrollTo({ top: 0, behavior: "instant" });
    }
    arrived = true;
  }, []);
  return heading;
}
