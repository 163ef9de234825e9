// A reader of the public log in another language than the service's: the forms of C2SP, by node's crypto alone.
import { createHash, createPublicKey, verify } from 'node:crypto';

const sha256 = (...parts) => createHash('sha256').update(Buffer.concat(parts)).digest();
export const leafHash = (record) => sha256(Buffer.from([0]), Buffer.from(record));
export const nodeHash = (left, right) => sha256(Buffer.from([1]), left, right);

/** The root of the leaves, by the definition. */
export function treeRoot(leaves) {
  if (leaves.length === 0) return sha256();
  if (leaves.length === 1) return leaves[0];
  let k = 1;
  while (2 * k < leaves.length) k *= 2;
  return nodeHash(treeRoot(leaves.slice(0, k)), treeRoot(leaves.slice(k)));
}

const ed25519 = (raw) =>
  createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: raw.toString('base64url') }, format: 'jwk' });

/** A verifier key's text: {name, id, key}. */
export function readKey(text) {
  const [, name, id, base64] = /^([^+]+)\+([0-9a-f]{8})\+(.+)$/.exec(text.trim());
  const raw = Buffer.from(base64, 'base64');
  return { name, id: Buffer.from(id, 'hex'), type: raw[0], key: ed25519(raw.subarray(1)) };
}

/** The checkpoint in a note, if the log's key signed it: {origin, size, root, text, lines}. */
export function openNote(note, { name, id, key }) {
  const at = note.lastIndexOf('\n\n');
  const text = note.slice(0, at + 1);
  const lines = note
    .slice(at + 2)
    .split('\n')
    .filter(Boolean);
  const ours = lines.map((line) => /^— (\S+) (\S+)$/.exec(line)).filter((m) => m && m[1] === name);
  const bytes = ours.map((m) => Buffer.from(m[2], 'base64')).find((b) => b.subarray(0, 4).equals(id));
  if (!bytes || !verify(null, Buffer.from(text), key, bytes.subarray(4))) throw new Error('not signed by the log');
  const [origin, size, root] = text.split('\n');
  return { origin, size: Number(size), root: Buffer.from(root, 'base64'), text, lines };
}

/** "000", "x001/x234/067". */
function indexPath(index) {
  const parts = [];
  for (let rest = index, last = true; last || rest > 0; rest = Math.floor(rest / 1000), last = false)
    parts.unshift((last ? '' : 'x') + String(rest % 1000).padStart(3, '0'));
  return parts.join('/');
}

/** All leaves of a log of `size` records, from its tiles of level 0. */
export async function mirror(base, size) {
  const leaves = [];
  for (let index = 0; index * 256 < size; index++) {
    const width = Math.min(256, size - index * 256);
    const path = `/ledger/tile/0/${indexPath(index)}${width < 256 ? `.p/${width}` : ''}`;
    const answer = await fetch(base + path);
    if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
    const bytes = Buffer.from(await answer.arrayBuffer());
    if (bytes.length !== 32 * width) throw new Error(`${path}: ${bytes.length} bytes`);
    for (let i = 0; i < width; i++) leaves.push(bytes.subarray(32 * i, 32 * i + 32));
  }
  return leaves;
}

/** Follows a tlog-proof to its checkpoint; gives the record. Throws when anything does not fit. */
export function openProof(text, key) {
  const [head, ...rest] = text.split('\n\n');
  const [title, extra, index, ...path] = head.split('\n');
  if (title !== 'c2sp.org/tlog-proof@v1') throw new Error('not a tlog-proof');
  const { record, openings } = JSON.parse(Buffer.from(extra.replace('extra ', ''), 'base64').toString());
  const { size, root } = openNote(rest.join('\n\n'), key);
  let hash = leafHash(record);
  let [node, last] = [Number(index.replace('index ', '')), size - 1];
  for (const sibling of path.map((line) => Buffer.from(line, 'base64'))) {
    if (node % 2 || node === last) {
      hash = nodeHash(sibling, hash);
      while (node && !(node % 2)) [node, last] = [node >> 1, last >> 1];
    } else hash = nodeHash(hash, sibling);
    [node, last] = [node >> 1, last >> 1];
  }
  if (last !== 0 || !hash.equals(root)) throw new Error('the proof leads elsewhere');
  return { record: JSON.parse(record), openings };
}
