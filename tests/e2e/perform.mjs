// Calls an operation of the contract with its path filled in and the headers that it requires.
import { resolve } from './contract.mjs';

/** The path with `values` in its places; a place without a value is an error of the test. */
export function filled(path, values = {}) {
  return path.replace(/\{(\w+)\}/g, (_, name) => {
    if (values[name] === undefined) throw new Error(`nothing to put into {${name}} of ${path}`);
    return encodeURIComponent(values[name]);
  });
}

/** The names of the headers that an operation requires. */
function requiredHeaders({ operation }) {
  const parameters = (operation.parameters ?? []).map(resolve);
  return parameters.filter((one) => one.in === 'header' && one.required).map(({ name }) => name);
}

/**
 * Calls an operation as somebody. `call`: `in` (values of the path), `query`, `body`, `at` (the revision for
 * If-Match), `headers`.
 */
export function perform(person, operation, call) {
  const required = {
    'If-Match': () => `"r${call.at}"`,
    'Idempotency-Key': () => crypto.randomUUID(),
    'Tus-Resumable': () => '1.0.0',
  };
  const headers = { ...call.headers };
  for (const name of requiredHeaders(operation)) headers[name] ??= required[name]?.();
  const query = call.query ? '?' + new URLSearchParams(call.query) : '';
  return person.call(operation.method, filled(operation.path, call.in) + query, call.body, headers);
}
