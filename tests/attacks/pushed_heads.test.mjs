// The ledger brings its heads to a witness that waits for them; the operator rewrites the log, and the witness does not
// cosign what comes then.
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { Installation, Person, freePort, program } from '../e2e/service.mjs';
import { rewriteLog, sql } from './rewritten_log.mjs';

const office = mkdtempSync(join(tmpdir(), 'guong-witness-'));
const env = { ...process.env, LANG: 'en_GB.UTF-8', GUONG_DATA: office };
let installation, witness;

const checkpoint = async () => (await fetch(`${installation.base}/ledger/checkpoint`)).text();
const cosigned = (note) => /^— thanh-tra\.test\/w1 /m.test(note);

/** A head that more has happened before, and the service that brings it as soon as it starts. */
async function servesNewHead() {
  await installation.end();
  installation.run(['ledger', 'publish']);
  await installation.serve();
}

const refused = () =>
  sql(installation, "select error from job where kind = 'head_push'").some(
    ({ error }) => error === 'app.witness_refused',
  );

async function until(holds) {
  for (let i = 0; i < 300; i++) {
    if (await holds()) return true;
    await pause(50);
  }
  return false;
}

before(async () => {
  const key = spawnSync(program, ['witness', 'key', '--name', 'thanh-tra.test/w1'], { env, encoding: 'utf8' });
  const port = await freePort();
  installation = await new Installation({
    GUONG_WITNESSES: key.stdout.trim(),
    GUONG_WITNESS_URLS: `http://127.0.0.1:${port}`,
  }).serve();
  const log = installation.run(['ledger', 'key']).trim();
  const words = ['witness', 'serve', '--key', log, '--port', String(port)];
  witness = spawn(program, words, {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await new Promise((ready) => witness.stdout.once('data', ready));
});
after(async () => {
  witness.kill();
  await installation.remove();
  rmSync(office, { recursive: true, force: true });
});

test('each head is brought to the witness, and served with what it said', async () => {
  for (let i = 0; i < 2; i++) {
    await Person.registered(installation, `nguoi-${i}@thi.test`, 'Lê Văn Mới');
    await servesNewHead();
    assert.ok(await until(async () => cosigned(await checkpoint())), await checkpoint());
  }
});

test('a log that was rewritten is not cosigned', async () => {
  await installation.end();
  rewriteLog(installation, (record) => record.replace(/(?<="chance":")./, (digit) => (digit === '0' ? '1' : '0')));
  rmSync(join(installation.data, 'keys/ledger.head')); // the operator has the folder of keys
  await installation.serve();
  assert.ok(await until(refused), 'the witness refuses what does not continue the head that it saw');
  assert.ok(!cosigned(await checkpoint()));
});
