/** What a single page must do for itself when its address changes: the title, and where the reader is. */
import { type RefCallback, useCallback, useEffect, useRef } from "react";

/** Name the page in the browser's title. */
export function useTitle(title: string): void {
  useEffect(() => {
    document.title = title === "Markscheme" ? title : `${title} · Markscheme`;
  }, [title]);
}

/** Where the browser opened us; who has gone elsewhere before that page's heading was there has arrived all the same. */
const landing = typeof window === "undefined" ? "" : window.location.pathname;
let arrived = false;

/**
 * Put the reader at this page's heading when it appears, as a fresh page load would; not on the very first page.
 * The heading may come later than the page, once its words have been fetched.
 */
export function useHeadingFocus<T extends HTMLElement>(): RefCallback<T> {
  const done = useRef(false);
  return useCallback((heading: T | null) => {
    if (!heading || done.current) return;
    done.current = true;
    if (arrived || window.location.pathname !== landing) {
      heading.focus({ preventScroll: true });
      window.scrollTo({ top: 0, behavior: "instant" });
    }
    arrived = true;
  }, []);
}
