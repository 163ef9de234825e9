// What the inspector's lists say, in the reader's words: names, states, times and marks; what has no words
// stays as it is.
import type { RuleBook } from '../../api/contest';
import { dateTime, number, textIfKnown } from '../../i18n/index.svelte';
import { categoryName, criterionName } from '../results/rule_names';

export type List = 'works' | 'people' | 'assignments' | 'waivers' | 'cards' | 'records';

/** Where the words of a value stand, by its name. */
const kWords: Record<string, (value: string, list: List) => string> = {
  role: (value) => `role.${value}`,
  kind: (value) => `inspection.kind.${value}`,
  on: (value) => `inspection.on.${value}`,
  state: (value, list) => (list === 'works' ? `state.${value}` : `inspection.assignment.${value}`),
};

function marksText(marks: string, rules?: RuleBook): string {
  try {
    const parsed = JSON.parse(marks) as Record<string, string>;
    return Object.entries(parsed)
      .map(([criterion, mark]) => `${rules ? criterionName(rules, criterion) : criterion}: ${number(Number(mark))}`)
      .join('; ');
  } catch {
    return marks;
  }
}

/** `rules` tell the names of categories and criteria; ids stand until they are there. */
export function valueText(list: List, name: string, value: string, rules?: RuleBook): string {
  if (!value) return '';
  if (name === 'until') return dateTime(value);
  if (name === 'marks') return marksText(value, rules);
  if (name === 'category' && rules) return categoryName(rules, value);
  const words = kWords[name];
  return (words && textIfKnown(words(value, list))) ?? value;
}

export const nameText = (name: string): string => textIfKnown(`inspection.value.${name}`) ?? name;
