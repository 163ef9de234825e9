// What was acknowledged survives kill -9, round after round: sixteen people write, submit and upload at once,
// the service is killed in the middle, and started again. GUONG_KILL_ROUNDS says how often (three in the
// tests; a hundred before a release).
import assert from 'node:assert/strict';
import { randomBytes, randomInt } from 'node:crypto';
import { test } from 'node:test';
import { board, draft, openContest, pause, receiptsOf } from '../e2e/people.mjs';
import { Installation, Person } from '../e2e/service.mjs';

const kRounds = Number(process.env.GUONG_KILL_ROUNDS ?? 3);
const kClients = 16;
const kPiece = 96 * 1024;
const kRoundsOfContest = 20;
const tus = { 'Tus-Resumable': '1.0.0' };
const base64 = (text) => Buffer.from(text).toString('base64');

// A picture of one pixel; what follows it is a comment to whoever reads it.
const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** Somebody who works until the service dies. What was acknowledged stands in `entries`; what was only sent, in `sent`. */
class Client {
  entries = [];
  constructor(person) {
    this.person = person;
  }

  async work() {
    for (let step = 0; ; step++) {
      const open = this.entries.at(-1);
      if (!open || open.receipt) await this.begin(step);
      else if (!open.upload) await this.startUpload(open);
      else if (open.upload.offset < open.upload.bytes.length) await this.sendPiece(open.upload);
      else await this.submit(open);
      if (open && !open.receipt && step % 3 === 0) await this.write(open, step);
    }
  }

  async begin(step) {
    const text = draft('bai-viet', `Bài ${step} ${randomInt(1e9)}`);
    const { id, revision } = await this.person.post(`/api/contests/${this.contest}/entries`, text);
    this.entries.push({ id, revision, text });
  }

  async write(entry, step) {
    const text = { ...entry.text, body: `${entry.text.body} Thêm câu ${step}.` };
    entry.sent = text;
    const { revision } = await this.person.put(`/api/entries/${entry.id}`, text, entry.revision);
    Object.assign(entry, { text, revision, sent: undefined });
  }

  async startUpload(entry) {
    const bytes = Buffer.concat([pixel, randomBytes(randomInt(kPiece, 4 * kPiece))]);
    const answer = await this.person.call('POST', `/api/entries/${entry.id}/uploads`, undefined, {
      ...tus,
      'Upload-Length': String(bytes.length),
      'Upload-Metadata': `purpose ${base64('work')},filename ${base64('anh.png')}`,
    });
    assert.equal(answer.status, 201, answer.text);
    entry.upload = { path: answer.headers.get('location'), bytes, offset: 0 };
  }

  async sendPiece(upload) {
    const end = Math.min(upload.offset + kPiece, upload.bytes.length);
    const piece = upload.bytes.subarray(upload.offset, end);
    const answer = await this.person.call('PATCH', upload.path, piece, {
      ...tus,
      'Upload-Offset': String(upload.offset),
      'Content-Type': 'application/offset+octet-stream',
    });
    assert.equal(answer.status, 204, answer.text);
    upload.offset = end;
  }

  async submit(entry) {
    entry.submitting = true;
    entry.receipt = await this.person.postAt(`/api/entries/${entry.id}/submit`, entry.revision);
  }

  /** Holds the service to what it acknowledged, and takes over what it did without getting to say so. */
  async check() {
    const lost = [];
    for (const entry of this.entries.filter((one) => !one.settled)) {
      const now = await this.person.get(`/api/entries/${entry.id}`);
      const bodies = [entry.text.body, entry.sent?.body];
      if (now.title !== entry.text.title || !bodies.includes(now.body)) lost.push(`the text of ${entry.id}`);
      const items = await receiptsOf(this.person, entry.id);
      if (entry.receipt) assert.deepEqual(items, [entry.receipt], `the receipt of ${entry.id}`);
      else if (items.length !== (now.state === 'submitted' ? 1 : 0)) lost.push(`half of a submission of ${entry.id}`);
      if (entry.upload) lost.push(...(await this.checkUpload(entry)));
      Object.assign(entry, { revision: now.revision, text: { ...entry.text, body: now.body }, sent: undefined });
      if (!entry.receipt && items.length) [entry.receipt] = items;
      entry.settled = Boolean(entry.receipt);
    }
    return lost;
  }

  async checkUpload({ id, upload }) {
    const head = await this.person.call('HEAD', upload.path, undefined, tus);
    const at = Number(head.headers.get('upload-offset'));
    if (head.status !== 200 || at < upload.offset)
      return [`the upload of ${id}: at ${at} (${head.status}), ${upload.offset} were acknowledged`];
    upload.offset = at;
    if (at < upload.bytes.length) return [];
    const { items } = await this.person.get(`/api/entries/${id}/files`);
    const file = await this.person.call('GET', `/api/entries/${id}/files/${items[0]?.id}`, undefined, {});
    return file.bytes.equals(upload.bytes) ? [] : [`the bytes of the file of ${id}`];
  }
}

/** Answers only when the service has gone away under the client; anything else that went wrong is thrown. */
const untilKilled = (client) =>
  client.work().catch((error) => {
    if (!(error instanceof TypeError && /fetch failed|terminated/.test(error.message))) throw error;
  });

async function enterNewContest(organiser, clients, round) {
  const { contest } = await openContest(organiser, (rules) => {
    rules.slug += `-${round}`;
    rules.eligibility.max_entries = 1000;
    rules.categories[0].files = [{ purpose: 'work', name: { vi: 'Ảnh' }, kinds: ['png'], max_megabytes: 5 }];
  });
  for (const client of clients) client.contest = contest;
}

test(`${kRounds} times kill -9 under ${kClients} who write, submit and upload lose nothing that was acknowledged`, async () => {
  const installation = await new Installation().serve();
  try {
    const { organiser } = await board(installation);
    const clients = [];
    for (let n = 0; n < kClients; n++)
      clients.push(new Client(await Person.registered(installation, `ban-${n}@thi.test`, 'Nguyễn Bền')));
    for (let round = 0; round < kRounds; round++) {
      // Nobody may begin works without end in one contest.
      if (round % kRoundsOfContest === 0) await enterNewContest(organiser, clients, round);
      const work = Promise.all(clients.map(untilKilled));
      await Promise.race([pause(randomInt(200, 2000)), work]);
      await installation.end('SIGKILL');
      await work;
      await installation.serve();
      const lost = (await Promise.all(clients.map((client) => client.check()))).flat();
      assert.deepEqual(lost, [], `round ${round}`);
    }
    for (const { entries } of clients) for (const entry of entries) entry.settled = false;
    assert.deepEqual((await Promise.all(clients.map((client) => client.check()))).flat(), [], 'at the end');
    const all = clients.flatMap(({ entries }) => entries);
    const sum = (f) => all.reduce((n, entry) => n + f(entry), 0);
    console.log(
      `# ${all.length} entries, ${sum(({ receipt }) => (receipt ? 1 : 0))} receipts, ` +
        `${sum(({ upload }) => upload?.offset ?? 0)} bytes: all there`,
    );
    installation.run(['ledger', 'verify']);
  } finally {
    await installation.remove();
  }
});
