// A unit's place among those beside it is one of theirs.
import { expect, test } from 'vitest';
import { standingOf } from '../src/pages/coordination/standing';

const units = [3, 1, 1, 0].map((count, i) => ({ id: i + 1, name: '', short_name: '', count, has_children: false }));

test('equals share a place', () => {
  expect(standingOf(1, units)).toEqual({ own: 3, place: 1, of: 4, taking: 3 });
  expect(standingOf(3, units)).toEqual({ own: 1, place: 2, of: 4, taking: 3 });
  expect(standingOf(4, units)).toEqual({ own: 0, place: 4, of: 4, taking: 3 });
});

test('a unit that is not among them has no place, not one after the last', () => {
  expect(standingOf(9, units.slice(0, 3))).toBeUndefined();
});
