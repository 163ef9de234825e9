// Whose first steps are shown: one role at a time, none that was dismissed, the author's to whoever holds no role.
import { expect, test } from 'vitest';
import { roleToShow } from '../src/parts/first_steps';

test('roles are introduced one after the other', () => {
  expect(roleToShow([], [])).toBe('entrant');
  expect(roleToShow([], ['entrant'])).toBeUndefined();
  expect(roleToShow(['judge', 'organiser'], [])).toBe('organiser');
  expect(roleToShow(['judge', 'organiser'], ['organiser'])).toBe('judge');
  expect(roleToShow(['judge'], ['judge'])).toBeUndefined();
});
