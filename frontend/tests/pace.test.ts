// The pace of marking: what the plan asks for by today, when it ends at this pace, what would be in time.
import { expect, test } from 'vitest';
import { cumulated, paceOf, recent } from '../src/pages/contests/pace';

const days = [
  { date: '2026-11-19', count: 20 },
  { date: '2026-11-21', count: 40 },
  { date: '2026-11-27', count: 104 },
];

test('days without cards keep the sum', () => {
  expect(cumulated(days, '2026-11-19', '2026-11-22').map(({ count }) => count)).toEqual([20, 20, 60, 60]);
});

test('a day before the first one, as entries of an earlier opening are, begins the line', () => {
  expect(cumulated(days, '2026-11-20', '2026-11-20')[0]).toEqual({ date: '2026-11-19', count: 20 });
});

test('the last seven days are today and the six before', () => {
  expect(recent(days, '2026-11-27')).toBe(144);
  expect(recent(days, '2026-11-28')).toBe(104);
});

test('marking that is slow says how late it ends and what would be in time', () => {
  const pace = paceOf(days, 400, '2026-11-19', '2026-12-06', '2026-11-27');
  expect(pace.planned).toBe(200);
  expect(pace.ends).toBe('2026-12-09'); // 236 at 20.6 a day
  expect(pace.daysLate).toBe(3);
  expect(pace.needed).toBe(27);
});

test('all in: no end to come, nothing late', () => {
  const pace = paceOf(days, 164, '2026-11-19', '2026-12-06', '2026-11-27');
  expect(pace).toMatchObject({ ends: undefined, daysLate: 0, needed: 0 });
});

test('nothing comes: no end is foretold, and after the last day it is as late as it is', () => {
  expect(paceOf([], 10, '2026-11-19', '2026-12-06', '2026-11-27')).toMatchObject({ ends: undefined, daysLate: 0 });
  expect(paceOf([], 10, '2026-11-19', '2026-12-06', '2026-12-08')).toMatchObject({ daysLate: 2, needed: undefined });
});

test('a plan of one day is not divided by nothing', () => {
  expect(paceOf([], 10, '2026-11-19', '2026-11-19', '2026-11-19').planned).toBe(10);
});
