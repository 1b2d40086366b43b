/** Times as a person says them. */

const clock = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit" });
const day = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long" });
const dayAndYear = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric" });

/** "12:04" today, "3 May, 12:04" before. */
export function when(at: number | string, now: Date = new Date()): string {
  const date = new Date(at);
  if (date.toDateString() === now.toDateString()) return clock.format(date);
  const format = date.getFullYear() === now.getFullYear() ? day : dayAndYear;
  return `${format.format(date)}, ${clock.format(date)}`;
}

/** "44:05", and "+1:10" past the end. */
export function countdown(milliseconds: number): string {
  const seconds = Math.round(Math.abs(milliseconds) / 1000);
  const shown = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
  return milliseconds < 0 && seconds > 0 ? `+${shown}` : shown;
}
