// Somebody copies the data folder of a running service, without its keys, and looks for who wrote what: words that
// authors left anywhere, digests of what they sent, and every account tried against every commitment of the ledger.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
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

test('a copy of the data folder opens no commitment of the ledger', async () => {
  const installation = await new Installation().serve();
  let copy;
  try {
    const contest = new LeakContest(installation);
    await contest.prepare();
    for await (const state of contest.states()) if (state === 'joined') break;
    copy = new Copy(installation);
    assert.deepEqual(openedCommitments(copy), []);
  } finally {
    copy?.remove();
    await installation.remove();
  }
});
