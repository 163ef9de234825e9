// What a new contest can begin with: rule books that are whole, so that only a name, a host and days are asked.
import type { Round, RuleBook } from '../../api/rule-book';
import firstRound from './example_first_round.json';
import base from './example_rule_book.json';

export const kExamples = ['writing', 'both', 'rounds'] as const;
export type Example = (typeof kExamples)[number];

const writingOnly = (rules: RuleBook): RuleBook => ({ ...rules, categories: [rules.categories[0]] });

/** A first round that lets the best half go on, marked by others on the same card. */
function twoRounds(rules: RuleBook): RuleBook {
  const final = rules.rounds[0];
  const first: Round = {
    ...final,
    ...(firstRound as Pick<Round, 'id' | 'name' | 'advance'>),
  };
  return { ...rules, rounds: [first, { ...final, judges_per_entry: 3 }] };
}

export function exampleRules(example: Example): RuleBook {
  const rules = structuredClone(base) as unknown as RuleBook;
  return { writing: writingOnly, both: (whole: RuleBook) => whole, rounds: twoRounds }[example](rules);
}

/** Days that a contest often has, to be changed: open from the next full hour on, six weeks to write. */
export function usualDays(now: Date): { opens: string; deadline: string } {
  const local = (at: Date) => new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
  const opens = new Date(now);
  opens.setHours(now.getHours() + 1, 0, 0, 0);
  const deadline = new Date(now);
  deadline.setDate(now.getDate() + 42);
  deadline.setHours(17, 0, 0, 0);
  return { opens: local(opens), deadline: local(deadline) };
}
