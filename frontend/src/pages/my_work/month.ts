// A month of the calendar as weeks from Monday on, and what falls on its days.
export interface Day {
  /** 2026-11-30, in the zone of this device. */
  date: string;
  number: number;
  /** Of the month that is shown. */
  inside: boolean;
}

const two = (n: number) => String(n).padStart(2, '0');

export const dayOf = (at: Date) => `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;

/** The weeks of a month, `ahead` months from that of `now`. */
export function weeksOf(now: Date, ahead: number): { first: Date; weeks: Day[][] } {
  const first = new Date(now.getFullYear(), now.getMonth() + ahead, 1);
  const before = (first.getDay() + 6) % 7; // days of the week before the first
  const length = new Date(first.getFullYear(), first.getMonth() + 1, 0).getDate();
  const weeks = Array.from({ length: Math.ceil((before + length) / 7) }, (_, week) =>
    Array.from({ length: 7 }, (_, day) => {
      const at = new Date(first.getFullYear(), first.getMonth(), 1 - before + 7 * week + day);
      return { date: dayOf(at), number: at.getDate(), inside: at.getMonth() === first.getMonth() };
    }),
  );
  return { first, weeks };
}
