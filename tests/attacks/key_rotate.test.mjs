// The sealing key got out: it is changed for another, and a copy of the data with the old key shows nothing.
// The change is killed at random moments; run again it ends well, and everything opens as before.
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { board, draft, invited, openContest, password, receiptsOf, sendFile } from '../e2e/people.mjs';
import { sql } from './rewritten_log.mjs';
import { Installation, Person, program } from '../e2e/service.mjs';

const pause = (ms) => new Promise((wait) => setTimeout(wait, ms));
const tus = { 'Tus-Resumable': '1.0.0' };

let installation, author, secretary, judge, contest, entry, upload, sent;
let untouched; // the data as they were, with the old key

before(async () => {
  installation = await new Installation().serve();
  const { organiser } = await board(installation);
  ({ contest } = await openContest(organiser, (rules) => {
    rules.categories[0].files = [{ purpose: 'work', name: { vi: 'Bài' }, kinds: ['png'], max_megabytes: 5 }];
  }));
  secretary = await invited(organiser, contest, 'secretary', 'thu-ky@thi.test', 'Lê Thư Ký');
  judge = await invited(organiser, contest, 'judge', 'giam-khao@thi.test', 'Phạm Giám Khảo');
  const interests = [{ kind: 'relative', name: 'Nguyễn Thị Ruột Thịt' }];
  await judge.post(`/api/contests/${contest}/judge/terms`, { interests });
  author = await Person.registered(installation, 'tac-gia@thi.test', 'Nguyễn Tác Giả');
  sent = { key: crypto.randomUUID(), body: draft('bai-viet', 'Người giữ rừng') };
  entry = (await create()).body.id;
  const { revision } = await author.get(`/api/entries/${entry}`);
  await author.postAt(`/api/entries/${entry}/submit`, revision);
  await sendFile(author, (await begin()).id, 'anh-rieng.png', png());
  upload = await halfSent();
  await installation.end();
  untouched = copyOf(installation.data);
});
after(async () => {
  if (untouched) rmSync(untouched, { recursive: true, force: true });
  await installation?.remove();
});

// One pixel.
const png = () =>
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  );

const create = () =>
  author.call('POST', `/api/contests/${contest}/entries`, sent.body, { 'Idempotency-Key': sent.key });
const begin = () => author.post(`/api/contests/${contest}/entries`, draft('bai-viet', 'Bài có ảnh'));

/** The address of an upload of which the first half is there. */
async function halfSent() {
  const base64 = (text) => Buffer.from(text).toString('base64');
  const { id } = await begin();
  const answer = await author.call('POST', `/api/entries/${id}/uploads`, png().subarray(0, 30), {
    ...tus,
    'Content-Type': 'application/offset+octet-stream',
    'Upload-Length': String(png().length),
    'Upload-Metadata': `purpose ${base64('work')},filename ${base64('nua-chung.png')}`,
  });
  assert.equal(answer.status, 201);
  return { entry: id, at: answer.headers.get('location') };
}

function copyOf(data) {
  const copy = mkdtempSync(join(tmpdir(), 'guong-key-'));
  cpSync(data, copy, { recursive: true });
  return copy;
}

const on = (data) => ({ env: { ...process.env, GUONG_DATA: data, LANG: 'en_GB.UTF-8' }, encoding: 'utf8' });
const run = (data, ...words) => spawnSync(program, words, on(data));
const sealKey = (data) => readFileSync(join(data, 'keys/seal.key'), 'utf8');

/** Runs it, and kills it after so long. Gives whether it had ended. */
async function rotateAndKill(data, ms) {
  const child = spawn(program, ['key', 'rotate'], { ...on(data), stdio: 'ignore' });
  const ended = new Promise((resolve) => child.once('exit', (code) => resolve(code === 0)));
  await Promise.race([ended, pause(ms)]);
  child.kill('SIGKILL');
  return ended;
}

/** What people see of what was sealed. */
async function seen() {
  const { items } = await secretary.get(`/api/contests/${contest}/entries?q=tac+gia`);
  const { status, headers } = await author.call('HEAD', upload.at, undefined, tus);
  return {
    receipts: await receiptsOf(author, entry),
    own: await author.get(`/api/entries/${entry}`),
    found: items.map(({ id }) => id),
    terms: await judge.get(`/api/contests/${contest}/judge/terms`),
    offset: [status, headers.get('upload-offset'), headers.get('upload-metadata')],
    again: (await create()).body.id,
  };
}

test('the key is changed while the service stands still, and everything opens with the new one alone', async () => {
  await installation.serve();
  const before = await seen();
  assert.equal(before.again, entry);
  assert.deepEqual(before.found, [entry]);
  const refused = run(installation.data, 'key', 'rotate');
  assert.equal(refused.status, 1, refused.stderr);
  assert.match(refused.stderr, /Stop the service/);
  await installation.end();

  const old = sealKey(installation.data);
  const rotated = run(installation.data, 'key', 'rotate');
  assert.equal(rotated.status, 0, rotated.stderr);
  assert.notEqual(sealKey(installation.data), old);
  await installation.serve();
  assert.deepEqual(await seen(), before);
  const rest = await author.call('PATCH', upload.at, png().subarray(30), {
    ...tus,
    'Content-Type': 'application/offset+octet-stream',
    'Upload-Offset': '30',
  });
  assert.equal(rest.status, 204, rest.text);
  const { items } = await author.get(`/api/entries/${upload.entry}/files`);
  const file = await author.call('GET', `/api/entries/${upload.entry}/files/${items[0].id}`);
  assert.deepEqual(file.bytes, png());
  assert.equal(items[0].name, 'nua-chung.png');
  await Person.signedIn(installation, author.identifier, password);
  await installation.end();
  const deep = run(installation.data, 'ledger', 'verify', '--deep');
  assert.equal(deep.status, 0, deep.stdout);

  // Who has the data as they are now, and the key as it was.
  const copy = copyOf(installation.data);
  cpSync(join(untouched, 'keys/seal.key'), join(copy, 'keys/seal.key'));
  assert.match(run(copy, 'check').stderr, /not the key that this database was sealed with/);
  rmSync(copy, { recursive: true });
});

test('killed at random moments and run again, the change is done', async () => {
  const data = copyOf(untouched);
  const begun = Date.now();
  assert.equal(await rotateAndKill(data, 60_000), true);
  const length = Date.now() - begun;
  rmSync(data, { recursive: true });

  let cutOff = 0;
  for (let round = 0; round < 12; round++) {
    const copy = copyOf(untouched);
    const old = sealKey(copy);
    for (let i = 0; i < 2; i++) {
      await rotateAndKill(copy, Math.random() * length);
      if (!existsSync(join(copy, 'keys/seal.key.new'))) continue;
      cutOff++;
      assert.match(run(copy, 'check').stderr, /Run guong key rotate again/);
    }
    const last = run(copy, 'key', 'rotate');
    assert.equal(last.status, 0, last.stderr);
    assert.doesNotMatch(last.stdout, /damaged/);
    assert.notEqual(sealKey(copy), old);
    for (const words of [['check'], ['ledger', 'verify', '--deep']]) assert.equal(run(copy, ...words).status, 0);
    rmSync(copy, { recursive: true });
  }
  assert.ok(cutOff > 0, 'no kill came while the key was changed');
});

test('what differs from the ledger is not made right by another key', () => {
  const copy = copyOf(untouched);
  sql({ data: copy }, "update entry set title = 'Tên khác' where id = (select min(id) from entry where version > 0)");
  const refused = run(copy, 'key', 'rotate');
  assert.equal(refused.status, 1);
  assert.match(refused.stderr, /differ from the ledger in \d+ place/);
  assert.equal(sealKey(copy), sealKey(untouched));
  rmSync(copy, { recursive: true });
});
