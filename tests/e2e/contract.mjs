// Holds what the service answers against its contract, schema/openapi.json. Clients may meet fields that are
// new to them; the tests may not: here every object is closed, so that a field without a name is a fault.
import { readFileSync } from 'node:fs';
import Ajv from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

const read = (name) => JSON.parse(readFileSync(new URL(`../../schema/${name}`, import.meta.url), 'utf8'));
export const contract = read('openapi.json');

const methods = ['get', 'put', 'post', 'delete', 'options', 'patch'];

/** Every operation: {method, path, id, access, operation}. */
export const operations = Object.entries(contract.paths).flatMap(([path, item]) =>
  methods
    .filter((method) => item[method])
    .map((method) => ({
      method: method.toUpperCase(),
      path,
      id: item[method].operationId,
      access: item[method]['x-access'],
      operation: item[method],
    })),
);

/** What a reference leads to. */
export function resolve(value) {
  while (value?.$ref)
    value = value.$ref
      .slice(2)
      .split('/')
      .reduce((at, key) => at[key], contract);
  return value;
}

/** A copy whose objects name all their fields; the parts of an allOf stay open, for each knows only its own. */
function closed(schema, open = false) {
  if (Array.isArray(schema)) return schema.map((part) => closed(part));
  if (!schema || typeof schema !== 'object') return schema;
  if (schema.$ref)
    return { ...schema, $ref: schema.$ref.replace('#/components/schemas/', open ? '#/open/' : '#/closed/') };
  const copy = {};
  for (const [key, value] of Object.entries(schema)) {
    if (key === 'properties')
      copy[key] = Object.fromEntries(Object.entries(value).map(([name, of]) => [name, closed(of)]));
    else if (key === 'allOf') copy[key] = value.map((part) => closed(part, true));
    else if (['items', 'additionalProperties', 'anyOf', 'oneOf'].includes(key)) copy[key] = closed(value);
    else copy[key] = value;
  }
  if (!open && (schema.properties || schema.allOf) && !('additionalProperties' in schema))
    copy.unevaluatedProperties = false;
  return copy;
}

const ajv = new Ajv({ strict: false, allErrors: true, verbose: false });
addFormats(ajv);
ajv.addFormat('binary', true);
const schemas = Object.entries(contract.components.schemas);
ajv.addSchema({
  $id: 'contract:',
  closed: Object.fromEntries(schemas.map(([name, schema]) => [name, closed(schema)])),
  open: Object.fromEntries(schemas.map(([name, schema]) => [name, closed(schema, true)])),
});
const absolute = (value) => JSON.parse(JSON.stringify(value).replaceAll('"$ref":"#/', '"$ref":"contract:#/'));

const validators = new Map();
/** What is wrong with a value by a schema of the contract, as short lines. */
export function faultsOf(schema, value) {
  const key = JSON.stringify(schema);
  if (!validators.has(key)) validators.set(key, ajv.compile(absolute(closed(schema))));
  const validate = validators.get(key);
  if (validate(value)) return [];
  return validate.errors.map(
    ({ instancePath, message, params }) => `${instancePath || '/'} ${message} ${JSON.stringify(params)}`,
  );
}

/** A parameter or a header comes as text; its schema may want a number. */
function typed(schema, text) {
  const wanted = [resolve(schema), ...(resolve(schema).oneOf ?? [])].flatMap((one) => resolve(one).type ?? []);
  return wanted.includes('integer') && /^-?\d+$/.test(text) ? Number(text) : text;
}

const patterns = operations
  .map((row) => ({
    ...row,
    fixed: row.path.split('{').length,
    pattern: new RegExp(`^${row.path.replace(/\{\w+\}/g, '([^/]+)')}$`),
  }))
  .sort((a, b) => a.fixed - b.fixed);

/** The operation that a request asks for; HEAD is asked of GET. */
export function operationOf(method, pathname) {
  const of = method === 'HEAD' ? 'GET' : method;
  return patterns.find((row) => row.method === of && row.pattern.test(pathname));
}

function statedAnswer(operation, status) {
  const { responses } = operation;
  return resolve(responses[status] ?? responses[`${Math.floor(status / 100)}XX`] ?? responses.default);
}

const mediaType = (headers) => headers.get('content-type')?.split(';')[0].trim();

function bodyFaults(stated, { headers, text }) {
  const type = mediaType(headers);
  const media = Object.entries(stated.content ?? {});
  if (media.length === 0) return text ? ['a body where the contract has none'] : [];
  const [, content] =
    media.find(([name]) => name === type || name === '*/*' || name === type?.replace(/\/.*/, '/*')) ?? [];
  if (!content) return [`the media type ${type}`];
  if (!type.endsWith('json')) return [];
  return faultsOf(content.schema, JSON.parse(text));
}

function headerFaults(stated, headers) {
  return Object.entries(stated.headers ?? {}).flatMap(([name, reference]) => {
    const header = resolve(reference);
    const text = headers.get(name);
    if (text === null) return header.required ? [`no header ${name}`] : [];
    return faultsOf(header.schema, typed(header.schema, text)).map((fault) => `header ${name}: ${fault}`);
  });
}

/** A body is held against the contract where the operation reads one. */
function contentFaults(stated, type, value) {
  if (!stated) return [];
  if (!type) return stated.required ? ['without a body'] : [];
  const content = stated.content[type.split(';')[0]];
  if (!content) return [`a body of type ${type}`];
  return value === undefined ? [] : faultsOf(content.schema, value).map((fault) => `body ${fault}`);
}

/** Whether the service took what the contract refuses. */
function requestFaults({ operation, pattern, path }, { url, requestHeaders, requestBody }) {
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
  const values = url.pathname.match(pattern).slice(1);
  const given = {
    path: (name) => decodeURIComponent(values[names.indexOf(name)]),
    query: (name) => url.searchParams.get(name),
    header: (name) => requestHeaders.get(name),
  };
  const faults = (operation.parameters ?? []).flatMap((reference) => {
    const { name, in: place, required, schema } = resolve(reference);
    const text = given[place](name);
    if (text === null) return required ? [`without ${name}`] : [];
    return faultsOf(schema, typed(schema, text)).map((fault) => `${name}: ${fault}`);
  });
  const known = new Set(
    (operation.parameters ?? [])
      .map(resolve)
      .filter((one) => one.in === 'query')
      .map((one) => one.name),
  );
  for (const name of url.searchParams.keys()) if (!known.has(name)) faults.push(`query ${name} is unknown`);
  faults.push(...contentFaults(operation.requestBody, requestHeaders.get('content-type'), requestBody));
  return faults;
}

/**
 * What is outside the contract in one exchange: {method, url, status, headers, text}, and, where the request is
 * to be held too, {requestHeaders, requestBody}. A refused request may be anything; an accepted one must be as
 * the contract says.
 */
export function outsideContract(exchange) {
  const { method, url, status, headers } = exchange;
  const row = operationOf(method, url.pathname);
  if (!row) return [`${method} ${url.pathname}: no such operation`];
  const stated = statedAnswer(row.operation, status);
  const faults = [];
  // Addresses stand in the logs of proxies: the secrets of one-time links have no place there.
  if (/\/(?=[^/]*[A-Z])[\w-]{43}(\/|$)/.test(url.pathname)) faults.push('a secret in the address');
  if (!stated) faults.push('a status that the contract does not know');
  else faults.push(...(method === 'HEAD' ? [] : bodyFaults(stated, exchange)), ...headerFaults(stated, headers));
  if (status < 300 && exchange.requestHeaders)
    faults.push(...requestFaults(row, exchange).map((fault) => `accepted: ${fault}`));
  return faults.map((fault) => `${row.id} (${method} ${url.pathname}) ${status}: ${fault}`);
}

const results = new Ajv({ strict: false, allErrors: true });
addFormats(results);
const validResults = results.compile(read('results.schema.json'));

/** Faults of a published results file by schema/results.schema.json. */
export function resultsFaults(file) {
  return validResults(file)
    ? []
    : validResults.errors.map(({ instancePath, message }) => `results file ${instancePath}: ${message}`);
}
