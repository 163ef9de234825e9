// Somebody copies the data folder of a running service, without its keys, and looks for who wrote what: words that
// authors left anywhere, digests of what they sent, and every account tried against every commitment of the ledger.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { LeakContest } from '../e2e/leak_contest.mjs';
import { Installation } from '../e2e/service.mjs';

/** What a thief has: the files, and the database asked by SQL. */
class Copy {
  constructor(installation) {
    this.folder = mkdtempSync(join(tmpdir(), 'guong-copied-'));
    cpSync(installation.data, this.folder, {
      recursive: true,
      filter: (path) => path !== join(installation.data, 'keys'),
    });
  }

  rows(sql) {
    const out = execFileSync('sqlite3', ['-json', join(this.folder, 'guong.db'), sql], { maxBuffer: 1 << 28 });
    return out.length ? JSON.parse(out) : [];
  }

  /** Every value of every table, as {table, column, bytes}. */
  *cells() {
    for (const { name: table } of this.rows("select name from sqlite_master where type = 'table'")) {
      const columns = this.rows(`select name from pragma_table_info('${table}')`).map(({ name }) => name);
      const hex = columns.map((column) => `hex(${column}) as ${column}`).join(', ');
      for (const row of this.rows(`select ${hex} from ${table}`))
        for (const column of columns) yield { table, column, bytes: Buffer.from(row[column] ?? '', 'hex') };
    }
  }

  /** Every file, as {path, bytes}. */
  files() {
    const all = readdirSync(this.folder, { recursive: true, withFileTypes: true });
    return all
      .filter((one) => one.isFile())
      .map((one) => join(one.path, one.name))
      .map((path) => ({ path: path.slice(this.folder.length + 1), bytes: readFileSync(path) }));
  }

  remove() {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

const sha256 = (...parts) => parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest('hex');

/**
 * Tries what could stand behind a commitment (ids of accounts and entries, numbers, codes, and nothing at all) with
 * every run of 16 bytes that lies beside the ledger as a salt. Gives those that fit.
 */
function openedCommitments(copy) {
  const commitments = new Map();
  for (const { seq, record } of copy.rows('select seq, record from ledger_record'))
    for (const [name, digest] of Object.entries(JSON.parse(record).commitments))
      commitments.set(digest, `${name} of record ${seq}`);
  assert.ok(commitments.size > 50, `${commitments.size} commitments`);
  const guesses = ['id from account', 'id from entry', 'number from entry', 'code from entry where code is not null']
    .flatMap((what) => copy.rows(`select cast(${what.replace(' from', ' as text) as guess from')}`))
    .map(({ guess }) => guess);
  assert.ok(guesses.length > 10);
  const fits = new Set();
  for (const { table, bytes } of copy.cells()) {
    if (!table.endsWith('opening')) continue;
    for (let at = 0; at + 16 <= bytes.length; ++at)
      for (const guess of guesses) {
        const what = commitments.get(sha256(bytes.subarray(at, at + 16), guess));
        if (what) fits.add(`${what} is ${guess}`);
      }
  }
  return [...fits];
}

const kUnderWay = 'Zqunderwayword';

/** An upload of which only the first bytes have come. */
async function beginUpload({ unsent }) {
  const base64 = (text) => Buffer.from(text).toString('base64');
  const answer = await unsent.author.call(
    'POST',
    `/api/entries/${unsent.id}/uploads`,
    Buffer.from(`\x89PNG\r\n\x1a\n${kUnderWay.repeat(20_000)}`, 'latin1'),
    {
      'Content-Type': 'application/offset+octet-stream',
      'Tus-Resumable': '1.0.0',
      'Upload-Length': '1000000',
      'Upload-Metadata': `purpose ${base64('work')},filename ${base64('anh.png')}`,
    },
  );
  assert.equal(answer.status, 201, answer.text);
}

/** What an author left in an entry and its files that no judge reads, and digests of what was sent: as bytes. */
function tokensOf({ words, typed, files }) {
  const texts = [words.pen, words.partner, words.address, words.file, typed.phone, typed.email].filter(Boolean);
  const digests = files.flatMap(({ bytes }) =>
    ['sha256', 'sha512', 'sha1', 'md5'].flatMap((kind) => {
      const digest = createHash(kind).update(bytes).digest();
      return [digest, Buffer.from(digest.toString('hex')), Buffer.from(digest.toString('base64').slice(0, 20))];
    }),
  );
  const hashed = texts.map((text) => Buffer.from(sha256(text)));
  return [...texts.map((text) => Buffer.from(text)), ...hashed, ...digests];
}

/** Where any of the tokens stands: in bytes of a file, or in its name. */
function foundIn(copy, tokens) {
  const found = [];
  for (const { path, bytes } of copy.files())
    for (const token of tokens)
      if (bytes.includes(token) || path.replaceAll('/', '').includes(token.toString('latin1')))
        found.push(`${token.toString('latin1').slice(0, 40)} in ${path}`);
  return found;
}

/** One contest as its board is about to learn the names; copied while the service runs. */
let installation, contest, copy;
before(async () => {
  installation = await new Installation().serve();
  contest = new LeakContest(installation);
  await contest.prepare();
  for await (const state of contest.states()) {
    if (state === 'open') await beginUpload(contest.entries);
    if (state === 'joined') break;
  }
  copy = new Copy(installation);
});
after(async () => {
  copy?.remove();
  await installation?.remove();
});

test('a copy of the data folder opens no commitment of the ledger', () => {
  assert.deepEqual(openedCommitments(copy), []);
});

test('a copy of the data folder shows no byte and no digest of what authors sent, nor of what is on its way', () => {
  const entries = Object.values(contest.entries);
  const tokens = [...entries.flatMap(tokensOf), Buffer.from(kUnderWay)];
  assert.ok(tokens.length > 150, `${tokens.length} tokens`);
  assert.deepEqual(foundIn(copy, tokens), []);
  const sent = new Set(entries.flatMap(({ files }) => files.map(({ bytes }) => sha256(bytes))));
  const asSent = copy.files().filter(({ bytes }) => sent.has(sha256(bytes)));
  assert.deepEqual(asSent, []);
});
