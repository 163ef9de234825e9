// The operator with all keys writes the log anew and signs it: witnesses of the public log raise the alarm, old receipts
// are no longer in it, and results wait for witnesses that the operator does not have.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { board, draft, openContest } from '../e2e/people.mjs';
import { Installation, Person, program } from '../e2e/service.mjs';
import { rewriteLog } from './rewritten_log.mjs';

let installation, key, address, author, entry, organiser, contest, receipt;
const office = mkdtempSync(join(tmpdir(), 'guong-witness-'));
const env = { ...process.env, LANG: 'en_GB.UTF-8', GUONG_DATA: office };
const run = (...words) => spawnSync(program, words, { env, encoding: 'utf8' });
const look = (...more) => run('witness', 'run', address, '--key', key, '--once', ...more);
const checkpoint = async () => (await fetch(`${address}/checkpoint`)).text();

before(async () => {
  const witness = run('witness', 'key', '--name', 'thanh-tra.test/w1').stdout.trim();
  installation = await new Installation({ GUONG_WITNESSES: witness }).serve();
  address = `${installation.base}/ledger`;
  ({ organiser } = await board(installation));
  ({ contest } = await openContest(organiser));
  author = await Person.registered(installation, 'tac-gia@thi.test', 'Nguyễn Văn Tác');
  entry = await author.post(`/api/contests/${contest}/entries`, draft('bai-viet', 'Người gác đèn'));
  await author.postAt(`/api/entries/${entry.id}/submit`, entry.revision);
  installation.run(['ledger', 'publish']);
  key = installation.run(['ledger', 'key']).trim();
  [receipt] = (await author.get(`/api/entries/${entry.id}/receipts`)).items;
  writeFileSync(join(office, 'receipt.json'), JSON.stringify(receipt));
});
after(async () => {
  await installation.remove();
  rmSync(office, { recursive: true, force: true });
});

test('a witness cosigns a log that grows, and the log serves what it said', async () => {
  for (let i = 0; i < 2; i++) {
    const { status, stdout, stderr } = look();
    assert.equal(status, 0, stdout + stderr);
    assert.match(await checkpoint(), /^— thanh-tra\.test\/w1 /m);
    await Person.registered(installation, `nguoi-${i}@thi.test`, 'Lê Văn Mới');
    installation.run(['ledger', 'publish']);
  }
  assert.equal(look().status, 0);
});

test('nobody else is taken for a witness', async () => {
  const stranger = { ...env, GUONG_DATA: join(office, 'stranger') };
  spawnSync(program, ['witness', 'key', '--name', 'thanh-tra.test/w1'], { env: stranger });
  const { status, stdout } = spawnSync(program, ['witness', 'run', address, '--key', key, '--once'], {
    env: stranger,
    encoding: 'utf8',
  });
  assert.equal(status, 0);
  assert.match(stdout, /did not take the cosignature \(status 403\)/);
  for (const body of ['', 'x', '— thanh-tra.test/w1 AAAA', '\0'.repeat(5000), 'A'.repeat(40_000)]) {
    const answer = await fetch(`${address}/cosignatures`, { method: 'POST', body });
    assert.ok([400, 403, 413].includes(answer.status), `${answer.status}`);
  }
});

test('a log that was rewritten and signed with its own key raises the alarm, and the old receipt is not in it', async () => {
  assert.equal(look().status, 0);
  await installation.end();
  // Another text than the author handed in; what stands beside in the database fits, for `guong check`.
  rewriteLog(installation, (record) => record.replace(/(?<="text_sha256":")./, (digit) => (digit === '0' ? '1' : '0')));
  rmSync(join(installation.data, 'keys/ledger.head')); // the operator has the folder of keys
  await installation.serve();
  installation.run(['ledger', 'publish']);
  const hook = join(office, 'hook.txt');
  const { status, stderr } = look('--alarm', `printf %s "$GUONG_ALARM" > ${hook}`);
  assert.equal(status, 3);
  assert.match(stderr, /ALARM.*(rewritten|shorter)/);
  assert.match(readFileSync(hook, 'utf8'), /ALARM/);
  assert.ok(readdirSync(join(office, 'witness')).some((name) => name.startsWith('alarm-')));
  assert.equal(look().status, 3, 'it stays alarmed');
  assert.doesNotMatch(await checkpoint(), /thanh-tra/);

  const file = join(office, 'receipt.json');
  assert.equal(run('receipt', 'verify', file, '--key', key).status, 0, 'the paper itself is still whole');
  const today = run('receipt', 'verify', file, '--key', key, '--log', address);
  assert.equal(today.status, 1);
  assert.match(today.stdout, /no longer has the record/);
});

test('a witness takes the new head only when told to, and keeps the old one', () => {
  assert.equal(run('witness', 'accept', '--key', key).status, 0);
  assert.equal(look().status, 0);
  assert.ok(readdirSync(join(office, 'witness')).some((name) => name.includes('.given-up-')));
});
