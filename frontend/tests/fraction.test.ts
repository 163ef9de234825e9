// Exact scores shown as decimals.
import { expect, test } from 'vitest';
import { localDecimal, roundFraction } from '../src/pages/results/fraction';

test('a decimal has the decimal comma of the reader', () => {
  expect(localDecimal('83.50')).toBe('83,50');
  expect(localDecimal('83')).toBe('83');
});

test('a fraction is rounded to two places, half away from zero', () => {
  const cases: [string, string][] = [
    ['250/3', '83,33'],
    ['500/3', '166,67'],
    ['7', '7,00'],
    ['1/8', '0,13'],
    ['-1/8', '-0,13'],
    ['1/200', '0,01'],
    ['1/201', '0,00'],
    ['-1/201', '0,00'],
    ['0/5', '0,00'],
  ];
  for (const [fraction, shown] of cases) expect(roundFraction(fraction), fraction).toBe(shown);
});

test('a fraction of numbers beyond those that doubles hold is exact', () => {
  expect(roundFraction('9007199254740993/1')).toBe('9007199254740993,00');
  expect(roundFraction('100000000000000000001/100000000000000000000')).toBe('1,00');
});
