// Calendar days as "2026-05-20", without zone or time, for charts by day.

const kDay = 86_400_000; // ms
const kMost = 1000; // days in one picture

/** Every day from the first to the last, both included. */
export function daysBetween(first: string, last: string): string[] {
  const from = Date.parse(first);
  const length = Math.min(kMost, Math.max(0, Math.round((Date.parse(last) - from) / kDay)) + 1);
  return Array.from({ length }, (_, i) => new Date(from + i * kDay).toISOString().slice(0, 10));
}

/** 20/05/2026. */
export const dayText = (date: string) => date.split('-').reverse().join('/');

/** 20/05: where the year goes without saying. */
export const shortDay = (date: string) => dayText(date).slice(0, 5);

/** The day of a moment in a zone. */
export const dayIn = (rfc3339: string, timeZone: string) =>
  new Intl.DateTimeFormat('sv-SE', { timeZone }).format(new Date(rfc3339));
