// The order of the list by the Vietnamese alphabet; persons by their given name, which stands last, then by family name.
import type { Line } from './list.svelte';

export const orders = ['came', 'title', 'exemplar'] as const;
export type Order = (typeof orders)[number];

const alphabet = new Intl.Collator('vi');

function givenFirst(name: string): string {
  const words = name.trim().split(/\s+/);
  return [words.at(-1), ...words.slice(0, -1)].join(' ');
}

export function ordered(lines: Line[], order: Order): Line[] {
  const by = order === 'came' ? (line: Line) => line.submitted_at : order === 'title' ? (line: Line) => line.title : (line: Line) => givenFirst(line.exemplar_name);
  const keyed = lines.map((line) => ({ line, key: by(line) }));
  const compare = order === 'came' ? (a: string, b: string) => (a < b ? -1 : Number(a > b)) : alphabet.compare;
  return keyed.sort((a, b) => compare(a.key, b.key)).map(({ line }) => line);
}
