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

const MINUTE = 60_000;

/** When something comes back: "in 10 minutes", "tomorrow", "in 4 days", "on 3 May". */
export function comesBack(at: string, now: Date = new Date()): string {
  const date = new Date(at);
  const minutes = Math.round((date.getTime() - now.getTime()) / MINUTE);
  if (minutes < 2) return "in a moment";
  if (minutes < 60) return `in ${minutes} minutes`;
  const midnight = (each: Date) => new Date(each.getFullYear(), each.getMonth(), each.getDate()).getTime();
  const days = Math.round((midnight(date) - midnight(now)) / (24 * 60 * MINUTE));
  if (days === 0) return "later today";
  if (days === 1) return "tomorrow";
  return days < 21 ? `in ${days} days` : `on ${day.format(date)}`;
}
