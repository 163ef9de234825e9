// The dates of a contest in their order, and their conversion for datetime-local inputs.
import type { RuleBook } from '../../api/contest';

export const kDates = ['opens', 'deadline', 'judging_from', 'judging_to', 'results_at', 'appeals_until'] as const;
export type CalendarDate = (typeof kDates)[number];

/** "2026-03-01T08:00" for an input of the browser's own, in the zone of this device. */
export function toInput(rfc3339: string | undefined): string {
  if (!rfc3339 || Number.isNaN(Date.parse(rfc3339))) return '';
  const at = new Date(rfc3339);
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

/** The other way, with this device's offset; nothing for an empty field. */
export function fromInput(local: string): string | undefined {
  if (!local) return undefined;
  const minutes = -new Date(local).getTimezoneOffset();
  const two = (n: number) => String(Math.floor(Math.abs(n))).padStart(2, '0');
  return `${local}:00${minutes < 0 ? '-' : '+'}${two(minutes / 60)}:${two(minutes % 60)}`;
}

/** The same dates some years on. */
export function shiftYears(calendar: RuleBook['calendar'], years: number): RuleBook['calendar'] {
  const moved = { ...calendar };
  for (const date of kDates) {
    const at = calendar[date];
    if (at) moved[date] = String(Number(at.slice(0, 4)) + years) + at.slice(4);
  }
  return moved;
}
