// What was acknowledged survives the process: kill -9 in the middle of many submissions, and in the middle of an upload.
import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import { test } from 'node:test';
import { board, draft, openContest, receiptsOf } from './people.mjs';
import { Installation, Person } from './service.mjs';

const kEntries = 200;
const hash = (text) => createHash('sha256').update(text).digest('hex');

test('kill -9 during 200 concurrent submissions loses none that was acknowledged and shows no half of one', async () => {
  const installation = await new Installation().serve();
  try {
    const { organiser } = await board(installation);
    const { contest } = await openContest(organiser, (rules) => (rules.eligibility.max_entries = 1000));
    const authors = [];
    for (let n = 0; n < 4; ++n)
      authors.push(await Person.registered(installation, `tac-gia-${n}@thi.test`, 'Nguyễn Tác Giả'));
    const entries = [];
    for (let i = 0; i < kEntries; ++i) {
      const author = authors[i % authors.length];
      const content = draft('bai-viet', `Tác phẩm ${i}`, { body: `Câu chuyện thứ ${i} ở quê tôi, một người tốt.` });
      entries.push({ ...content, author, ...(await author.post(`/api/contests/${contest}/entries`, content)) });
    }
    const acknowledged = new Map();
    const submissions = entries.map(async (entry) => {
      const receipt = await entry.author.postAt(`/api/entries/${entry.id}/submit`, entry.revision);
      acknowledged.set(entry.id, receipt);
      if (acknowledged.size === 40) await installation.end('SIGKILL');
    });
    await Promise.allSettled(submissions);
    assert.ok(acknowledged.size >= 40 && acknowledged.size < kEntries, `${acknowledged.size} acknowledged`);

    await installation.serve();
    for (const entry of entries) {
      const now = await entry.author.get(`/api/entries/${entry.id}`);
      const items = await receiptsOf(entry.author, entry.id);
      assert.equal(now.body, entry.body);
      if (acknowledged.has(entry.id)) {
        assert.equal(now.state, 'submitted');
        assert.deepEqual(items, [acknowledged.get(entry.id)]);
      } else {
        assert.equal(items.length, now.state === 'submitted' ? 1 : 0, 'whole or not at all');
      }
    }
    installation.run(['ledger', 'verify']);
  } finally {
    await installation.remove();
  }
});

test('an upload goes on where it was after kill -9, byte for byte', async () => {
  const installation = await new Installation().serve();
  try {
    const { organiser } = await board(installation);
    const { contest } = await openContest(organiser, (rules) => {
      rules.categories[0].files = [{ purpose: 'work', name: { vi: 'Ảnh' }, kinds: ['png', 'jpeg'], max_megabytes: 20 }];
    });
    const author = await Person.registered(installation, 'tac-gia@thi.test', 'Nguyễn Tác Giả');
    const entry = await author.post(`/api/contests/${contest}/entries`, draft('bai-viet', 'Có ảnh'));
    // A picture of one pixel with a long comment chunk after it.
    const picture = Buffer.concat([
      Buffer.from(
        'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
        'base64',
      ),
      randomBytes(3_000_000),
    ]);
    const tus = { Cookie: author.cookie, 'Tus-Resumable': '1.0.0' };
    const made = await fetch(`${installation.base}/api/entries/${entry.id}/uploads`, {
      method: 'POST',
      headers: {
        ...tus,
        'Upload-Length': String(picture.length),
        'Upload-Metadata': `filename ${btoa('anh.png')},purpose ${btoa('work')}`,
      },
    });
    assert.equal(made.status, 201, await made.text());
    const path = new URL(made.headers.get('location'), installation.base).pathname;
    const send = (offset, end, extra = {}) =>
      fetch(installation.base + path, {
        method: 'PATCH',
        headers: {
          ...tus,
          ...extra,
          'Upload-Offset': String(offset),
          'Content-Type': 'application/offset+octet-stream',
        },
        body: picture.subarray(offset, end),
      });
    assert.equal((await send(0, 1_000_000)).status, 204);
    await installation.end('SIGKILL');
    await installation.serve();
    const wrong = await send(1_000_000, 1_500_000, {
      'Upload-Checksum': `sha1 ${Buffer.alloc(20).toString('base64')}`,
    });
    assert.equal(wrong.status, 460, 'a wrong checksum is refused');
    const head = await fetch(installation.base + path, { method: 'HEAD', headers: tus });
    assert.equal(head.headers.get('upload-offset'), '1000000');
    assert.equal((await send(0, 10)).status, 409, 'a wrong offset is refused');
    const last = await send(1_000_000, picture.length);
    assert.equal(last.status, 204, await last.text());
    const { items } = await author.get(`/api/entries/${entry.id}/files`);
    const back = await fetch(`${installation.base}/api/entries/${entry.id}/files/${items[0].id}`, { headers: tus });
    assert.equal(hash(Buffer.from(await back.arrayBuffer())), hash(picture));
  } finally {
    await installation.remove();
  }
});
