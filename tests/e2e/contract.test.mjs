// The contract itself: it is sound by every recommended rule, its bundle is of today, and the check of answers
// against it can fail.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { test } from 'node:test';
import { contract, outsideContract } from './contract.mjs';
import { root } from './people.mjs';

const redocly = (...words) =>
  execFileSync(join(root, 'tests/e2e/node_modules/.bin/redocly'), words, {
    cwd: join(root, 'schema/openapi'),
    env: { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' },
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });

test('the contract keeps every recommended rule of a linter', () => {
  redocly('lint', '--config', 'redocly.yaml', 'openapi.yaml');
});

test('the bundle is the contract as it is written', () => {
  const bundled = JSON.parse(redocly('bundle', '--config', 'redocly.yaml', 'openapi.yaml', '--ext', 'json'));
  assert.deepEqual(contract, bundled);
});

const me = {
  id: 1,
  name: 'Lê Thị Gương',
  email: null,
  phone: null,
  unit: null,
  lang: 'vi',
  created_at: '2026-01-31T05:00:00Z',
  roles: [],
  device_key: 'A'.repeat(43),
  new_notices: 0,
  unit_state: null,
  unit_reason: '',
};
const exchange = (more = {}) => ({
  method: 'GET',
  url: new URL('http://localhost/api/me'),
  status: 200,
  text: JSON.stringify(me),
  headers: new Headers({ 'Content-Type': 'application/json', ETag: '"r1"' }),
  ...more,
});

test('what is outside the contract is found: a field, a type, a date, a status, a media type, an address', () => {
  const outside = (more) => outsideContract(exchange(more)).join();
  const answers = (change) => outside({ text: JSON.stringify({ ...me, ...change }) });
  assert.equal(outside(), '');
  assert.match(answers({ birthday: '1975-04-30' }), /unevaluated.*birthday/);
  assert.match(answers({ id: '1' }), /\/id must be integer/);
  assert.match(answers({ created_at: '2026-01-31' }), /\/created_at must match format/);
  assert.match(answers({ name: undefined }), /required property 'name'/);
  assert.match(outside({ status: 302 }), /a status that the contract does not know/);
  assert.match(outside({ headers: new Headers({ 'Content-Type': 'text/html' }) }), /the media type text\/html/);
  assert.match(outside({ url: new URL('http://localhost/api/nobody') }), /no such operation/);
  assert.match(outside({ method: 'POST' }), /no such operation/);
});

test('a request that was accepted though the contract refuses it is found', () => {
  const url = new URL('http://localhost/api/me');
  const accepted = (requestBody, headers = { 'If-Match': '"r1"' }) =>
    outsideContract(
      exchange({
        method: 'PATCH',
        url,
        requestBody,
        requestHeaders: new Headers({
          ...headers,
          ...(requestBody && { 'Content-Type': 'application/json' }),
        }),
      }),
    ).join();
  assert.equal(accepted({ name: 'Lê Thị Gương' }), '');
  assert.match(accepted({ birthday: '1975-04-30' }), /accepted: body .*additional properties/);
  assert.match(accepted({ name: 5 }), /accepted: body \/name must be string/);
  assert.match(accepted({}, {}), /accepted: without If-Match/);
  assert.match(accepted(undefined), /accepted: without a body/);
});
