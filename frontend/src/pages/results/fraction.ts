// Scores are exact fractions as text ("250/3"); shown as decimals by integer division, rounded once, half away
// from zero.
import { number } from '../../i18n/index.svelte';

const kPlaces = 2;

/** "83.50" with the reader's decimal sign. */
export function localDecimal(text: string): string {
  return text.replace('.', number(0.5).charAt(1));
}

/** "250/3" as 83,33. */
export function roundFraction(fraction: string): string {
  const [over, under = '1'] = fraction.split('/');
  const numerator = BigInt(over ?? 0);
  const denominator = BigInt(under);
  const magnitude = numerator < 0n ? -numerator : numerator;
  const units = (2n * magnitude * 10n ** BigInt(kPlaces) + denominator) / (2n * denominator);
  const digits = units.toString().padStart(kPlaces + 1, '0');
  const sign = numerator < 0n && units > 0n ? '-' : '';
  return localDecimal(`${sign}${digits.slice(0, -kPlaces)}.${digits.slice(-kPlaces)}`);
}
