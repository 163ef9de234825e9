// The public log, read by a program that shares nothing with the service: mirrored, checked, and searched for what it
// must not tell.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { mirror, openNote, openProof, readKey, treeRoot } from './ledger.mjs';
import { Installation, Person } from './service.mjs';
import { resultAt } from './rights_results.mjs';
import { World } from './rights_world.mjs';

let installation, world, stranger, key;
const text = async (path) => {
  const answer = await stranger.call('GET', path);
  return answer.status === 200 ? answer.text : answer.status;
};
const head = async () => openNote(await text('/ledger/checkpoint'), key);

before(async () => {
  installation = await new Installation().serve();
  stranger = new Person(installation);
  world = await new World(installation).settle();
  key = readKey(await text('/ledger/key'));
});
after(() => installation?.remove());

test('the key that is served is the one that the command prints', async () => {
  assert.equal(await text('/ledger/key'), installation.run(['ledger', 'key']));
});

test('a mirror made from the tiles recomputes the root of each checkpoint, and each begins with the one before', async () => {
  let before = [];
  for (let i = 0; i < 3; i++) {
    await Person.registered(installation, `nguoi-${i}@thi.test`, 'Lê Văn Mới');
    installation.run(['ledger', 'publish']);
    const { size, root, origin } = await head();
    assert.equal(origin, key.name);
    assert.equal(size % 32, 0);
    const leaves = await mirror(installation.base, size);
    assert.deepEqual(treeRoot(leaves), root);
    assert.deepEqual(leaves.slice(0, before.length), before);
    before = leaves;
  }
});

test('what the forms do not have is not there, and nothing beyond the public head is', async () => {
  const { size } = await head();
  const beyond = `/ledger/tile/0/${String(Math.floor(size / 256)).padStart(3, '0')}.p/${(size % 256) + 1}`;
  const partial = size % 256;
  for (const path of [
    beyond,
    '/ledger/tile/0/999',
    '/ledger/tile/64/000',
    '/ledger/tile/0/0',
    '/ledger/tile/x',
    '/ledger/proof/x',
  ])
    assert.equal(await text(path), 404, path);
  assert.ok(partial > 0);
});

test('no record is read before its contest is published', async () => {
  const { contest } = await world.contest('locked');
  const { slug } = await world.people.organiser.get(`/api/contests/${contest}`);
  const { size } = await head();
  assert.equal(await text(`/ledger/records/${slug}`), 404);
  const given = [];
  for (let seq = 0; seq < size; seq++) {
    const proof = await text(`/ledger/proof/${seq}`);
    if (proof !== 404) given.push(openProof(proof, key).record.kind);
  }
  assert.ok(given.length > 0);
  assert.deepEqual(
    given.filter((kind) => kind !== 'ledger.filled'),
    [],
  );
});

test('a published contest is read whole, each record with its proof', async () => {
  const call = await resultAt(world, 'published');
  const { slug } = await world.people.organiser.get(`/api/contests/${call.in.contest}`);
  const lines = (await text(`/ledger/records/${slug}`))
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  const kinds = new Set(lines.map(({ kind }) => kind));
  for (const kind of ['entry.submitted', 'card.submitted', 'codes.joined', 'result.approved', 'result.published'])
    assert.ok(kinds.has(kind), kind);
  for (const line of lines.filter(({ kind }) => kind.startsWith('result.'))) {
    assert.equal(line.contest, call.in.contest);
    assert.deepEqual(openProof(await text(`/ledger/proof/${line.seq}`), key).record, line);
  }
  const published = lines.filter(({ kind }) => kind === 'result.published').at(-1);
  assert.equal(published.seq % 32, 0); // it does not count what people did before
});
