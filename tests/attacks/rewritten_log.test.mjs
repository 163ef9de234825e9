// Somebody with the database but not the keys backdates a record, makes leaves and root fit, deletes what was
// signed, and waits for the service to sign the new past.
import assert from 'node:assert/strict';
import { copyFileSync, existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { board, until } from '../e2e/people.mjs';
import { Installation, Person } from '../e2e/service.mjs';
import { rewriteLog, sql } from './rewritten_log.mjs';

let installation, administrator;
const signed = () => sql(installation, 'select size from ledger_checkpoint order by size').map(({ size }) => size);
const records = () => sql(installation, 'select count(*) as n from ledger_record')[0].n;
const figures = async () => (await administrator.get('/api/installation')).ledger;
const headFile = () => join(installation.data, 'keys/ledger.head');

/** The head is signed at the start: ends the service and starts it again. */
async function restart() {
  await installation.end();
  await installation.serve();
}

before(async () => {
  installation = await new Installation().serve();
  ({ administrator } = await board(installation));
  await restart();
  await until(() => signed().includes(records()));
});
after(() => installation.remove());

test('a rewritten log is not signed', async () => {
  await until(() => existsSync(headFile()));
  await installation.end();
  copyFileSync(join(installation.data, 'guong.db'), join(installation.data, 'before.db'));
  rewriteLog(installation, (record) => record.replace(/"time":"20../, '"time":"2019'));
  await installation.serve();
  await until(async () => (await figures()).refused ?? signed().length);
  assert.deepEqual(signed(), []);
  assert.match((await figures()).refused, /ledger\.head/);
  assert.match(installation.log, /ledger/);
  assert.throws(() => installation.run(['ledger', 'verify']));
});

test('no work is lost meanwhile', async () => {
  await Person.registered(installation, 'van-gui-duoc@thi.test', 'Lê Vẫn Gửi');
  assert.equal((await new Person(installation).call('GET', '/healthz')).status, 200);
});

test('a log that lost its end is not signed until somebody says why, and that stands in it', async () => {
  const head = readFileSync(headFile(), 'utf8');
  await installation.end();
  for (const ending of ['', '-wal', '-shm']) rmSync(join(installation.data, 'guong.db' + ending), { force: true });
  copyFileSync(join(installation.data, 'before.db'), join(installation.data, 'guong.db'));
  const size = records();
  sql(
    installation,
    `delete from ledger_opening where seq = ${size - 1}; delete from ledger_record where seq = ${size - 1};
     delete from ledger_checkpoint where size = ${size};`,
  );
  // What the attacker's file lacks is the frontier of before: made as the service would have it.
  rewriteLog(installation, (record) => record);
  await installation.serve();
  await until(async () => (await figures()).refused);
  assert.deepEqual(signed(), []);

  installation.run(['ledger', 'resume', '--reason', 'Phục hồi từ bản sao lưu']);
  await restart();
  await until(() => signed().includes(records()));
  assert.equal((await figures()).refused, null);
  const [mark] = sql(installation, `select record from ledger_record where kind = 'ledger.resumed'`);
  const { data } = JSON.parse(mark.record);
  assert.equal(data.reason, 'Phục hồi từ bản sao lưu');
  assert.equal(data.abandoned_size, String(size));
  assert.ok(head.includes(data.abandoned_root));
  installation.run(['ledger', 'verify']);
  assert.throws(() => installation.run(['ledger', 'resume', '--reason', 'Không có gì để nối']));
});
