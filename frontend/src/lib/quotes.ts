/** Typewriter quotes as a printer sets them. Never used on a student's own words. */
export function curly(text: string): string {
  return text
    .replace(/(\p{L}|\d)'(?=\p{L}|\d)/gu, "$1’")
    .replace(/(^|[\s([{–—])"/gu, "$1“")
    .replace(/"/gu, "”")
    .replace(/(^|[\s([{–—“])'/gu, "$1‘")
    .replace(/'/gu, "’");
}
