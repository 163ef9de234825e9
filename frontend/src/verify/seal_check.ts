// Where a file stands in the public ledger: its hash in a record, the record's path to a root, and who signed the root.
import {
  base64Of,
  bytesOfBase64,
  hexOf,
  included,
  leafHash,
  readCheckpoint,
  sha256,
  signedBy,
  type VerifierKey,
} from '../ledger/notes';
import { Differences } from './differences';
import { type ResultsFile } from './file';
import { canonical, Num, parseJson, type Json } from './json';

export const hashOf = async (text: string) => hexOf(await sha256(text));

/** The file without what ties it to the ledger: that is what the record commits to. */
function hashOfFile(json: Json) {
  return hashOf(canonical(new Map([...(json as Map<string, Json>)].filter(([name]) => name !== 'ledger'))));
}

/** C2SP signed-note: a text, a blank line, signature lines, and nothing else. */
const note = /^[^\s+]+\n(0|[1-9]\d*)\n[A-Za-z0-9+/]{43}=\n(?:[^\n]+\n)*\n(?:— [^\s+]+ [A-Za-z0-9+/]+={0,2}\n)+$/;

const isBase64 = (text: string) => {
  try {
    return base64Of(bytesOfBase64(text)) === text;
  } catch {
    return false;
  }
};

interface Record_ {
  kind?: Json;
  seq?: Json;
  data?: Json;
}
function readRecord(text: string): Record_ | undefined {
  try {
    const json = parseJson(text);
    return json instanceof Map && canonical(json) === text ? Object.fromEntries(json) : undefined;
  } catch {
    return;
  }
}

function headOf({ head, origin }: ResultsFile['ledger'], out: Differences) {
  const read = note.test(head) ? readCheckpoint(head) : undefined;
  if (read && read.origin === origin) return read;
  out.add('/ledger/head', 'headMalformed');
}

/** The file in the record, the record in the head. */
export async function checkLedger(json: Json, file: ResultsFile, out: Differences) {
  const head = headOf(file.ledger, out);
  const { record: text, path } = file.ledger;
  if (!head || text === undefined || path === undefined) return;
  const record = readRecord(text);
  const { kind, seq, data } = record ?? {};
  if (kind !== 'result.published' || !(seq instanceof Num) || !(data instanceof Map))
    return out.add('/ledger/record', 'recordMalformed');
  const wrong = path.findIndex((one) => !isBase64(one) || bytesOfBase64(one).length !== 32);
  if (wrong >= 0) out.add(`/ledger/path/${wrong}`, 'shape');
  else if (!(await included(await leafHash(text), seq.number, head, path.map(bytesOfBase64))))
    out.add('/ledger/path', 'recordNotInLog');
  if (data.get('file_sha256') !== (await hashOfFile(json))) out.add('', 'fileNotPublished');
}

export async function checkSignature(file: ResultsFile, key: VerifierKey, out: Differences) {
  const { origin, head, record } = file.ledger;
  const signed = note.test(head) && key.name === origin && (await signedBy(head, key).catch(() => false));
  if (!signed) out.add('/ledger/head', 'headNotSigned');
  // Else anybody could strip a file of its record and call it an old one.
  if (record === undefined) out.add('/ledger', 'noRecord');
}
