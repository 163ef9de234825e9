// Signed notes, verifier keys and Merkle proofs of a transparency log (C2SP), by the browser's own SHA-256.
import { verifyAsync } from '@noble/ed25519';

const utf8 = new TextEncoder();

export const bytesOfBase64 = (text: string) => Uint8Array.from(atob(text), (c) => c.charCodeAt(0));
/** The bytes, when the text is the one way to write them in base64. */
export function readBase64(text: string): Uint8Array | undefined {
  try {
    const bytes = bytesOfBase64(text);
    return base64Of(bytes) === text ? bytes : undefined;
  } catch {
    return;
  }
}
export const base64Of = (bytes: Uint8Array) => btoa(String.fromCharCode(...bytes));
export const hexOf = (bytes: Uint8Array) => [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
export const bytesOfHex = (hex: string) => Uint8Array.from(hex.match(/../g) ?? [], (pair) => parseInt(pair, 16));

export async function sha256(...parts: (Uint8Array | string)[]): Promise<Uint8Array> {
  const pieces = parts.map((part) => (typeof part === 'string' ? utf8.encode(part) : part));
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return new Uint8Array(await crypto.subtle.digest('SHA-256', whole));
}

export const leafHash = (record: string) => sha256(Uint8Array.of(0), record);
const nodeHash = (left: Uint8Array, right: Uint8Array) => sha256(Uint8Array.of(1), left, right);

export const same = (a: Uint8Array, b: Uint8Array) => a.length === b.length && a.every((byte, i) => byte === b[i]);

/** Whether somebody signed a text; strict, as the program is. */
export async function signed(key: Uint8Array, text: string, signature: Uint8Array): Promise<boolean> {
  try {
    return await verifyAsync(signature, utf8.encode(text), key, { zip215: false });
  } catch {
    return false;
  }
}

export interface VerifierKey {
  name: string;
  id: Uint8Array;
  key: Uint8Array;
}

/** A key as `guong ledger key` prints it; nothing when it is none. */
export async function parseKey(text: string): Promise<VerifierKey | undefined> {
  const [, name, id, base64] = /^([^\s+]+)\+([0-9a-f]{8})\+(\S+)$/.exec(text.trim()) ?? [];
  if (!name || !id || !base64) return;
  try {
    const bytes = bytesOfBase64(base64);
    const expected = (await sha256(`${name}\n`, bytes)).slice(0, 4);
    if (bytes.length !== 33 || bytes[0] !== 1 || !same(expected, bytesOfHex(id))) return;
    return { name, id: expected, key: bytes.slice(1) };
  } catch {
    return;
  }
}

export interface Checkpoint {
  origin: string;
  size: number;
  root: Uint8Array;
}

/** What a note says, whoever signed it. */
export function readCheckpoint(note: string): Checkpoint | undefined {
  const [origin, size, root] = note.split('\n');
  if (!origin || !/^(0|[1-9]\d*)$/.test(size ?? '') || !root || !note.includes('\n\n')) return;
  try {
    return { origin, size: Number(size), root: bytesOfBase64(root) };
  } catch {
    return;
  }
}

/** Whether the key signed the note as the log of its name. */
export async function signedBy(note: string, key: VerifierKey): Promise<boolean> {
  const at = note.lastIndexOf('\n\n');
  const text = note.slice(0, at + 1);
  for (const line of note.slice(at + 2).split('\n')) {
    const [, name, base64] = /^— (\S+) (\S+)$/.exec(line) ?? [];
    if (name !== key.name || !base64) continue;
    const bytes = bytesOfBase64(base64);
    if (!same(bytes.slice(0, 4), key.id)) continue;
    return text.startsWith(key.name + '\n') && (await signed(key.key, text, bytes.slice(4)));
  }
  return false;
}

/** Hashes up from the leaf (RFC 9162, 2.1.3.2). */
export async function included(
  leaf: Uint8Array,
  index: number,
  { size, root }: Checkpoint,
  path: Uint8Array[],
): Promise<boolean> {
  if (index < 0 || index >= size) return false;
  let [hash, node, last] = [leaf, index, size - 1];
  const up = () => ([node, last] = [Math.floor(node / 2), Math.floor(last / 2)]);
  for (const sibling of path) {
    if (last === 0) return false;
    if (node % 2 === 1 || node === last) {
      hash = await nodeHash(sibling, hash);
      while (node !== 0 && node % 2 === 0) up();
    } else {
      hash = await nodeHash(hash, sibling);
    }
    up();
  }
  return last === 0 && same(hash, root);
}

/** The largest power of two below `length`. */
function split(length: number) {
  let k = 1;
  while (2 * k < length) k *= 2;
  return k;
}

/** The root of a row of leaves. */
export async function treeRoot(leaves: Uint8Array[]): Promise<Uint8Array> {
  if (leaves.length === 0) return sha256('');
  if (leaves.length === 1) return leaves[0]!;
  const k = split(leaves.length);
  return nodeHash(await treeRoot(leaves.slice(0, k)), await treeRoot(leaves.slice(k)));
}

export type PlacedLeaf = [place: number, leaf: Uint8Array];

/** The root of a log by some of its leaves, in order, and the roots of the ranges that hold none of them; nothing when it
    takes more or fewer such roots. */
export async function rootOfSome(size: number, leaves: PlacedLeaf[], nodes: Uint8Array[]) {
  let used = 0;
  const rootOf = async (from: number, to: number, inside: PlacedLeaf[]): Promise<Uint8Array | undefined> => {
    if (inside.length === 0) return nodes[used++];
    if (to - from === 1) return inside[0]![1];
    const middle = from + split(to - from);
    const at = inside.findIndex(([place]) => place >= middle);
    const parts = at < 0 ? inside.length : at;
    const left = await rootOf(from, middle, inside.slice(0, parts));
    const right = left && (await rootOf(middle, to, inside.slice(parts)));
    return right && nodeHash(left!, right);
  };
  if (leaves.length === 0 || leaves.some(([place]) => place < 0 || place >= size)) return;
  const root = await rootOf(0, size, leaves);
  return used === nodes.length ? root : undefined;
}
