// A place is not said twice.
import { expect, test } from 'vitest';
import { placeBeside } from '../src/parts/place';

test('a place called as the unit beside it is left out, another one stays', () => {
  expect(placeBeside('Phường Tam Quan', 'phường Tam Quan')).toBe('');
  expect(placeBeside('Phường Tam Quan', 'xã An Lương')).toBe('xã An Lương');
  expect(placeBeside('Phường Tam Quan', 'phường Tâm Quan')).toBe('phường Tâm Quan');
  expect(placeBeside(null, 'xã An Lương')).toBe('xã An Lương');
});
