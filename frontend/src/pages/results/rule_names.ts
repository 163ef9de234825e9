// Names of categories, prizes and criteria from the rule book.
import type { RuleBook } from '../../api/contest';
import { local, t } from '../../i18n/index.svelte';

export function categoryName(rules: RuleBook, id: string | null): string {
  const found = rules.categories.find((category) => category.id === id);
  return found ? local(found.name) : (id ?? t('results.wholeContest'));
}

export function prizeName(rules: RuleBook, id: string): string {
  const found = rules.prizes.find((prize) => prize.id === id);
  return found ? local(found.name) : id;
}

export function criterionName(rules: RuleBook, id: string): string {
  const found = rules.rounds.flatMap(({ criteria }) => criteria).find((criterion) => criterion.id === id);
  return found ? local(found.name) : id;
}
