// The steps of the rules form: which part of a rule book each one holds, and how it stands.
import type { Schemas } from '../../api/client';

export const kRuleSteps = [
  'name',
  'calendar',
  'eligibility',
  'categories',
  'fields',
  'declarations',
  'rounds',
  'prizes',
  'open',
] as const;
export type RuleStep = (typeof kRuleSteps)[number];
/** Nothing is wrong; something is not filled in; something that was filled in is wrong. */
export type StepState = 'done' | 'missing' | 'wrong';

/** Parts of a rule book that have no step of their own name, by the step that shows their faults. */
const kParts: Record<string, RuleStep> = {
  author_data: 'eligibility',
  subject: 'eligibility',
  screening: 'eligibility',
  submission: 'calendar',
  languages: 'categories',
  topics: 'fields',
  blind_judging: 'rounds',
  public_vote: 'rounds',
  tie_breaks: 'rounds',
  prize_totals: 'prizes',
  awards_per_author: 'prizes',
  special_prizes_count: 'prizes',
  ties_at_prize_line: 'prizes',
  most_awarded_percent: 'prizes',
  quotas: 'prizes',
};

export const isRuleStep = (text: string | undefined): text is RuleStep => kRuleSteps.some((step) => step === text);

/** The step that an address names; the first where it names none. */
export function ruleStepOf(path: string): RuleStep {
  const named = /^\/contests\/\d+\/rules\/([^/]+)$/.exec(path)?.[1];
  return isRuleStep(named) ? named : kRuleSteps[0];
}

/** The step of the form that holds what a fault is about. */
export function stepOfFault({ pointer }: Pick<Schemas['Fault'], 'pointer'>): RuleStep {
  const part = pointer.split('/')[1] ?? '';
  return isRuleStep(part) ? part : (kParts[part] ?? 'name');
}

export function valueAt(document: unknown, pointer: string): unknown {
  return pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce<unknown>(
      (at, part) => (at && typeof at === 'object' ? (at as Record<string, unknown>)[part] : undefined),
      document,
    );
}

const isEmpty = (value: unknown) =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);

export function stateOfStep(step: RuleStep, rules: unknown, faults: Pick<Schemas['Fault'], 'pointer'>[]): StepState {
  const own = faults.filter((fault) => stepOfFault(fault) === step);
  if (own.length === 0) return 'done';
  return own.every(({ pointer }) => isEmpty(valueAt(rules, pointer))) ? 'missing' : 'wrong';
}
