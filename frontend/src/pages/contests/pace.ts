// How marking goes: cards handed in by day beside the plan (evenly from the first day to the last), and when the last one comes at the
// pace of the last week.
import { daysBetween } from './days';

export interface DayCount {
  date: string;
  count: number;
}

const kDay = 86_400_000; // ms
const kRecent = 7; // days that tell the pace

const dayNumber = (date: string) => Date.parse(date) / kDay;
const dateOf = (day: number) => new Date(day * kDay).toISOString().slice(0, 10);

/** What had come by the end of each day from the first one to `today`. */
export function cumulated(days: DayCount[], first: string, today: string): DayCount[] {
  const counts = new Map(days.map(({ date, count }) => [date, count]));
  const begin = [first, ...counts.keys()].sort()[0]!;
  let sum = 0;
  return daysBetween(begin, today > begin ? today : begin).map((date) => ({
    date,
    count: (sum += counts.get(date) ?? 0),
  }));
}

/** How many came in the last `days` days, today's included. */
export function recent(counts: DayCount[], today: string, days = kRecent): number {
  const from = dateOf(dayNumber(today) - days + 1);
  return counts.reduce((sum, { date, count }) => (date >= from && date <= today ? sum + count : sum), 0);
}

export interface Pace {
  /** How many should be there by the end of today, by the plan. */
  planned: number;
  /** A day, over the last week. */
  perDay: number;
  /** When all will be in at this pace; nothing when none comes. */
  ends?: string;
  daysLate: number;
  /** What each day from tomorrow to the last takes; nothing after it. */
  needed?: number;
}

export function paceOf(days: DayCount[], of: number, first: string, last: string, today: string): Pace {
  const [begin, end, now] = [first, last, today].map(dayNumber) as [number, number, number];
  const done = days.reduce((sum, { count }) => sum + count, 0);
  const left = Math.max(0, of - done);
  const planned = Math.round(of * Math.min(1, Math.max(0, (now - begin + 1) / (end - begin + 1))));
  const perDay = recent(days, today) / Math.max(1, Math.min(kRecent, now - begin + 1));
  const ends = left === 0 ? undefined : perDay > 0 ? dateOf(now + Math.ceil(left / perDay)) : undefined;
  return {
    planned,
    perDay,
    ends,
    daysLate: ends ? Math.max(0, dayNumber(ends) - end) : left > 0 ? Math.max(0, now - end) : 0,
    needed: now < end ? Math.ceil(left / (end - now)) : undefined,
  };
}
