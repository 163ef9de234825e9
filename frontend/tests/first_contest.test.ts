// The check-list of a first contest goes by what the contest is.
import { expect, test } from 'vitest';
import { doneItems } from '../src/pages/contests/first_contest';

const at = (more: Partial<Parameters<typeof doneItems>[0]> = {}) => [
  ...doneItems({ state: 'draft', roles: ['organiser'], judgesPerEntry: 2, wellFormed: false, ...more }),
];

test('each item is done once the contest is so far', () => {
  expect(at()).toEqual([]);
  expect(at({ wellFormed: true })).toEqual(['rules']);
  expect(at({ state: 'open', roles: ['head', 'secretary', 'judge'] })).toEqual(['rules', 'open', 'board']);
  expect(at({ state: 'judging', roles: ['head', 'secretary', 'judge', 'judge'] })).toEqual([
    'rules',
    'open',
    'board',
    'judges',
    'round',
  ]);
  expect(at({ state: 'published' }).at(-1)).toBe('results');
});
