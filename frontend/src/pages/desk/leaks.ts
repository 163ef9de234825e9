// Leaks (what tells who wrote a work) in words: kind and location.
import type { Schemas } from '../../api/client';
import { number, t } from '../../i18n/index.svelte';

export type Leak = Schemas['Leaks'][number];

function describePlace(pointer: string, files: { name: string }[]): string {
  if (pointer === '/title') return t('desk.place.title');
  if (pointer === '/body') return t('desk.place.body');
  const at = Number(pointer.split('/').at(-1));
  const name = files[at]?.name;
  return name ? t('desk.place.namedFile', { name }) : t('desk.place.file', { n: number(at + 1) });
}

export function describeLeak({ kind, pointer }: Leak, files: { name: string }[] = []): string {
  return t('desk.leakAt', { what: t(`desk.leak.${kind}`), place: describePlace(pointer, files) });
}
