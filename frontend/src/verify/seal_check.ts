// Where a file stands in the public ledger: its hash in a record, the record's path to a root, and who signed the root.
import {
  type Checkpoint,
  hexOf,
  included,
  leafHash,
  parseKey,
  readBase64,
  readCheckpoint,
  same,
  sha256,
  signedBy,
  type VerifierKey,
} from '../ledger/notes';
import { readRecord } from '../ledger/record';
import { Differences } from './differences';
import { type ResultsFile } from './file';
import { canonical, type Json } from './json';

export const hashOf = async (text: string) => hexOf(await sha256(text));

/** The file without what ties it to the ledger: that is what the record commits to. */
function hashOfFile(json: Json) {
  return hashOf(canonical(new Map([...(json as Map<string, Json>)].filter(([name]) => name !== 'ledger'))));
}

/** C2SP signed-note: a text, a blank line, signature lines, and nothing else. */
const note = /^[^\s+]+\n(0|[1-9]\d*)\n[A-Za-z0-9+/]{43}=\n(?:[^\n]+\n)*\n(?:— [^\s+]+ [A-Za-z0-9+/]+={0,2}\n)+$/;

const isSigned = async (head: string, key: VerifierKey) => note.test(head) && (await signedBy(head, key));

/** Since version 4 the file names the log's key: then the head is that key's. */
async function ownKeyHolds({ head, key: text }: ResultsFile['ledger'], out: Differences): Promise<boolean> {
  if (text === undefined) return true;
  const key = await parseKey(text);
  if (!key) out.add('/ledger/key', 'keyDiffers');
  else if (await isSigned(head, key)) return true;
  else out.add('/ledger/head', 'headNotSignedByOwn');
  return false;
}

/** The digests of a proof; one that is none is named. */
function digestsOf(list: string[], pointer: string, out: Differences): Uint8Array[] | undefined {
  const digests = list.map(readBase64);
  const wrong = digests.findIndex((digest) => digest?.length !== 32);
  if (wrong < 0) return digests as Uint8Array[];
  out.add(`${pointer}/${wrong}`, 'shape', {});
}

export interface Sealed {
  head: Checkpoint;
  nodes: Uint8Array[];
}

/** The file in the record, the record in the head. Gives what other records are held against, where there are such. */
export async function checkLedger(json: Json, file: ResultsFile, out: Differences): Promise<Sealed | undefined> {
  const { head: text, origin, record: recordText, path, nodes } = file.ledger;
  const head = note.test(text) ? readCheckpoint(text) : undefined;
  if (head?.origin !== origin) return void out.add('/ledger/head', 'headMalformed');
  if (recordText === undefined || path === undefined) return;
  const record = readRecord(recordText);
  if (record?.kind !== 'result.published') return void out.add('/ledger/record', 'recordMalformed');
  const way = digestsOf(path, '/ledger/path', out);
  if (way && !(await included(await leafHash(recordText), record.seq, head, way)))
    out.add('/ledger/path', 'recordNotInLog');
  if (record.data.get('file_sha256') !== (await hashOfFile(json))) out.add('', 'fileNotPublished');
  const between = nodes && digestsOf(nodes, '/ledger/nodes', out);
  if ((await ownKeyHolds(file.ledger, out)) && between) return { head, nodes: between };
}

export async function checkSignature(file: ResultsFile, key: VerifierKey, out: Differences) {
  const { origin, head, key: own, record } = file.ledger;
  if (key.name !== origin || !(await isSigned(head, key))) out.add('/ledger/head', 'headNotSigned');
  const inFile = own === undefined ? undefined : await parseKey(own);
  if (inFile && !(inFile.name === key.name && same(inFile.key, key.key))) out.add('/ledger/key', 'keyDiffers');
  // Else anybody could strip a file of its record and call it an old one.
  if (record === undefined) out.add('/ledger', 'noRecord');
}
