// The acts of a round stand in their order: the draw first, the lock last, each only when those before are done.
import { expect, test } from 'vitest';
import { afterOpening, beforeOpening } from '../src/pages/rounds/round_steps';

const totals = (more = {}) => ({
  entries: 3,
  cards_needed: 6,
  assigned: 6,
  drafted: 0,
  submitted: 0,
  missing: 6,
  understaffed: 0,
  extra_needed: 0,
  ...more,
});

test('a round is opened once it has a panel and nothing else is in the way', () => {
  const round = { state: 'waiting', not_yet: null } as const;
  expect(beforeOpening(round, false)).toMatchObject({ panels: 'now', open: 'later', lock: 'later' });
  expect(beforeOpening({ ...round, not_yet: 'Chưa hết hạn' }, true)).toMatchObject({ panels: 'done', open: 'later' });
  expect(beforeOpening(round, true)).toMatchObject({ panels: 'done', open: 'now', draw: 'later' });
});

test('the draw comes first and the lock last', () => {
  const at = (more = {}) => afterOpening({ state: 'open', totals: totals(more) });
  expect(at({ understaffed: 3, missing: 0, assigned: 0 })).toMatchObject({ draw: 'now', mark: 'later', lock: 'later' });
  expect(at()).toMatchObject({ draw: 'done', mark: 'now', extra: 'later', lock: 'later' });
  expect(at({ missing: 0, extra_needed: 1 })).toMatchObject({ mark: 'done', extra: 'now', lock: 'later' });
  expect(at({ missing: 0 })).toMatchObject({ mark: 'done', extra: 'done', lock: 'now' });
  expect(Object.values(afterOpening({ state: 'locked', totals: totals() }))).toEqual(Array(6).fill('done'));
});
