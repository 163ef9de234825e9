// Sorting entries by the Vietnamese alphabet; persons by given name, which comes last, then by family name.
import type { EntryLine } from './entry_list.svelte';

export const entryOrders = ['came', 'title', 'exemplar'] as const;
export type EntryOrder = (typeof entryOrders)[number];

const alphabet = new Intl.Collator('vi');

function givenFirst(name: string): string {
  const words = name.trim().split(/\s+/);
  return [words.at(-1), ...words.slice(0, -1)].join(' ');
}

export function sortEntries(lines: EntryLine[], order: EntryOrder): EntryLine[] {
  const by =
    order === 'came'
      ? (line: EntryLine) => line.submitted_at
      : order === 'title'
        ? (line: EntryLine) => line.title
        : (line: EntryLine) => givenFirst(line.exemplar_name);
  const keyed = lines.map((line) => ({ line, key: by(line) }));
  const compare = order === 'came' ? (a: string, b: string) => (a < b ? -1 : Number(a > b)) : alphabet.compare;
  return keyed.sort((a, b) => compare(a.key, b.key)).map(({ line }) => line);
}
