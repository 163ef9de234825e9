// Clients that ask for much and take little: they cost no processor, hold up nobody else, and are counted by who they
// are, not by the proxy that they come through.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { board, draft, openContest, sendFile } from '../e2e/people.mjs';
import { Installation, Person } from '../e2e/service.mjs';
import { Wire, requestText } from './wire.mjs';

const pause = (ms) => new Promise((wait) => setTimeout(wait, ms));
// One pixel, and bytes after its end.
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

let installation, author, file;

before(async () => {
  installation = await new Installation({ GUONG_TRUSTED_PROXIES: '127.0.0.1' }).serve();
  const { organiser } = await board(installation);
  const { contest } = await openContest(organiser, (rules) => {
    rules.categories[0].files = [{ purpose: 'work', name: { vi: 'Ảnh' }, kinds: ['png'], max_megabytes: 20 }];
  });
  author = await Person.registered(installation, 'tac-gia@thi.test', 'Nguyễn Tác Giả');
  const entry = (await author.post(`/api/contests/${contest}/entries`, draft('bai-viet', 'Bài'))).id;
  await sendFile(author, entry, 'anh.png', Buffer.concat([png, Buffer.alloc(16 << 20, 7)]));
  const { items } = await author.get(`/api/entries/${entry}/files`);
  file = `/api/entries/${entry}/files/${items[0].id}`;
});
after(() => installation?.remove());

/** Of the service so far, in clock ticks (100 a second). */
function processorTime() {
  const words = readFileSync(`/proc/${installation.child.pid}/stat`, 'latin1').split(') ')[1].split(' ');
  return Number(words[11]) + Number(words[12]);
}

async function asking(headers = {}) {
  const wire = new Wire(installation, { allowHalfOpen: true });
  wire.socket.pause();
  await wire.send(requestText(author, 'GET', file, '', headers));
  return wire;
}

test('clients that ended their side and read slowly cost no processor', async () => {
  for (const connection of ['keep-alive', 'close']) {
    const wires = await Promise.all(Array.from({ length: 8 }, () => asking({ Connection: connection })));
    await pause(200);
    for (const wire of wires) wire.socket.end();
    await pause(200);
    const before = processorTime();
    for (let i = 0; i < 10; ++i) {
      for (const wire of wires) wire.socket.read(1000);
      await pause(100);
    }
    const used = processorTime() - before;
    for (const wire of wires) wire.end();
    assert.ok(used < 20, `${used} ticks in a second (${connection})`);
  }
});

test('one client holds at most so many downloads, is told so, and stops nobody else behind the same proxy', async () => {
  const from = (client) => ({ 'X-Forwarded-For': client });
  const wires = [];
  for (let i = 0; i < 64; ++i) wires.push(await asking(from('192.0.2.1')));
  await pause(300);
  const ask = async (client) => {
    const wire = await asking(from(client));
    wire.socket.resume();
    const [answer] = await wire.answers();
    wire.end();
    return answer;
  };
  const refused = await ask('192.0.2.1');
  assert.equal(refused.status, 503);
  assert.match(refused.head, /retry-after/i);
  assert.equal((await ask('192.0.2.2')).status, 200);
  for (const wire of wires) wire.end();
});
