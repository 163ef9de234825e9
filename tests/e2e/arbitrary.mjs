// Requests made from the contract alone, for fast-check: valid ones by each schema, and the same ones broken.
import fc from 'fast-check';
import { resolve } from './contract.mjs';

const deepest = 6; // how far a schema that holds itself is followed

const between = (from, to) =>
  fc.date({ min: new Date(from), max: new Date(to), noInvalidDate: true }).map((time) => time.toISOString());
const day = between('1900-01-01', '2100-01-01').map((time) => time.slice(0, 10));
const moment = between('1971-01-01', '2100-01-01');

function text({ minLength = 0, maxLength = 40, pattern, format }) {
  if (pattern) return fc.stringMatching(new RegExp(pattern, 'u'));
  if (format === 'date') return day;
  if (format === 'date-time') return moment;
  return fc.string({ unit: 'grapheme', minLength, maxLength: Math.min(maxLength, minLength + 40) });
}

function integer({ minimum = -9, maximum = Number.MAX_SAFE_INTEGER }) {
  const inside = fc.maxSafeInteger().filter((n) => n >= minimum && n <= maximum);
  return fc.oneof(fc.integer({ min: minimum, max: Math.min(maximum, minimum + 9) }), inside);
}

function number({ minimum = -1e6, maximum = 1e6 }) {
  return fc.oneof(fc.integer({ min: minimum, max: maximum }), fc.double({ min: minimum, max: maximum, noNaN: true }));
}

function array({ items = {}, minItems = 0, maxItems = 4 }, known, depth) {
  const bounds = { minLength: minItems, maxLength: Math.min(maxItems, minItems + 3) };
  return fc.array(arbitraryOf(items, known, depth + 1), bounds);
}

function object({ required = [], properties = {}, additionalProperties }, known, depth) {
  const fields = Object.entries(properties).filter(([name]) => depth < deepest || required.includes(name));
  const field = (name, schema) => oneKnown(known[name], arbitraryOf(schema, known, depth + 1));
  const model = Object.fromEntries(fields.map(([name, schema]) => [name, field(name, schema)]));
  const named = fc.record(model, { requiredKeys: required });
  if (!additionalProperties) return named;
  const value =
    additionalProperties === true ? fc.jsonValue({ maxDepth: 2 }) : arbitraryOf(additionalProperties, known, depth + 1);
  const more = fc.dictionary(fc.string({ maxLength: 12 }), value, { maxKeys: 3, noNullPrototype: true });
  return fc.tuple(more, named).map((parts) => Object.assign({}, ...parts));
}

const byType = {
  string: text,
  integer,
  number,
  array,
  object,
  boolean: () => fc.boolean(),
  null: () => fc.constant(null),
};

/** Mostly one of the values that exist, if there are any. */
function oneKnown(values, otherwise) {
  if (!values?.length) return otherwise;
  return fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...values) }, { weight: 1, arbitrary: otherwise });
}

/** Values that a schema of the contract takes; `known` has values that exist, by the name of a field. */
export function arbitraryOf(reference, known = {}, depth = 0) {
  const schema = resolve(reference);
  if ('const' in schema) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  const of = (part) => arbitraryOf(part, known, depth);
  const choices = schema.oneOf ?? schema.anyOf;
  if (choices) return fc.oneof(...choices.map(of));
  if (schema.allOf) return fc.tuple(...schema.allOf.map(of)).map((parts) => Object.assign({}, ...parts));
  return fc.oneof(...[schema.type ?? 'object'].flat().map((type) => byType[type](schema, known, depth)));
}

const odd = fc.oneof(
  fc.constantFrom(null, true, 0, -1, 1.5, 2 ** 53, 1e300, '', ' ', '\u0000', 'a\u0300', [], {}, [[]], 'x'.repeat(5000)),
  fc.jsonValue({ maxDepth: 2 }),
);

const kept = (value, entries) => (Array.isArray(value) ? entries.map(([, part]) => part) : Object.fromEntries(entries));

/** The value with one place in it, wherever that is, taken out, made odd or joined by something unknown. */
export function broken(value) {
  if (value === null || typeof value !== 'object' || Object.keys(value).length === 0) return odd;
  const entries = Object.entries(value);
  const instead = (name) => (part) =>
    kept(
      value,
      entries.map(([key, old]) => [key, key === name ? part : old]),
    );
  return fc.constantFrom(...Object.keys(value)).chain((name) =>
    fc.oneof(
      fc.constant(
        kept(
          value,
          entries.filter(([key]) => key !== name),
        ),
      ),
      odd.map(instead(name)),
      broken(value[name]).map(instead(name)),
      odd.map((part) => kept(value, [...entries, ['unknown_field', part]])),
    ),
  );
}

const oddText = fc.oneof(
  fc.constantFrom(
    '0',
    '-1',
    '1.5',
    '9007199254740993',
    '99999999999999999999',
    'abc',
    '%00',
    '%ff',
    'a%2fb',
    '"r1"',
    'r1',
    '*',
  ),
  fc.string({ minLength: 1, maxLength: 30 }).map(encodeURIComponent),
);

/** Dot segments are no name of anything: whoever sends them asks for another address. */
const segment = (value) => (/^\.*$/.test(value) ? '0' : value);

/** One parameter: mostly a value that exists, else one by its schema, nonsense, or none. */
function parameter({ name, in: place, required, schema }, known) {
  const write = (value) => (place === 'header' ? String(value) : encodeURIComponent(value));
  const valid = oneKnown(known[name], arbitraryOf(schema)).map(write);
  const value = fc.oneof({ weight: 8, arbitrary: valid }, { weight: 1, arbitrary: oddText });
  if (place === 'path') return value.map(segment);
  return fc.option(value, { nil: undefined, freq: required ? 20 : 2 });
}

const asJson = (value) => ({ type: 'application/json', content: JSON.stringify(value), value });

const noBody = fc.constant({});
const oddContent = fc.constantFrom(
  { type: 'application/json', content: '{' },
  { type: 'application/json', content: '{"a":'.repeat(100) },
  { type: 'application/json', content: '"\\ud800"' },
  { type: 'application/json', content: Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]) },
  { type: 'text/plain', content: '{}' },
  { type: 'text/csv', content: 'code;type\n' },
);
const bytes = fc
  .uint8Array({ maxLength: 40 })
  .map((content) => ({ type: 'application/offset+octet-stream', content: Buffer.from(content) }));

/** The body, {type, content, value}: mostly as the contract says, often broken, sometimes none. */
function bodyOf({ requestBody }, known) {
  if (!requestBody) return noBody;
  const schema = requestBody.content['application/json']?.schema;
  const good = schema ? arbitraryOf(schema, known) : undefined;
  return fc.oneof(
    { weight: 6, arbitrary: good?.map(asJson) ?? bytes },
    { weight: 4, arbitrary: good?.chain(broken).map(asJson) ?? bytes },
    { weight: 1, arbitrary: noBody },
    { weight: 1, arbitrary: oddContent },
  );
}

/** Requests of one operation: {method, path, headers, type, content, value}. `known` has values that exist, by name. */
export function requestOf({ method, path, operation }, known) {
  const parameters = (operation.parameters ?? []).map(resolve);
  const values = fc.tuple(...parameters.map((one) => parameter(one, known)));
  return fc.tuple(values, bodyOf(operation, known)).map(([chosen, body]) => {
    const given = parameters.map((one, i) => ({ ...one, value: chosen[i] })).filter(({ value }) => value !== undefined);
    const of = (place) => given.filter((one) => one.in === place);
    const address = of('path').reduce((text, { name, value }) => text.replace(`{${name}}`, () => value), path);
    const query = of('query')
      .map(({ name, value }) => `${name}=${value}`)
      .join('&');
    const headers = Object.fromEntries(of('header').map(({ name, value }) => [name, value.replace(/[^!-~]/g, '?')]));
    return { method, path: query ? `${address}?${query}` : address, headers, ...body };
  });
}
