// Exact scores come as fractions in text ("250/3"): shown as decimals by long division, rounded once, half away from zero.
import { number } from '../../i18n/index.svelte';

const kPlaces = 2;

/** "83.50" with the reader's decimal sign. */
export function decimal(text: string): string {
  return text.replace('.', number(0.5).charAt(1));
}

/** "250/3" as 83,33. */
export function rounded(fraction: string): string {
  const [over, under = '1'] = fraction.split('/');
  const part = BigInt(over ?? 0);
  const whole = BigInt(under);
  const size = part < 0n ? -part : part;
  const units = (2n * size * 10n ** BigInt(kPlaces) + whole) / (2n * whole);
  const digits = units.toString().padStart(kPlaces + 1, '0');
  const sign = part < 0n && units > 0n ? '-' : '';
  return decimal(`${sign}${digits.slice(0, -kPlaces)}.${digits.slice(-kPlaces)}`);
}
