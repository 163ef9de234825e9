// Checks a receipt or a record's proof (C2SP tlog-proof) in the reader's browser, by nothing but the file and a public key.
import {
  bytesOfBase64,
  bytesOfHex,
  base64Of,
  hexOf,
  included,
  leafHash,
  readCheckpoint,
  same,
  sha256,
  signed,
  signedBy,
  type Checkpoint,
  type VerifierKey,
} from './notes';
import { canonical, readRecord } from './record';

export type Fault =
  | 'notAReceipt'
  | 'signatureWrong'
  | 'anotherKey'
  | 'proofMalformed'
  | 'proofElsewhere'
  | 'openingDiffers'
  | 'notSigned'
  | 'anotherRecord';

export interface SignedReceipt {
  contest: string;
  number: string;
  version: number;
  time: string;
  text_sha256: string;
  files: { name: string; sha256: string; size: number }[];
}

export interface ProvenRecord {
  text: string; // the record's canonical bytes
  index: number;
  kind: string;
  time: string;
  checkpoint: Checkpoint;
  values: [string, string][]; // public ones, and those whose commitment was checked
}

export interface Verdict {
  fault?: Fault;
  receipt?: SignedReceipt;
  record?: ProvenRecord;
}

interface Extra {
  record: string;
  openings: Record<string, { salt: string; value: string }>;
}

function parseProof(text: string) {
  const at = text.indexOf('\n\n');
  const [title, extra, index, ...path] = text.slice(0, at).split('\n');
  const number = /^index (0|[1-9]\d*)$/.exec(index ?? '')?.[1];
  if (at < 0 || title !== 'c2sp.org/tlog-proof@v1' || !extra?.startsWith('extra ') || number === undefined) return;
  const bytes = bytesOfBase64(extra.slice(6));
  const { record, openings } = JSON.parse(new TextDecoder().decode(bytes)) as Extra;
  return { record, openings, index: Number(number), path: path.map(bytesOfBase64), note: text.slice(at + 2) };
}

async function checkProof(text: string, key?: VerifierKey): Promise<ProvenRecord | Fault> {
  let proof: ReturnType<typeof parseProof>;
  try {
    proof = parseProof(text);
  } catch {
    return 'proofMalformed';
  }
  const checkpoint = proof && readCheckpoint(proof.note);
  if (!proof || !checkpoint) return 'proofMalformed';
  const record = readRecord(proof.record);
  if (record?.seq !== proof.index) return 'proofMalformed';
  if (!(await included(await leafHash(proof.record), proof.index, checkpoint, proof.path))) return 'proofElsewhere';
  const values = [...record.data];
  for (const [name, { salt, value }] of Object.entries(proof.openings)) {
    if (hexOf(await sha256(bytesOfHex(salt), value)) !== record.commitments.get(name)) return 'openingDiffers';
    values.push([name, value]);
  }
  if (key && !(await signedBy(proof.note, key))) return 'notSigned';
  return { text: proof.record, index: proof.index, kind: record.kind, time: record.time, checkpoint, values };
}

interface WholeReceipt extends SignedReceipt {
  signature: string;
  key: string;
  proof?: string | null;
}

async function checkReceipt(whole: WholeReceipt, key?: VerifierKey): Promise<Verdict> {
  const { signature, key: own, proof, ...receipt } = whole;
  const text = canonical(receipt);
  if (!(await signed(bytesOfBase64(own), text, bytesOfBase64(signature)))) return { fault: 'signatureWrong' };
  if (key && base64Of(key.key) !== own) return { fault: 'anotherKey', receipt };
  if (!proof) return { receipt };
  const record = await checkProof(proof, key);
  if (typeof record === 'string') return { fault: record, receipt };
  const committed = record.values.find(([name]) => name === 'receipt')?.[1];
  if (record.kind !== 'entry.submitted' || committed !== hexOf(await sha256(text)))
    return { fault: 'anotherRecord', receipt };
  return { receipt, record };
}

/** Checks what was in the file; without a key, not who signed it. */
export async function checkPaper(text: string, key?: VerifierKey): Promise<Verdict> {
  if (text.startsWith('c2sp.org/tlog-proof@')) {
    const record = await checkProof(text, key);
    return typeof record === 'string' ? { fault: record } : { record };
  }
  try {
    return await checkReceipt(JSON.parse(text) as WholeReceipt, key);
  } catch {
    return { fault: 'notAReceipt' };
  }
}

/** Where the tile of level 0 with this record stands, in a log of that size. */
export function tilePath(index: number, size: number): string {
  const tile = Math.floor(index / 256);
  const width = Math.min(256, size - 256 * tile);
  const parts = String(tile)
    .padStart(Math.ceil(String(tile).length / 3) * 3, '0')
    .match(/.../g)!
    .map((part, i, all) => (i + 1 < all.length ? `x${part}` : part));
  return `tile/0/${parts.join('/')}${width < 256 ? `.p/${width}` : ''}`;
}

/** Whether the log at `address` still has the record in its place; `fetchBytes` gives what stands at an address. */
export async function stillInLog(
  record: ProvenRecord,
  address: string,
  fetchBytes: (url: string) => Promise<Uint8Array>,
): Promise<boolean> {
  const note = new TextDecoder().decode(await fetchBytes(`${address}/checkpoint`));
  const head = readCheckpoint(note);
  if (!head || record.index >= head.size) return false;
  const row = await fetchBytes(`${address}/${tilePath(record.index, head.size)}`);
  const at = 32 * (record.index % 256);
  return same(row.slice(at, at + 32), await leafHash(record.text));
}
