// The scales of charts by day: round numbers up the side, days along the foot.
import { daysBetween } from './days';

const kLines = 4; // at most, above the foot

/** Round numbers from 0 to what holds the highest: 0, 100, 200, 300, 400. */
export function ticks(highest: number): number[] {
  const least = Math.max(1, highest) / kLines;
  const ten = 10 ** Math.floor(Math.log10(least));
  const step = Math.max(1, ([1, 2, 5, 10].find((times) => times * ten >= least) ?? 10) * ten);
  return Array.from({ length: Math.ceil(Math.max(1, highest) / step) + 1 }, (_, i) => i * step);
}

/** Days to name at the foot, evenly, as many as have room. */
export function namedDays(first: string, last: string, most: number): string[] {
  const days = daysBetween(first, last);
  const step = Math.max(1, Math.ceil(days.length / Math.max(1, most)));
  return days.filter((_, i) => i % step === 0);
}
