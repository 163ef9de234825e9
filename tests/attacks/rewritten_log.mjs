// What whoever holds the database, and not the keys, can do to the ledger: change its records and make all that is
// computed of them fit again.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { join } from 'node:path';

/** Runs SQL on the installation's SQLite file; gives the rows of a select. */
export function sql(installation, text) {
  const out = execFileSync('sqlite3', ['-json', join(installation.data, 'guong.db')], {
    input: text,
    encoding: 'utf8',
  });
  return out.trim() ? JSON.parse(out) : [];
}

const sha256 = (...parts) => createHash('sha256').update(Buffer.concat(parts)).digest();
export const leafHash = (record) => sha256(Buffer.from([0]), Buffer.from(record));
export const nodeHash = (left, right) => sha256(Buffer.from([1]), left, right);

/** The roots of the complete subtrees, as the database keeps them. */
function frontier(leaves) {
  const roots = [];
  leaves.forEach((leaf, index) => {
    roots.push(leaf);
    for (let carry = index; carry & 1; carry >>= 1) {
      const right = roots.pop();
      roots.push(nodeHash(roots.pop(), right));
    }
  });
  const size = Buffer.alloc(8);
  size.writeBigUInt64BE(BigInt(leaves.length));
  return Buffer.concat([size, ...roots]);
}

const quoted = (text) => `'${text.replaceAll("'", "''")}'`;

/** Writes the log anew with `change` made to the text of each record, and forgets what was signed. */
export function rewriteLog(installation, change) {
  const records = sql(installation, 'select seq, record from ledger_record order by seq').map(({ seq, record }) => ({
    seq,
    record: change(record, seq),
  }));
  const leaves = records.map(({ record }) => leafHash(record));
  const updates = records.map(
    ({ seq, record }, i) =>
      `update ledger_record set record = ${quoted(record)}, leaf_hash = x'${leaves[i].toString('hex')}',
        at = ${Date.parse(JSON.parse(record).time)}000 + at % 1000 where seq = ${seq};`,
  );
  const head = frontier(leaves).toString('hex');
  sql(
    installation,
    `begin; ${updates.join('\n')}
     update ledger_head set size = ${leaves.length}, frontier = x'${head}';
     delete from ledger_checkpoint; commit;`,
  );
}
