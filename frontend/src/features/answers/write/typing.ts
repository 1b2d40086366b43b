/**
 * Put words into a field as if they had been typed, so that the browser's own undo takes them out again and the page
 * hears of them as of any other change. No words take out what stands between the two places.
 */
export function typeIn(field: HTMLTextAreaElement, from: number, to: number, words: string): void {
  field.focus({ preventScroll: true });
  field.setSelectionRange(from, to);
  // Long out of favour, and still the only way that keeps undo. It types wherever the focus is.
  const can = document.activeElement === field;
  if (can && document.execCommand(words ? "insertText" : "delete", false, words)) return;
  field.setRangeText(words, from, to, "end");
  field.dispatchEvent(new Event("input", { bubbles: true }));
}
