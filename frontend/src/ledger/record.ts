// A record of the ledger, read as strictly as it is written: one way to write each value (docs/ledger.md).
// Pure.

export interface LedgerRecord {
  seq: number;
  kind: string;
  time: string;
  contest?: number;
  data: Map<string, string>;
  commitments: Map<string, string>;
}

// One text for each time: UTC, with microseconds.
const timeShape = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{6}Z$/;
export const isTime = (text: string) => timeShape.test(text);

/** Names in order, no white space (RFC 8785); what is undefined is left out. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value).filter(([, one]) => one !== undefined);
  members.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([name, one]) => `${JSON.stringify(name)}:${canonical(one)}`).join(',')}}`;
}

// Half a character is no text: UTF-8 has none.
const isText = (value: unknown): value is string => typeof value === 'string' && !/\p{Cs}/u.test(value);
const isNumber = (value: unknown): value is number => Number.isSafeInteger(value);

/** Names and texts; nothing when it is no object of texts, each as `fits` says. */
function textsOf(value: unknown, fits: (text: string) => boolean = () => true): Map<string, string> | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return;
  const members = Object.entries(value as Record<string, unknown>);
  const all = members.every(([name, text]) => isText(name) && isText(text) && fits(text));
  return all ? new Map(members as [string, string][]) : undefined;
}

/** The object that a text is the canonical form of, when all that it holds is text. */
export function readTexts(text: string): Map<string, string> | undefined {
  try {
    const read: unknown = JSON.parse(text);
    const texts = textsOf(read);
    return texts && canonical(read) === text ? texts : undefined;
  } catch {
    return;
  }
}

/** Nothing unless the text is exactly what the service writes. */
export function readRecord(text: string): LedgerRecord | undefined {
  let read: Record<string, unknown>;
  try {
    read = Object(JSON.parse(text)) as Record<string, unknown>;
  } catch {
    return;
  }
  const { seq, kind, time, contest } = read;
  const data = textsOf(read.data);
  const commitments = textsOf(read.commitments, (digest) => /^[0-9a-f]{64}$/.test(digest));
  if (!data || !commitments || !isNumber(seq) || !isText(kind)) return;
  if (!isText(time) || !isTime(time) || (contest !== undefined && !isNumber(contest))) return;
  const written = { commitments: read.commitments, contest, data: read.data, kind, seq, time, v: 1 };
  return canonical(written) === text ? { seq, kind, time, contest, data, commitments } : undefined;
}
