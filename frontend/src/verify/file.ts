// The results file as it is published (schema/results.schema.json): its versions, and its shape as types.
import published from '../../../schema/results.schema.json';
import { Num, plain, type Json } from './json';
import { misfits, type Misfit, type Schema } from './schema';

export interface CardOf {
  judge: string;
  extra: boolean;
  marks: Record<string, Num>;
  total: string;
}
export interface WorkOf {
  code: string;
  category: string;
  score: string;
  shown: string;
  criteria: Record<string, string>;
  cards: CardOf[];
}
export interface PlaceOf {
  code: string;
  round: Num;
  score: string;
  shown: string;
  rank: Num;
  decided_by: string;
}
export interface Tie {
  category: string | null;
  rank: Num;
  codes: string[];
}
export interface OrderOf {
  category: string | null;
  order: string[];
}
export interface RankingOf {
  v: Num;
  rule_book: { version: Num; sha256: string };
  rounds: { number: Num; id: string; works: WorkOf[] }[];
  decisions: (OrderOf | string[])[];
  rankings: { category: string | null; places: PlaceOf[] }[];
  open_ties: Tie[];
}
export interface AwardOf {
  prize: string;
  name: { vi: string; en: string } | null;
  category: string | null;
  money: Num;
  code: string | null;
  unit: string | null;
  unit_code?: string | null;
  rank: Num | null;
  score: string | null;
  shown: string | null;
  authors: unknown[];
}
export interface DepartureOf {
  kind: 'vacant' | 'chosen' | 'joint' | 'given';
  prize: string;
  category: string | null;
  code: string | null;
  unit_code: string | null;
  places: Num;
  reason: string;
  decided_at: string;
}
export interface ExceptionOf {
  kind: string;
  prize: string;
  category: string | null;
  code: string;
}
export interface OpenedRecord {
  record: string;
  open: Record<string, { salt: string; value: string }>;
}
export interface ResultsFile {
  v: Num;
  contest: { id: Num; name: { vi: string; en: string } };
  result: {
    number: Num;
    decision_number: string;
    computed_at: string;
    approved_at: string | null;
    published_at: string;
    reason: string;
  };
  rule_book: { version: Num; sha256: string; document: string };
  ranking: RankingOf;
  ranking_sha256: string;
  awards: AwardOf[];
  exceptions?: ExceptionOf[];
  departures?: DepartureOf[];
  author_keys?: Record<string, string[]>;
  left?: { code: string; state: string; reason: string }[];
  ledger: {
    origin: string;
    head: string;
    record?: string;
    path?: string[];
    key?: string;
    records?: OpenedRecord[];
    nodes?: string[];
  };
}

const kNewest = (published.properties.v as { const: number }).const;

/** Since which version a file says what: the object in the schema, the name, the version. */
const since: [string, string, number][] = [
  ['', 'exceptions', 2],
  ['', 'departures', 3],
  ['', 'author_keys', 3],
  ['', 'left', 3],
  ['', 'earlier', 3],
  ['properties/ledger', 'record', 2],
  ['properties/ledger', 'path', 2],
  ['properties/ledger', 'key', 4],
  ['properties/ledger', 'records', 4],
  ['properties/ledger', 'nodes', 4],
  ['$defs/award', 'unit_code', 3],
];

function schemaOf(version: number): Schema {
  const schema = structuredClone(published) as unknown as Schema;
  schema.properties!.v = { const: version };
  for (const [path, name, first] of since) {
    if (version >= first) continue;
    const names = path.split('/').filter(Boolean);
    const object = names.reduce((at, one) => (at as Record<string, unknown>)[one], schema as unknown) as Schema;
    delete object.properties![name];
    object.required = object.required?.filter((one) => one !== name);
  }
  return schema;
}

/** The version that the file says it has; nothing when it says none. */
export function versionOf(json: Json): string | undefined {
  const v = json instanceof Map ? json.get('v') : undefined;
  return v instanceof Num ? v.text : undefined;
}
export const isKnown = (version: string) => /^[1-9]$/.test(version) && Number(version) <= kNewest;

export function shapeFaults(json: Json, version: string): Misfit[] {
  return misfits(schemaOf(Number(version)), json);
}
/** For a file without faults of shape. */
export const fileOf = (json: Json) => plain(json) as ResultsFile;
