// Holds a value against a JSON Schema, as far as schema/results.schema.json and schema/rule-book.schema.json
// use the language.
import { isTime } from '../ledger/record';
import { brief, Num, type Json } from './json';
import { Rational } from './rational';

export interface Schema {
  $ref?: string;
  $defs?: Record<string, Schema>;
  const?: unknown;
  enum?: unknown[];
  type?: string | string[];
  oneOf?: Schema[];
  required?: string[];
  properties?: Record<string, Schema>;
  additionalProperties?: boolean | Schema;
  items?: Schema;
  minItems?: number;
  maxItems?: number;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  pattern?: string;
  format?: string;
}

/** What does not fit: a value of another shape, one that is missing, one that nobody knows. */
export interface Misfit {
  pointer: string;
  kind: 'shape' | 'missing' | 'unknown';
  published?: string;
}

function typeOf(value: Json): string[] {
  if (value === null) return ['null'];
  if (value instanceof Num) return value.whole ? ['integer', 'number'] : ['number'];
  if (Array.isArray(value)) return ['array'];
  return value instanceof Map ? ['object'] : [typeof value];
}

/** Whether a simple value is the one that stands in the schema. */
const equals = (value: Json, wanted: unknown) =>
  value instanceof Num ? typeof wanted === 'number' && value.number === wanted : value === wanted;

export function misfits(root: Schema, value: Json): Misfit[] {
  const out: Misfit[] = [];

  const resolve = (schema: Schema): Schema => {
    if (!schema.$ref) return schema;
    const names = schema.$ref.split('/').slice(1);
    return resolve(names.reduce((at, name) => (at as Record<string, unknown>)[name], root as unknown) as Schema);
  };

  const fitsText = (schema: Schema, text: string) =>
    text.length >= (schema.minLength ?? 0) &&
    text.length <= (schema.maxLength ?? Infinity) &&
    (!schema.pattern || new RegExp(schema.pattern, 'u').test(text)) &&
    (schema.format !== 'date-time' || isTime(text));

  const fitsNumber = ({ minimum, maximum }: Schema, number: Rational) =>
    (minimum === undefined || number.compare(Rational.of(String(minimum))) >= 0) &&
    (maximum === undefined || number.compare(Rational.of(String(maximum))) <= 0);

  /** The value by itself, without what it holds. */
  const fits = (schema: Schema, value: Json) => {
    const types = schema.type === undefined ? undefined : [schema.type].flat();
    if (types && !typeOf(value).some((type) => types.includes(type))) return false;
    if (schema.const !== undefined && !equals(value, schema.const)) return false;
    if (schema.enum && !schema.enum.some((one) => equals(value, one))) return false;
    if (typeof value === 'string') return fitsText(schema, value);
    if (value instanceof Num) return fitsNumber(schema, value.exact);
    if (Array.isArray(value))
      return value.length >= (schema.minItems ?? 0) && value.length <= (schema.maxItems ?? Infinity);
    return true;
  };

  const members = (schema: Schema, value: Map<string, Json>, pointer: string) => {
    for (const name of schema.required ?? [])
      if (!value.has(name)) out.push({ pointer: `${pointer}/${name}`, kind: 'missing' });
    for (const [name, member] of value) {
      const known = schema.properties?.[name] ?? schema.additionalProperties ?? true;
      if (known === false) out.push({ pointer: `${pointer}/${name}`, kind: 'unknown', published: brief(member) });
      else if (known !== true) check(known, member, `${pointer}/${name}`);
    }
  };

  const check = (unresolved: Schema, value: Json, pointer: string): void => {
    const schema = resolve(unresolved);
    if (schema.oneOf) {
      const fitting = schema.oneOf.find((one) => fits(resolve(one), value));
      if (fitting) return check(fitting, value, pointer);
    }
    if (schema.oneOf || !fits(schema, value)) {
      out.push({ pointer, kind: 'shape', published: brief(value) });
      return;
    }
    if (value instanceof Map) members(schema, value, pointer);
    const items = schema.items;
    if (Array.isArray(value) && items) value.forEach((item, i) => check(items, item, `${pointer}/${i}`));
  };

  check(root, value, '');
  return out;
}
