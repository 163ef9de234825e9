// What makes the service hold much memory for little that is sent: bodies of very many wrong fields, chunk heads and
// trailers without end. Sixteen at once stay far below what a small machine has.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Installation, Person } from '../e2e/service.mjs';
import { Wire, memory } from './wire.mjs';

const kAtOnce = 16;
const kMost = 250; // MB

let installation, stranger, signedIn;

before(async () => {
  installation = await new Installation().serve();
  stranger = new Person(installation);
  signedIn = await Person.registered(installation, 'ai-do@thi.test', 'Trần Ai Đó');
});
after(() => installation?.remove());

/** Does a thing sixteen times at once, three times over; gives what each came to, and holds the memory meanwhile. */
async function atOnce(act) {
  let peak = 0;
  const watch = setInterval(() => (peak = Math.max(peak, memory(installation))), 20);
  const out = [];
  for (let i = 0; i < 3; ++i) out.push(...(await Promise.all(Array.from({ length: kAtOnce }, act))));
  clearInterval(watch);
  peak = Math.max(peak, memory(installation));
  assert.ok(peak < kMost, `${peak} MB`);
  return out;
}

const fields = (count) => Object.fromEntries(Array.from({ length: count }, (_, i) => [i.toString(36), 0]));
const asBytes = (value) => Buffer.from(JSON.stringify(value));
const json = { 'Content-Type': 'application/json' };
const unchecked = { contract: false };

test('bodies of unknown fields cost no more than they cost to send', async () => {
  const many = asBytes(fields(100_000)); // 0.9 MB
  const fewer = asBytes(fields(19_000));
  for (const [person, path] of [
    [stranger, '/api/sessions'],
    [stranger, '/api/accounts'],
    [signedIn, '/api/rule-books/validate'],
  ]) {
    const refused = await atOnce(() => person.call('POST', path, many, json, unchecked));
    for (const { status, bytes } of refused) {
      assert.equal(status, 413, path);
      assert.ok(bytes.length < 2000);
    }
    const told = await atOnce(() => person.call('POST', path, fewer, json, unchecked));
    for (const { status, bytes, body } of told) {
      assert.ok([200, 422].includes(status), `${path} ${status}`);
      assert.ok(body.faults.length <= 50, path);
      assert.ok(bytes.length < 20_000);
    }
  }
});

test('lists of wrong things in a rule book are not walked one by one', async () => {
  const shapes = [
    { categories: Array.from({ length: 300_000 }, () => 0) },
    { categories: Array.from({ length: 18_000 }, () => 0) },
    { categories: Array.from({ length: 4_000 }, () => ({ a: 1, b: 2 })) },
    { criteria: Array.from({ length: 9_000 }, () => [{}]) },
  ];
  for (const shape of shapes) {
    const body = asBytes(shape);
    const told = await atOnce(() => signedIn.call('POST', '/api/rule-books/validate', body, json, unchecked));
    for (const { status, bytes } of told) {
      assert.ok([200, 413, 422].includes(status), String(status));
      assert.ok(bytes.length < 20_000);
    }
  }
});

test('chunk heads and trailers end', async () => {
  const head =
    'POST /api/sessions HTTP/1.1\r\nHost: t\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n';
  const piece = 'a'.repeat(64 * 1024);
  for (const begin of ['2;', '2\r\n{}\r\n0\r\nX: ']) {
    const statuses = await atOnce(async () => {
      const wire = new Wire(installation);
      await wire.send(head + begin);
      let closed = false;
      wire.closed.then(() => (closed = true));
      for (let i = 0; i < 100 && !closed; ++i) await Promise.race([wire.send(piece), wire.closed]);
      const [answer] = await wire.answers();
      wire.end();
      return answer?.status ?? 'closed';
    });
    for (const status of statuses) assert.ok([400, 431, 'closed'].includes(status), String(status));
  }
});

test('bodies that are never finished hold little memory, and keep nobody from signing in', async () => {
  const wires = Array.from({ length: 400 }, () => new Wire(installation));
  const head =
    'POST /api/accounts HTTP/1.1\r\nHost: t\r\nContent-Type: application/json\r\nContent-Length: 1000000\r\n\r\n';
  const bytes = Buffer.from(head + 'a'.repeat(900_000));
  const before = memory(installation);
  await Promise.all(wires.map((wire) => Promise.race([wire.send(bytes), wire.closed])));
  const { status } = await stranger.call('POST', '/api/sessions', Buffer.from('{}'), json, unchecked);
  assert.equal(status, 422);
  const grown = memory(installation) - before;
  const refused = wires.filter((wire) => wire.text.startsWith('HTTP/1.1 503')).length;
  for (const wire of wires) wire.end();
  assert.ok(grown < 100, `${grown} MB`);
  assert.ok(refused > 300, `${refused}`);
});

test('what is sent ahead of an answer is not kept without end', async () => {
  const wires = Array.from({ length: 200 }, () => new Wire(installation));
  const body = 'x'.repeat(1 << 20);
  let peak = 0;
  for (const wire of wires) wire.send(`GET /api/openapi.json HTTP/1.1\r\nHost: t\r\n\r\n`.repeat(50) + body);
  for (let i = 0; i < 50; ++i) {
    await new Promise((wait) => setTimeout(wait, 20));
    peak = Math.max(peak, memory(installation));
  }
  for (const wire of wires) wire.end();
  assert.ok(peak < kMost, `${peak} MB`);
});
