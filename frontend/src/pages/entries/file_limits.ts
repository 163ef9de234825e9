// What the rule book lets come in as files of one purpose, to be told.
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
