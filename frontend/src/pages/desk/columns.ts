// The optional columns of the table of entries and the text of their cells; number, title and exemplar are always shown.
import type { RuleBook } from '../../api/contest';
import { date, dateTime, local, number, t, type Key } from '../../i18n/index.svelte';
import type { EntryLine } from './entry_list.svelte';

export const columns = ['category', 'field', 'state', 'submitted', 'version', 'replyBy'] as const;
export type Column = (typeof columns)[number];
export const defaultColumns: Column[] = ['category', 'state', 'submitted'];

/** How wide each stands, in rem. */
export const columnWidths: Record<Column, number> = {
  category: 10,
  field: 12,
  state: 9.5,
  submitted: 9,
  version: 6,
  replyBy: 7.5,
};

export const nameOf = (list: { id: string; name: { vi: string; en?: string } }[], id: string) => {
  const found = list.find((one) => one.id === id);
  return found ? local(found.name) : id;
};

export const headOf = (column: Column) => t(`desk.column.${column}` as Key);

/** What stands in a column but the state, which is shown as a tag. */
export function cellOf(column: Column, line: EntryLine, rules: RuleBook): string {
  if (column === 'category') return nameOf(rules.categories, line.category);
  if (column === 'field') return nameOf(rules.fields, line.field);
  if (column === 'submitted') return dateTime(line.submitted_at);
  if (column === 'version') return number(line.version);
  return line.reply_by ? date(line.reply_by) : '';
}
