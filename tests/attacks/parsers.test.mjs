// A file that takes over the program that reads it: here that program is the attacker's from the beginning. It looks for
// the keys and the database, and for somebody to send them to, and tells what it found as the size of the picture.
import assert from 'node:assert/strict';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { film } from '../e2e/film.mjs';
import { readFileSync } from 'node:fs';
import { board, draft, openContest, sendFile } from '../e2e/people.mjs';
import { Installation, Person } from '../e2e/service.mjs';

test('a parser that a file has taken over finds no key and no network', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'guong-parser-'));
  const heard = [];
  const listener = createServer((socket) => heard.push(socket));
  await new Promise((ready) => listener.listen(0, '127.0.0.1', ready));
  const installation = new Installation({ PATH: `${folder}:${process.env.PATH}` });
  const width = (found, script) => `if ${script} 2>/dev/null; then ${found}=2; else ${found}=1; fi\n`;
  writeFileSync(
    join(folder, 'ffprobe'),
    `#!/bin/bash
${width('key', `cat ${installation.data}/keys/seal.key ${installation.data}/guong.db >/dev/null`)}
${width('net', `(exec 3<>/dev/tcp/127.0.0.1/${listener.address().port})`)}
cat <<END
streams.stream.0.codec_type="video"
streams.stream.0.codec_name="h264"
streams.stream.0.width=$key
streams.stream.0.height=$net
format.duration="1.0"
END
`,
  );
  chmodSync(join(folder, 'ffprobe'), 0o755);
  try {
    await installation.serve();
    const { organiser } = await board(installation);
    const { contest } = await openContest(organiser);
    const author = await Person.registered(installation, 'tac-gia@thi.test', 'Nguyễn Tác Giả');
    const entry = await author.post(`/api/contests/${contest}/entries`, draft('video', 'Phim'));
    await sendFile(author, entry.id, 'phim.mp4', readFileSync(film(folder, 100_000)));
    const { items } = await author.get(`/api/entries/${entry.id}/files`);
    assert.deepEqual({ key: items[0].width, net: items[0].height }, { key: 1, net: 1 });
    assert.equal(heard.length, 0);
  } finally {
    await installation.remove();
    listener.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
