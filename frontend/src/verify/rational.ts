// Exact fractions: what ranks is never rounded.

const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? (a < 0n ? -a : a) : gcd(b, a % b));

export class Rational {
  readonly above: bigint;
  readonly below: bigint;

  constructor(above: bigint, below = 1n) {
    if (below === 0n) throw new RangeError('a fraction over nothing');
    const common = gcd(above, below) || 1n;
    const sign = below < 0n ? -1n : 1n;
    this.above = (sign * above) / common;
    this.below = (sign * below) / common;
  }

  /** "8.5", "-3", "1e-3". */
  static of(decimal: string) {
    const found = /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(decimal);
    if (!found) throw new RangeError(`${decimal} is no number`);
    const [, sign = '', whole = '', part = '', power = '0'] = found;
    const digits = BigInt(sign + whole + part);
    const places = BigInt(part.length) - BigInt(power);
    return places > 0n ? new Rational(digits, 10n ** places) : new Rational(digits * 10n ** -places);
  }

  plus = (other: Rational) =>
    new Rational(this.above * other.below + other.above * this.below, this.below * other.below);
  minus = (other: Rational) => this.plus(new Rational(-other.above, other.below));
  times = (other: Rational) => new Rational(this.above * other.above, this.below * other.below);
  over = (other: Rational) => new Rational(this.above * other.below, this.below * other.above);

  compare(other: Rational) {
    const difference = this.above * other.below - other.above * this.below;
    return difference < 0n ? -1 : difference > 0n ? 1 : 0;
  }
  equals = (other: Rational) => this.compare(other) === 0;

  /** The least whole number that is not below it. */
  roundedUp() {
    const down = this.above / this.below; // towards zero
    return Number(this.above > down * this.below ? down + 1n : down);
  }

  /** "250/3", "84". */
  toString() {
    return this.below === 1n ? String(this.above) : `${this.above}/${this.below}`;
  }

  /** Rounded once, half away from zero. */
  shown(places: number) {
    const scale = 10n ** BigInt(places);
    const size = this.above < 0n ? -this.above : this.above;
    const units = (2n * size * scale + this.below) / (2n * this.below);
    const digits = String(units).padStart(places + 1, '0');
    const whole = digits.slice(0, digits.length - places);
    const sign = this.above < 0n && units > 0n ? '-' : '';
    return sign + (places === 0 ? whole : `${whole}.${digits.slice(-places)}`);
  }
}

export const zero = new Rational(0n);
export const sum = (values: Rational[]) => values.reduce((a, b) => a.plus(b), zero);
export const mean = (values: Rational[]) => sum(values).over(new Rational(BigInt(values.length)));
export const highest = (values: Rational[]) => values.reduce((a, b) => (a.compare(b) >= 0 ? a : b));
export const lowest = (values: Rational[]) => values.reduce((a, b) => (a.compare(b) <= 0 ? a : b));
