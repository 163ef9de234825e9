// What the rule book lets come in as files of one purpose, to be told.
import type { FileRule } from '../../api/contest';
import { number } from '../../i18n/index.svelte';

export const mostOf = (rule: FileRule) => rule.max_count ?? 1;

export function limitsOf(rule: FileRule) {
  return {
    min: number(rule.min_count ?? 0),
    max: number(mostOf(rule)),
    kinds: rule.kinds.join(', ').toUpperCase(),
    megabytes: number(rule.max_megabytes),
  };
}
