// The limits that the rule book sets for files of one purpose, as text.
import type { FileRule } from '../../api/contest';
import { number, t } from '../../i18n/index.svelte';

export const maxCountOf = (rule: FileRule) => rule.max_count ?? 1;

function countText(min: number, max: number): string {
  if (min === 0) return t('entry.files.optional', { max: number(max) });
  if (min === max) return t('entry.files.exactly', { n: number(max) });
  return t('entry.files.between', { min: number(min), max: number(max) });
}

/** "Không bắt buộc, tối đa 3 tệp PDF, DOCX; mỗi tệp không quá 20 MB" */
export function fileLimitsOf(rule: FileRule): string {
  return t('entry.fileLimits', {
    count: countText(rule.min_count ?? 0, maxCountOf(rule)),
    kinds: rule.kinds.join(', ').toUpperCase(),
    megabytes: number(rule.max_megabytes),
  });
}
