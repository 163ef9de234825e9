// Uploads 500 MB in pieces of 4 MiB with tus-js-client, to Gương (which hashes and fsyncs) and to @tus/server (which does not), turn and
// turn about, each server in a process of its own. Prints the rates, their ratio, and by how much the program's memory grew.
// usage: node bench/upload.mjs          (GUONG_PROGRAM names the program, else build/guong)
// With GUONG_BENCH_SMOKE=1 it uploads 20 MB, once.
import { fork } from 'node:child_process';
import { createReadStream, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { film } from '../tests/e2e/film.mjs';
import { board, draft, openContest } from '../tests/e2e/people.mjs';
import { Installation, Person, freePort } from '../tests/e2e/service.mjs';

const require = createRequire(new URL('../tests/e2e/package.json', import.meta.url));
const { Upload } = require('tus-js-client');
const smoke = Boolean(process.env.GUONG_BENCH_SMOKE);
const kTurns = smoke ? 1 : 3;

function send(file, options) {
  const start = performance.now();
  return new Promise((resolve, reject) => {
    const upload = new Upload(createReadStream(file), {
      chunkSize: 4 * 1024 * 1024,
      uploadSize: statSync(file).size,
      onError: reject,
      onSuccess: () => resolve((performance.now() - start) / 1000),
      ...options,
    });
    upload.start();
  });
}

/** How much memory a process holds, now and at most since the peak was last forgotten, in MB. */
function memory(pid) {
  const status = readFileSync(`/proc/${pid}/status`, 'latin1');
  const of = (name) => Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)[1]) / 1000;
  return { now: of('VmRSS'), peak: of('VmHWM') };
}

class TheirServer {
  async start(folder) {
    this.port = await freePort();
    this.child = fork(new URL('tus_server.mjs', import.meta.url), [String(this.port), folder]);
    await new Promise((ready) => this.child.once('message', ready));
  }
  upload = (file) => send(file, { endpoint: `http://127.0.0.1:${this.port}/files` });
  end = () => this.child.kill();
}

class OurServer {
  async start() {
    this.installation = await new Installation({ GUONG_LOG_LEVEL: 'warn' }).serve();
    const { organiser } = await board(this.installation);
    const { contest } = await openContest(organiser, (rules) => (rules.categories[1].files[0].max_megabytes = 600));
    this.contest = contest;
    this.author = await Person.registered(this.installation, 'tac-gia@thi.test', 'Nguyễn Tác Giả');
    this.pid = this.installation.child.pid;
  }
  async upload(file) {
    const entry = await this.author.post(`/api/contests/${this.contest}/entries`, draft('video', 'Phim'));
    const seconds = await send(file, {
      endpoint: `${this.installation.base}/api/entries/${entry.id}/uploads`,
      headers: { Cookie: this.author.cookie },
      metadata: { filename: 'phim.mp4', purpose: 'work' },
    });
    await this.author.post(
      `/api/entries/${entry.id}/withdraw`,
      {},
      { 'If-Match': `"r${(await this.author.get(`/api/entries/${entry.id}`)).revision}"` },
    );
    return seconds;
  }
  end = () => this.installation.remove();
}

const folder = mkdtempSync(join(tmpdir(), 'guong-bench-'));
const ours = new OurServer();
const theirs = new TheirServer();
try {
  const file = film(folder, smoke ? 20_000_000 : 500_000_000);
  const megabytes = statSync(file).size / 1e6;
  await ours.start();
  await theirs.start(folder);
  const before = memory(ours.pid);
  const seconds = { ours: 0, theirs: 0 };
  for (let turn = 0; turn < kTurns; turn++) {
    seconds.theirs += await theirs.upload(file);
    seconds.ours += await ours.upload(file);
  }
  const grown = memory(ours.pid).peak - before.now;
  const rate = (sum) => (megabytes * kTurns) / sum;
  console.log(`Gương        ${rate(seconds.ours).toFixed(0)} MB/s`);
  console.log(`@tus/server  ${rate(seconds.theirs).toFixed(0)} MB/s`);
  console.log(`ratio ${(seconds.theirs / seconds.ours).toFixed(2)}   (wanted: at least 1)`);
  console.log(`memory grew by ${grown.toFixed(1)} MB at most   (wanted: under 64)`);
} finally {
  await ours.end();
  theirs.end();
  rmSync(folder, { recursive: true, force: true });
}
