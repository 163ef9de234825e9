// Uploads under bad luck and bad will: orderly requests are never told that the upload is busy, what was
// acknowledged stays so when the service is killed while a file is taken over, and refusals speak tus.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { board, draft, openContest } from '../e2e/people.mjs';
import { Installation, Person } from '../e2e/service.mjs';

import { Wire, memory, requestText } from './wire.mjs';

const tus = { 'Tus-Resumable': '1.0.0' };
const patching = (offset) => ({
  ...tus,
  'Content-Type': 'application/offset+octet-stream',
  'Upload-Offset': String(offset),
});
const base64 = (text) => Buffer.from(text).toString('base64');
const metadata = `purpose ${base64('work')},filename ${base64('ảnh làng.png')},filetype ${base64('image/png')}`;

let installation, author, contest;

before(async () => {
  installation = await new Installation().serve();
  const { organiser } = await board(installation);
  ({ contest } = await openContest(organiser, (rules) => {
    rules.categories[0].files = [
      { purpose: 'work', name: { vi: 'Ảnh' }, kinds: ['png'], max_megabytes: 20, max_count: 20 },
    ];
  }));
  author = await Person.registered(installation, 'tac-gia@thi.test', 'Nguyễn Tác Giả');
});
after(() => installation?.remove());

const entry = async () => (await author.post(`/api/contests/${contest}/entries`, draft('bai-viet', 'Bài'))).id;
// One pixel, and bytes after its end.
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const picture = (size) => Buffer.concat([png, Buffer.alloc(size - png.length, 7)]);

async function begun(into, length) {
  const headers = { ...tus, 'Upload-Length': String(length), 'Upload-Metadata': metadata };
  const answer = await author.call('POST', `/api/entries/${into}/uploads`, undefined, headers);
  assert.equal(answer.status, 201, answer.text);
  return answer.headers.get('location');
}
const status = (upload) => author.call('HEAD', upload, undefined, tus);

test('pieces that follow each other on one connection are all taken', async () => {
  const pieces = 400;
  const upload = await begun(await entry(), pieces + 100);
  const wire = new Wire(installation);
  const statuses = {};
  for (let offset = 0; offset < pieces; ++offset) {
    await wire.send(requestText(author, 'PATCH', upload, 'x', patching(offset)));
    const answers = await wire.answers(offset + 1);
    statuses[answers[offset].status] = (statuses[answers[offset].status] ?? 0) + 1;
  }
  wire.end();
  assert.deepEqual(statuses, { 204: pieces });
});

test('what was acknowledged stays so through kills, also while files are being taken over', async () => {
  const bytes = picture(200_000);
  for (let round = 0; round < 3; ++round) {
    const into = await entry();
    const uploads = await Promise.all(Array.from({ length: 8 }, () => begun(into, bytes.length)));
    const acknowledged = new Map();
    const send = async (upload) => {
      for (let offset = 0; offset < bytes.length; offset += 50_000) {
        await author.must('PATCH', upload, bytes.subarray(offset, offset + 50_000), patching(offset));
        acknowledged.set(upload, offset + 50_000);
      }
    };
    const sent = uploads.map((upload) => send(upload).catch(() => {})); // until the service dies
    while (acknowledged.size < 8) await new Promise((wait) => setTimeout(wait, 1));
    await new Promise((wait) => setTimeout(wait, 20 * round));
    await installation.end('SIGKILL');
    await Promise.all(sent);
    await installation.serve();
    for (const upload of uploads) {
      const there = Number((await status(upload)).headers.get('upload-offset'));
      assert.ok(
        there >= Math.min(acknowledged.get(upload), bytes.length - 1),
        `${there} of ${acknowledged.get(upload)}`,
      );
      if (there < bytes.length) await author.must('PATCH', upload, bytes.subarray(there), patching(there));
    }
    const { items } = await author.get(`/api/entries/${into}/files`);
    assert.equal(items.length, 8);
  }
});

test('clients of tus are answered in tus, when they are refused too', async () => {
  const into = await entry();
  const upload = await begun(into, 1000);
  assert.equal((await status(upload)).headers.get('upload-metadata'), metadata);

  const offer = await author.call('OPTIONS', `/api/entries/${into}/uploads`);
  assert.equal(offer.status, 204);
  assert.equal(offer.headers.get('tus-version'), '1.0.0');
  assert.match(offer.headers.get('tus-extension'), /creation/);

  const refusals = [
    await author.call('PATCH', upload, Buffer.from('x'), patching(500)),
    await author.call('PATCH', '/api/uploads/1', Buffer.from('x'), patching(0)),
    await author.call('GET', '/api/uploads/1', undefined, tus),
    await author.call('PUT', upload, undefined, tus, { contract: false }),
    await new Person(installation).call('GET', upload, undefined, tus),
    await author.call(
      'POST',
      `/api/entries/${into}/uploads`,
      undefined,
      { ...tus, 'Upload-Length': '0' },
      { contract: false },
    ),
  ];
  assert.deepEqual(
    refusals.map((answer) => answer.status),
    [409, 404, 404, 405, 401, 422],
  );
  for (const answer of refusals) assert.equal(answer.headers.get('tus-resumable'), '1.0.0', String(answer.status));

  const wire = new Wire(installation);
  await wire.send(requestText(author, 'PATCH', upload, 'x'.repeat(10), patching(0)).slice(0, -1));
  await new Promise((wait) => setTimeout(wait, 100));
  const busy = await author.call('PATCH', upload, Buffer.from('x'), patching(0));
  wire.end();
  assert.equal(busy.status, 423);
  assert.equal(busy.body.title, 'Đang bận');
});

test('a proxy that lets only POST through does not stop an upload', async () => {
  const bytes = picture(1000);
  const upload = await begun(await entry(), bytes.length);
  const instead = (method, offset) => ({ ...patching(offset), 'X-HTTP-Method-Override': method });
  const call = (...words) => author.call(...words, { contract: false });
  assert.equal((await call('POST', upload, bytes, instead('PATCH', 0))).status, 204);
  const other = await begun(await entry(), bytes.length);
  assert.equal((await call('POST', other, undefined, { ...tus, 'X-HTTP-Method-Override': 'DELETE' })).status, 204);
  assert.equal((await status(other)).status, 404);
  // An address that has a POST of its own is not turned into anything else.
  const sneaky = await call(
    'POST',
    '/api/sessions',
    { identifier: 'a@b.vn', password: 'x' },
    { 'X-HTTP-Method-Override': 'DELETE' },
  );
  assert.equal(sneaky.status, 401);
});

test('streams that are never finished hold little memory', async () => {
  const into = await entry();
  const wires = Array.from({ length: 1000 }, () => new Wire(installation));
  const begin = requestText(author, 'POST', `/api/entries/${into}/uploads`, '', {
    ...tus,
    'Upload-Length': '900000',
    'Upload-Metadata': metadata,
    'Content-Type': 'application/offset+octet-stream',
    'Content-Length': '900000',
  });
  const bytes = Buffer.concat([Buffer.from(begin), Buffer.alloc(255_000, 7)]);
  const before = memory(installation);
  await Promise.all(wires.map((wire) => wire.send(bytes)));
  assert.equal((await author.call('GET', `/api/entries/${into}`)).status, 200);
  await new Promise((wait) => setTimeout(wait, 500)); // for what is in the sockets to be read
  const grown = memory(installation) - before;
  for (const wire of wires) wire.end();
  assert.ok(grown < 100, `${grown} MB`);
});
