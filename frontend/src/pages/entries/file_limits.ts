// The limits that the rule book sets for files of one purpose, as text.
import type { FileRule } from '../../api/contest';
import { number } from '../../i18n/index.svelte';

export const maxCountOf = (rule: FileRule) => rule.max_count ?? 1;

export function fileLimitsOf(rule: FileRule) {
  return {
    min: number(rule.min_count ?? 0),
    max: number(maxCountOf(rule)),
    kinds: rule.kinds.join(', ').toUpperCase(),
    megabytes: number(rule.max_megabytes),
  };
}
