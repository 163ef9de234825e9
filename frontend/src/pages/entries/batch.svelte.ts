// Submitting for many authors from a spreadsheet and a folder of files. Drafts are created and files uploaded
// first; nothing is submitted until every line is complete.
import Papa from 'papaparse';
import { ifMatch, idempotencyKey } from '../../api/request.svelte';
import { api, type Problem, type Schemas } from '../../api/client';
import type { RuleBook } from '../../api/contest';
import { fold } from '../../i18n/fold';
import { t } from '../../i18n/index.svelte';
import { readXlsx, writeXlsx } from '../../parts/xlsx';
import { session } from '../../session.svelte';
import { FileUpload } from './file_upload.svelte';

export const kColumns = [
  'title',
  'category',
  'field',
  'author',
  'contact',
  'unit',
  'exemplarKind',
  'exemplar',
  'place',
  'body',
  'files',
] as const;
type Column = (typeof kColumns)[number];

/** Stands for an author's name that is missing: such a line is wrong and never sent. */
export const kUnnamed = '?';
const kKinds = ['person', 'collective', 'household', 'model'] as const;

export class BatchLine {
  state = $state<'read' | 'wrong' | 'sending' | 'ready' | 'done'>('read');
  faults = $state<string[]>([]);
  entry = $state<number>();

  constructor(
    readonly number: number,
    readonly draft: Schemas['EntryDraft'],
    readonly files: { file: File; purpose: string }[],
  ) {}
}

/** The units that the person coordinates and those right below them, by folded name and code. */
export async function coordinatedUnits(): Promise<Map<string, number>> {
  const found = new Map<string, number>();
  const add = ({ id, name, short_name, code }: Schemas['Unit']) => {
    for (const key of [name, short_name, code]) if (key) found.set(fold(key), id);
  };
  for (const { role, unit } of session.me?.roles ?? []) {
    if (role !== 'coordinator' || !unit) continue;
    const own = await api.GET('/api/units/{unit}', { params: { path: { unit: unit.id } } });
    if (own.data) add(own.data);
    const below = await api.GET('/api/units', { params: { query: { parent: unit.id, limit: 200 } } });
    below.data?.items.forEach(add);
    if (own.data) found.set('', unit.id);
  }
  return found;
}

const kSheetBytes = 10_000_000;

/** A spreadsheet as CSV; nothing where it is no spreadsheet. */
export async function sheetText(file: File): Promise<string | undefined> {
  if (file.size > kSheetBytes) return undefined;
  if (!file.name.toLowerCase().endsWith('.xlsx')) return file.text();
  return readXlsx(file).then(
    (rows) => Papa.unparse(rows),
    () => undefined,
  );
}

/** An empty spreadsheet with the columns of a batch. */
export const sheetTemplate = () => writeXlsx([kColumns.map((column) => t(`batch.column.${column}`))]);

/** Reads the lines of a spreadsheet as CSV; what cannot be understood stands among a line's faults. */
export function readSheet(
  csv: string,
  files: File[],
  rules: RuleBook,
  units: Map<string, number>,
  declarations: Record<string, boolean>,
): BatchLine[] {
  const named = new Map(kColumns.map((column) => [fold(t(`batch.column.${column}`)), column]));
  const transformHeader = (head: string) => named.get(fold(head.trim())) ?? head;
  const { data } = Papa.parse<Partial<Record<Column, string>>>(csv.replace(/^\ufeff/, ''), {
    header: true,
    skipEmptyLines: 'greedy',
    transformHeader,
  });
  return data.map((row, i) => lineOf(row, i + 2, files, rules, units, declarations));
}

function lineOf(
  row: Partial<Record<Column, string>>,
  number: number,
  all: File[],
  rules: RuleBook,
  units: Map<string, number>,
  declarations: Record<string, boolean>,
): BatchLine {
  const text = (column: Column) => row[column]?.trim() ?? '';
  const faults: string[] = [];
  const pick = (column: Column, from: { id: string; name: { vi: string; en?: string } }[]) => {
    const found = from.find(({ id, name }) =>
      [id, name.vi, name.en ?? ''].some((one) => fold(one) === fold(text(column))),
    );
    if (!found) faults.push(t('batch.unknown', { column: t(`batch.column.${column}`), value: text(column) }));
    return found?.id ?? '';
  };
  const category = pick('category', rules.categories);
  const unit = units.get(fold(text('unit')));
  if (unit === undefined) faults.push(t('batch.unknown', { column: t('batch.column.unit'), value: text('unit') }));
  if (!text('author')) faults.push(t('batch.empty', { column: t('batch.column.author') }));
  const kind =
    kKinds.find((one) => [one, t(`entry.kind.${one}`)].some((name) => fold(name) === fold(text('exemplarKind')))) ??
    'person';
  const wanted = text('files')
    .split(';')
    .map((name) => name.trim())
    .filter(Boolean);
  const purposes = rules.categories.find(({ id }) => id === category)?.files ?? [];
  const files = wanted.flatMap((name) => {
    const file = all.find((one) => one.name === name);
    const ending = name.split('.').at(-1)?.toLowerCase() ?? '';
    const purpose =
      purposes.find(({ kinds }) => kinds.some((one) => one === ending || (one === 'jpeg' && ending === 'jpg')))
        ?.purpose ?? purposes[0]?.purpose;
    if (!file || !purpose) faults.push(t('batch.noFile', { name }));
    return file && purpose ? [{ file, purpose }] : [];
  });
  const draft: Schemas['EntryDraft'] = {
    category,
    field: pick('field', rules.fields),
    title: text('title'),
    body: text('body'),
    exemplar: { kind, name: text('exemplar'), place: text('place') },
    author: { name: text('author') || kUnnamed, contact: text('contact'), unit: unit ?? null },
    declarations,
  };
  const line = new BatchLine(number, draft, files);
  line.faults = faults;
  line.state = faults.length ? 'wrong' : 'read';
  return line;
}

/** Makes the draft of a line, sends its files, and asks what handing in would be refused for. */
export async function prepareLine(contest: number, line: BatchLine): Promise<void> {
  line.state = 'sending';
  const made = await api.POST('/api/contests/{contest}/entries', {
    params: { path: { contest }, header: idempotencyKey() },
    body: line.draft,
  });
  if (!made.data) return refuse(line, made.error);
  const entry = made.data.id;
  line.entry = entry;
  for (const { file, purpose } of line.files) {
    const failure = await new Promise<string>((done) => {
      const upload: FileUpload = new FileUpload(entry, purpose, file, () => done(''), done);
      void upload.start();
    });
    if (failure) line.faults.push(failure);
  }
  const { data } = await api.GET('/api/entries/{entry}/faults', { params: { path: { entry } } });
  line.faults.push(...(data?.faults.map(({ detail }) => detail) ?? [t('app.unreachable')]));
  line.state = line.faults.length ? 'wrong' : 'ready';
}

export async function submitLine(line: BatchLine): Promise<void> {
  const entry = line.entry ?? 0;
  const { data } = await api.GET('/api/entries/{entry}', { params: { path: { entry } } });
  const sent =
    data &&
    (await api.POST('/api/entries/{entry}/submit', {
      params: { path: { entry }, header: { ...ifMatch(data.revision), ...idempotencyKey() } },
    }));
  if (sent?.data) line.state = 'done';
  else refuse(line, sent?.error);
}

/** Takes the drafts back that were made for lines that will not be handed in. */
export async function discardDrafts(lines: BatchLine[]): Promise<void> {
  for (const { entry, state } of lines) {
    if (!entry || state === 'done') continue;
    const { data } = await api.GET('/api/entries/{entry}', { params: { path: { entry } } });
    if (data)
      await api.POST('/api/entries/{entry}/withdraw', {
        params: { path: { entry }, header: ifMatch(data.revision) },
      } as never);
  }
}

function refuse(line: BatchLine, error: unknown): void {
  const problem = error as Problem | undefined;
  line.faults.push(...(problem?.faults?.map(({ detail }) => detail) ?? [problem?.detail ?? t('app.unreachable')]));
  line.state = 'wrong';
}
