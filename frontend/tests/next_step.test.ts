// What a contest asks for next: every state of it, of its rounds and results, in one table; and that nobody is asked for what the service
// would refuse them.
import { expect, test } from 'vitest';
import { nextStep, stepNames, type Facts } from '../src/pages/contests/next_step';

const kNow = Date.parse('2026-05-20T05:00:00Z');
const kLater = '2026-06-01T00:00:00Z';
const kPassed = '2026-05-01T00:00:00Z';

const totals = {
  entries: 3,
  cards_needed: 6,
  assigned: 6,
  drafted: 0,
  submitted: 6,
  missing: 0,
  understaffed: 0,
  extra_needed: 0,
};
type Round = NonNullable<Facts['rounds']>[number];
const round = (number: number, state: Round['state'], key?: string): Round => ({
  number,
  state,
  not_yet: key ? 'vì …' : null,
  not_yet_key: key ?? null,
});
const result = (state: NonNullable<Facts['result']>['state'], more = {}): Facts['result'] => ({
  id: 7,
  state,
  consents: [],
  proposed_by: null,
  publish_at: null,
  openTies: 0,
  ...more,
});
const facts = (state: Facts['contest']['state'], deadline: string, more: Partial<Facts> = {}): Facts => ({
  contest: { state, deadline },
  now: kNow,
  faults: 0,
  unfilled: [],
  waiting: 0,
  ...more,
});
const judging = (more: Partial<Facts>) => facts('judging', kPassed, more);
const marked = (more: Partial<typeof totals>, key?: string) =>
  judging({ rounds: [round(1, 'open', key)], progress: { totals: { ...totals, ...more } } });
const lacking = 'judging.cards_missing';
const locked = [round(1, 'locked')];
const person = (id: number) => ({ person: { id, name: 'Lê Thị Bình' }, at: kPassed });

const kTable: [what: string, facts: Facts, step: string, who: string, page: string][] = [
  ['a draft with faults', facts('draft', kLater, { faults: 2 }), 'rules', 'organiser', '/rules'],
  ['a draft without', facts('draft', kLater), 'open', 'organiser', '/rules'],
  ['entries wait', facts('open', kLater, { waiting: 3 }), 'accept', 'secretary', '/entries?state=submitted'],
  ['nobody judges', facts('open', kLater, { unfilled: ['judge'] }), 'people', 'organiser', '/people'],
  ['entries may still come', facts('open', kLater), 'taking', '', '/entries'],
  [
    'entries wait after the deadline',
    facts('open', kPassed, { waiting: 1, rounds: [round(1, 'waiting', 'judging.entries_undecided')] }),
    'accept',
    'secretary',
    '/entries?state=submitted',
  ],
  [
    'the time for late files runs',
    facts('open', kPassed, { rounds: [round(1, 'waiting', 'judging.too_early')] }),
    'wait',
    '',
    '/rounds',
  ],
  [
    'authors still mend theirs',
    facts('open', kPassed, { rounds: [round(1, 'waiting', 'judging.entries_undecided')] }),
    'wait',
    '',
    '/rounds',
  ],
  [
    'a category lacks judges',
    facts('open', kPassed, { rounds: [round(1, 'waiting', 'judging.category_lacks_judges')] }),
    'panels',
    'organiser',
    '/rounds',
  ],
  ['all is decided', facts('open', kPassed, { rounds: [round(1, 'waiting')] }), 'openRound', 'organiser', '/rounds'],
  ['works lack judges', marked({ understaffed: 2, missing: 3 }, lacking), 'draw', 'organiser', '/rounds/1'],
  ['cards differ', marked({ extra_needed: 1, missing: 3 }, lacking), 'drawExtra', 'organiser', '/rounds/1'],
  ['cards are missing', marked({ missing: 3 }, lacking), 'marking', '', '/rounds/1'],
  ['a change waits for the head', marked({}, 'judging.changes_wait'), 'judgeChanges', 'head', '/rounds'],
  ['cards are missing and a change waits', marked({ missing: 1 }, 'judging.changes_wait'), 'marking', '', '/rounds/1'],
  ['all cards are in', marked({}), 'lock', 'organiser', '/rounds/1'],
  ['another round', judging({ rounds: [...locked, round(2, 'waiting')] }), 'openRound', 'organiser', '/rounds'],
  [
    'another round lacks judges',
    judging({ rounds: [...locked, round(2, 'waiting', 'judging.category_lacks_judges')] }),
    'panels',
    'organiser',
    '/rounds',
  ],
  ['all rounds are locked', judging({ rounds: locked }), 'compute', 'organiser', '/results'],
  ['ties', judging({ rounds: locked, result: result('computed', { openTies: 1 }) }), 'ties', 'head', '/results/7'],
  [
    'computed',
    judging({ rounds: locked, result: result('computed') }),
    'join',
    'organiser secretary head',
    '/results/7',
  ],
  [
    'one has agreed to join',
    judging({ rounds: locked, result: result('computed', { consents: [person(1)] }) }),
    'joinSecond',
    'organiser secretary head',
    '/results/7',
  ],
  [
    'joined',
    facts('settled', kPassed, { rounds: locked, result: result('joined') }),
    'propose',
    'organiser',
    '/results/7',
  ],
  [
    'proposed',
    facts('settled', kPassed, { rounds: locked, result: result('proposed', { proposed_by: { id: 1, name: 'A' } }) }),
    'approve',
    'head',
    '/results/7',
  ],
  [
    'approved',
    facts('settled', kPassed, { rounds: locked, result: result('approved') }),
    'publish',
    'organiser head',
    '/results/7',
  ],
  [
    'an hour is set',
    facts('settled', kPassed, { rounds: locked, result: result('approved', { publish_at: kLater }) }),
    'hour',
    '',
    '/results/7',
  ],
  ['published', facts('published', kPassed, { rounds: locked }), 'published', '', '/results'],
  ['one who may not see the rounds', judging({}), 'settling', '', '/results'],
];

for (const [what, given, name, who, page] of kTable)
  test(`next: ${what}`, () => {
    const step = nextStep(given);
    expect([step.name, step.who.join(' '), step.page]).toEqual([name, who, page]);
  });

test('the table names every step', () => {
  expect(new Set(kTable.map(([, , name]) => name))).toEqual(new Set(stepNames));
});

test('who did the first half of what takes two is not asked for the second', () => {
  const consented = judging({ rounds: locked, result: result('computed', { consents: [person(1)] }) });
  expect(nextStep(consented).not).toBe(1);
  const proposed = facts('settled', kPassed, { result: result('proposed', { proposed_by: { id: 4, name: 'A' } }) });
  expect(nextStep(proposed).not).toBe(4);
});
