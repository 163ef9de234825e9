// Somebody who can write the database or the disk changes single bits: before results are computed, and
// afterwards anywhere in what carries the contest. `guong ledger verify --deep` finds each.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { copyFileSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { pdf } from '../e2e/made_files.mjs';
import {
  acceptAll,
  board,
  closeNow,
  draft,
  invited,
  openContest,
  openJudging,
  sendFile,
  until,
} from '../e2e/people.mjs';
import { Installation, Person, program } from '../e2e/service.mjs';
import { sql } from './rewritten_log.mjs';

const flips = Number(process.env.GUONG_FLIPS ?? 100);

// What may change without the ledger being wrong, and why.
const freeTables = {
  account:
    'what people keep of themselves, theirs to change; names of authors and winners are sealed or published with the works',
  account_word: 'words that accounts are found by',
  account_notice: 'what owners are told of what the ledger has',
  unit: 'units are kept by the administrator and are in no record; a published result has their names and codes in its file',
  unit_word: 'words that units are found by',
  unit_successor: 'as unit',
  session: 'who is signed in',
  login_guard: 'tries at signing in',
  idempotency_key: 'answers kept for a day',
  password_reset: 'requests; each step has its record',
  reset_approval: 'as password_reset',
  job: 'work that waits or is done',
  upload: 'files on their way',
  entry_word: 'words that entries are found by',
  entry_name_tag: 'tags that authors are found by',
  published_work_word: 'words that published works are found by',
  published_work_facet: 'what published works are narrowed by',
  host_identity: 'how the pages of the installation look; changed by its administrator',
  published_cover: 'that the sizes of a picture are made',
  published_cover_size: 'sizes of a picture for pages; the picture itself is answered for',
  conflict_count: 'counted anew when their facts change',
  conflict_check: 'as conflict_count',
  ledger_comparison: 'what the last comparison found',
  ledger_finding: 'as ledger_comparison',
  schema_migration: 'which migrations ran, held when the database is opened',
  result_step: 'a step that is asked for, keyed; what it does has its records',
  upgrade_step: 'what an upgrade has still to do',
  unsealed_opening: 'empty since release 0.3',
};
const freeColumns = {
  'installation_key.id': 'the one row; without it the keys are learnt anew from what they open',
  'published_work.exemplar_slug': 'what the work is found by, made of its document',
  'published_work.field': 'as exemplar_slug',
  'published_work.indexed': 'as exemplar_slug',
  'ledger_checkpoint.created_at': 'when a head was signed; the head is what counts',
  'ledger_checkpoint.public_at': 'when a head became public: hashes alone',
  'ledger_cosignature.created_at': 'when the line came; its own time is signed',
};

// Places where nothing is counted any more say nothing.
const meaningful = { entry_tally: 'entries > 0', entry_unit_tally: 'entries > 0', round_staffing: 'works > 0' };

let installation, organiser, head, contest, path;
const database = () => join(installation.data, 'guong.db');
const verify = () =>
  spawnSync(program, ['ledger', 'verify', '--deep'], { env: installation.env, encoding: 'utf8', timeout: 60_000 });
const tried = (person, address) => person.call('POST', address, {}, { 'Idempotency-Key': crypto.randomUUID() });
const quoted = (hex, type) => (type === 'text' ? `cast(x'${hex}' as text)` : `x'${hex}'`);

before(async () => {
  installation = await new Installation().serve();
  ({ organiser } = await board(installation));
  const opened = await openContest(organiser, (rules) => {
    rules.prizes.push({
      id: 'special',
      name: { vi: 'Giải Đặc biệt' },
      rank: 8,
      kind: 'special',
      basis: 'decision',
    });
    rules.ties_at_prize_line = 'all_pass';
  });
  contest = opened.contest;
  const by = (role) => invited(organiser, contest, role, `${role}@bit.test`, `Người ${role}`);
  const secretary = await by('secretary');
  head = await by('head');
  const judges = [];
  for (const n of [1, 2]) judges.push(await invited(organiser, contest, 'judge', `cham${n}@bit.test`, 'Giám Khảo'));
  await organiser.post(`/api/contests/${contest}/invitations`, { role: 'inspector', name: 'Thanh tra' });
  for (const n of [0, 1, 2]) {
    const author = await Person.registered(installation, `tac-gia-${n}@bit.test`, `Tác Giả ${n}`);
    const entry = await author.post(`/api/contests/${contest}/entries`, draft('bai-viet', `Bài ${n}`));
    if (n === 0) await sendFile(author, entry.id, 'bai.pdf', pdf('Bai viet'));
    const { revision } = await author.get(`/api/entries/${entry.id}`);
    await author.postAt(`/api/entries/${entry.id}/submit`, revision);
  }
  await until(() => sql(installation, 'select count(*) as n from entry_rendition')[0].n === 1);
  await closeNow(organiser, contest, opened.rules);
  await acceptAll(secretary, contest);
  await openJudging(organiser, contest, judges);
  for (const [j, judge] of judges.entries())
    for (const { code, title } of (await judge.get(`/api/contests/${contest}/judge/works`)).items) {
      const card = `/api/contests/${contest}/judge/works/${code}/card`;
      const marks = { content: 50 - 5 * Number(title.at(-1)), form: 20 - j, impact: 8 };
      const { revision } = await judge.put(card, { marks, comment_jury: 'Viết chắc tay.' }, 0);
      await judge.postAt(card + '/submit', revision);
      if (j === 0 && title === 'Bài 2')
        await judge.put(`/api/contests/${contest}/judge/works/${code}/flag`, { kind: 'other', note: 'Xem lại ảnh.' });
    }
  await organiser.post(`/api/contests/${contest}/rounds/1/lock`);
});
after(() => installation.remove());

test('marks that were changed by SQL are not computed: the place is named', async () => {
  const [{ id, marks }] = sql(installation, 'select assignment_id as id, marks from card limit 1');
  sql(installation, `update card set marks = replace(marks, '50', '51') where assignment_id = ${id}`);
  const changed = sql(installation, `select marks from card where assignment_id = ${id}`)[0].marks !== marks;
  if (!changed) sql(installation, `update card set comment_jury = 'Viết chắc tai.' where assignment_id = ${id}`);
  const refused = await tried(organiser, `/api/contests/${contest}/results`);
  assert.equal(refused.status, 409, refused.text);
  assert.equal(refused.body.key, 'results.ledger_differs');
  assert.ok(refused.text.includes(`/contests/${contest}/card/${id}`), refused.text);
  sql(installation, `update card set marks = '${marks}', comment_jury = 'Viết chắc tay.' where assignment_id = ${id}`);
  const { id: result } = await organiser.post(`/api/contests/${contest}/results`, {});
  path = `/api/contests/${contest}/results/${result}`;
});

test('nor is a result published over a row that was changed', async () => {
  for (const person of [organiser, head]) await person.post(path + '/join');
  const { works } = await organiser.get(path);
  const last = works.find(({ title }) => title === 'Bài 2');
  await organiser.post(path + '/awards', {
    reason: 'Đề tài khó.',
    changes: [{ act: 'give', prize: 'special', code: last.code }],
  });
  await organiser.post(path + '/propose', { decision_number: '12-QĐ/BTC' });
  await head.post(path + '/approve', {});
  const [{ id, title }] = sql(installation, 'select id, title from entry limit 1');
  sql(installation, `update entry set title = 'Bài khác' where id = ${id}`);
  const refused = await tried(head, path + '/publish');
  assert.equal(refused.status, 409, refused.text);
  assert.ok(refused.text.includes(`/contests/${contest}/entry_content/${id}`), refused.text);
  sql(installation, `update entry set title = '${title}' where id = ${id}`);
  await head.post(path + '/publish', {});
});

/** Every value of the database that is neither free nor null nor empty: table, column, and a row of chance. */
function columns() {
  const out = [];
  for (const { name } of sql(installation, `select name from sqlite_master where type = 'table' order by name`)) {
    if (freeTables[name] || name.startsWith('sqlite_')) continue;
    const described = sql(installation, `pragma table_info(${name})`);
    const key = described.filter(({ pk }) => pk).map((column) => column.name);
    for (const column of described.map((each) => each.name))
      if (!freeColumns[`${name}.${column}`]) out.push({ table: name, column, key });
  }
  return out;
}

/** Changes one bit of one value; says what. Nothing where the column has no value, or the database would not take it. */
function flipValue({ table, column, key }) {
  const some = `${column} is not null and length(${column}) > 0 and ${meaningful[table] ?? 'true'}`;
  const [row] = sql(
    installation,
    `select typeof(${column}) as type, ${column} as value, hex(cast(${column} as blob)) as hex, ${key
      .map((name) => `quote(${name}) as "key_${name}"`)
      .join(', ')} from ${table} where ${some} order by random() limit 1`,
  );
  if (!row) return undefined;
  const where = key.map((name) => `${name} = ${row[`key_${name}`]}`).join(' and ');
  let value, bit;
  if (row.type === 'integer') {
    bit = randomInt(Math.max(8, Math.min(52, BigInt(row.value).toString(2).length)));
    value = String(BigInt(row.value) ^ (1n << BigInt(bit)));
  } else {
    const bytes = Buffer.from(row.hex, 'hex');
    bit = randomInt(bytes.length * 8);
    bytes[bit >> 3] ^= 1 << (bit & 7);
    value = quoted(bytes.toString('hex'), row.type);
  }
  const done = spawnSync('sqlite3', [database()], {
    input: `pragma ignore_check_constraints = on; update ${table} set ${column} = ${value} where ${where};`,
    encoding: 'utf8',
  });
  return done.stderr ? undefined : `bit ${bit} of ${table}.${column} where ${where}`;
}

function flipBlob(file) {
  const bytes = readFileSync(file);
  const bit = randomInt(bytes.length * 8);
  bytes[bit >> 3] ^= 1 << (bit & 7);
  writeFileSync(file, bytes);
  return `bit ${bit} of ${file}`;
}

const filesBelow = (folder) =>
  readdirSync(folder, { recursive: true })
    .map((name) => join(folder, name))
    .filter((file) => statSync(file).isFile());

test('a hundred changes of one bit in the database and in files are found, every one', async (t) => {
  await installation.end();
  execFileSync('sqlite3', [database(), 'pragma wal_checkpoint(truncate);']);
  const clean = verify();
  assert.equal(clean.status, 0, clean.stdout + clean.stderr);
  const kept = database() + '.kept';
  const restore = () => {
    for (const ending of ['-wal', '-shm']) rmSync(database() + ending, { force: true });
    copyFileSync(kept, database());
  };
  copyFileSync(database(), kept);
  const places = columns();
  const files = filesBelow(join(installation.data, 'blobs')).filter((file) => statSync(file).size > 0);
  const missed = [];
  for (let done = 0; done < flips;) {
    const inFile = done % 10 === 9;
    const file = inFile && files[randomInt(files.length)];
    const bytes = file && readFileSync(file);
    const what = inFile ? flipBlob(file) : flipValue(places[randomInt(places.length)]);
    if (!what) continue;
    const { status, stdout, stderr } = verify();
    if (status !== 1) missed.push(`${what}: ${status} ${stdout}${stderr}`);
    t.diagnostic(`${what}: ${(stdout || stderr).split('\n')[0]}`);
    if (inFile) writeFileSync(file, bytes);
    else restore();
    done += 1;
  }
  rmSync(kept);
  assert.deepEqual(missed, []);
  const again = verify();
  assert.equal(again.status, 0, again.stdout + again.stderr);
});
