// JSON as a results file needs it: no name twice in an object, numbers as exact as they are written, and the
// canonical text (names in byte order, no white space) that hashes are taken over.
import { Rational } from './rational';

/** A number as it stands in the file: `exact` for what is computed, `text` for what is hashed. */
export class Num {
  constructor(
    readonly text: string,
    readonly whole: boolean,
  ) {}
  get exact() {
    return Rational.of(this.text);
  }
  get number() {
    return Number(this.text);
  }
}
export type Json = null | boolean | string | Num | Json[] | Map<string, Json>;

/** Text that is no JSON, or that readers could read in two ways. */
export class Unreadable extends Error {}

export const kLargest = 64 * 2 ** 20; // bytes of a file, as the program's own verifier
const kDeepest = 32;
const numberShape = /-?(?:0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?/y;
const whiteSpace = /[ \t\n\r]*/y;

class Reader {
  private at = 0;
  constructor(private readonly text: string) {}

  whole(): Json {
    const value = this.value(0);
    this.skip();
    if (this.at < this.text.length) throw new Unreadable('more after the end');
    return value;
  }

  private skip() {
    whiteSpace.lastIndex = this.at;
    whiteSpace.exec(this.text);
    this.at = whiteSpace.lastIndex;
  }
  private take(token: string) {
    this.skip();
    if (!this.text.startsWith(token, this.at)) return false;
    this.at += token.length;
    return true;
  }
  private want(token: string) {
    if (!this.take(token)) throw new Unreadable(`${token} expected at ${this.at}`);
  }

  private value(depth: number): Json {
    if (depth > kDeepest) throw new Unreadable('nested too deeply');
    if (this.take('{')) return this.object(depth);
    if (this.take('[')) return this.array(depth);
    if (this.take('null')) return null;
    if (this.take('true')) return true;
    if (this.take('false')) return false;
    return this.text[this.at] === '"' ? this.string() : this.number();
  }
  private object(depth: number) {
    const out = new Map<string, Json>();
    if (this.take('}')) return out;
    do {
      this.skip();
      const name = this.string();
      if (out.has(name)) throw new Unreadable(`the name ${name} stands twice`);
      this.want(':');
      out.set(name, this.value(depth + 1));
    } while (this.take(','));
    this.want('}');
    return out;
  }
  private array(depth: number) {
    const out: Json[] = [];
    if (this.take(']')) return out;
    do out.push(this.value(depth + 1));
    while (this.take(','));
    this.want(']');
    return out;
  }
  private string(): string {
    const start = this.at;
    if (this.text[this.at++] !== '"') throw new Unreadable(`a string expected at ${start}`);
    while (this.text[this.at] !== '"') {
      if (this.at >= this.text.length) throw new Unreadable('a string without end');
      this.at += this.text[this.at] === '\\' ? 2 : 1;
    }
    try {
      // The engine's own parser knows escapes and refuses control characters.
      return JSON.parse(this.text.slice(start, ++this.at)) as string;
    } catch {
      throw new Unreadable(`no string at ${start}`);
    }
  }
  private number() {
    numberShape.lastIndex = this.at;
    const found = numberShape.exec(this.text);
    if (!found) throw new Unreadable(`a value expected at ${this.at}`);
    this.at = numberShape.lastIndex;
    const whole = found[1] === undefined && found[2] === undefined;
    return new Num(whole ? String(BigInt(found[0])) : shortest(Number(found[0])), whole);
  }
}

/** As the service writes what is no whole number. */
function shortest(value: number) {
  const text = String(value);
  return /[.e]/.test(text) ? text : text + '.0';
}

export const parseJson = (text: string) => new Reader(text).whole();

const encoder = new TextEncoder();
function byBytes(a: string, b: string) {
  const x = encoder.encode(a);
  const y = encoder.encode(b);
  for (let i = 0; i < x.length && i < y.length; i++) if (x[i] !== y[i]) return (x[i] ?? 0) - (y[i] ?? 0);
  return x.length - y.length;
}

export function canonical(value: Json): string {
  if (value instanceof Num) return value.text;
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (!(value instanceof Map)) return JSON.stringify(value);
  const names = [...value.keys()].sort(byBytes);
  return `{${names.map((name) => `${JSON.stringify(name)}:${canonical(value.get(name) ?? null)}`).join(',')}}`;
}

/** Maps become objects: for values whose shape was checked. Numbers stay as they are. */
export function plain(value: Json): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (!(value instanceof Map)) return value;
  const out = Object.create(null) as Record<string, unknown>;
  for (const [name, member] of value) out[name] = plain(member);
  return out;
}

/** As text that is short enough to show. */
export function brief(value: Json | undefined): string {
  if (value === undefined || value === null) return '–';
  const text = typeof value === 'string' ? value : canonical(value);
  return text.length <= 80 ? text : text.slice(0, 80) + '…';
}
