// An entrant who wants to fill the disk: files that are sent, removed and sent again, and uploads begun for nothing.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { board, draft, openContest } from '../e2e/people.mjs';
import { Installation, Person } from '../e2e/service.mjs';

// One pixel, and bytes after its end.
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const picture = Buffer.concat([png, Buffer.alloc(400_000, 7)]);
const base64 = (text) => Buffer.from(text).toString('base64');

async function contestWith(settings) {
  const installation = await new Installation(settings).serve();
  const { organiser } = await board(installation);
  const { contest } = await openContest(organiser, (rules) => {
    rules.categories[0].files = [
      { purpose: 'work', name: { vi: 'Ảnh' }, kinds: ['png'], max_megabytes: 20, max_count: 20 },
    ];
  });
  const author = await Person.registered(installation, 'tac-gia@thi.test', 'Nguyễn Tác Giả');
  const entry = await author.post(`/api/contests/${contest}/entries`, draft('bai-viet', 'Bài'));
  return { installation, author, entry };
}

const send = (author, entry, bytes, length = bytes.length) =>
  author.call('POST', `/api/entries/${entry.id}/uploads`, bytes, {
    'Content-Type': 'application/offset+octet-stream',
    'Tus-Resumable': '1.0.0',
    'Upload-Length': String(length),
    'Upload-Metadata': `purpose ${base64('work')},filename ${base64('a.png')}`,
  });

test('sending, removing and sending again comes to an end', async () => {
  const { installation, author, entry } = await contestWith({ GUONG_ACCOUNT_QUOTA_MB: '2' });
  try {
    const statuses = [];
    for (let i = 0; i < 8; ++i) {
      const answer = await send(author, entry, picture);
      statuses.push(answer.status);
      if (answer.status !== 201) {
        assert.equal(answer.body.key, 'entries.quota_used');
        continue;
      }
      const { items } = await author.get(`/api/entries/${entry.id}/files`);
      await author.must('DELETE', `/api/entries/${entry.id}/files/${items[0].id}`);
    }
    assert.deepEqual(statuses, [201, 201, 201, 201, 409, 409, 409, 409]);
    // Neither do uploads that are only announced take more.
    assert.equal((await send(author, entry, png, 19_000_000)).status, 409);
  } finally {
    await installation.remove();
  }
});

test('where the disk is nearly full files are refused, and what is written is taken', async () => {
  const { installation, author, entry } = await contestWith({ GUONG_FREE_SPACE_MB: '99000000' });
  try {
    const answer = await send(author, entry, picture);
    assert.equal(answer.status, 503);
    assert.equal(answer.body.key, 'entries.disk_full');
    const receipt = await author.postAt(`/api/entries/${entry.id}/submit`, entry.revision);
    assert.equal(receipt.version, 1);
  } finally {
    await installation.remove();
  }
});
