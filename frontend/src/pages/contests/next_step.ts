// What a contest asks for next, decided from what the service says of it: one row for each, the first that applies counts. A row is here
// only if the service would let the act happen: rounds tell by key what stands against opening or locking them, results tell their state.
import type { Schemas } from '../../api/client';

type Role = Schemas['Role'];

export interface Facts {
  contest: Pick<Schemas['Contest'], 'state' | 'deadline'>;
  now: number;
  /** Of a draft: how much of its rules is to be mended before it can open. */
  faults: number;
  /** Of a contest before judging: roles that it needs and nobody holds. */
  unfilled: Role[];
  /** Entries that wait for the secretary. */
  waiting: number;
  /** What the reader may not see is not there. */
  rounds?: Pick<Schemas['Round'], 'number' | 'state' | 'not_yet' | 'not_yet_key'>[];
  progress?: Pick<Schemas['Progress'], 'totals'>;
  result?: Pick<Schemas['SettledResult'], 'id' | 'state' | 'consents' | 'proposed_by' | 'publish_at'> & {
    openTies: number;
  };
}

export const stepNames = [
  'rules',
  'open',
  'accept',
  'people',
  'taking',
  'panels',
  'wait',
  'openRound',
  'draw',
  'drawExtra',
  'judgeChanges',
  'marking',
  'lock',
  'compute',
  'ties',
  'joinSecond',
  'join',
  'propose',
  'approve',
  'hour',
  'publish',
  'published',
  'settling',
] as const;
export type StepName = (typeof stepNames)[number];

export interface Step {
  name: StepName;
  /** Who can do it; nobody when there is only to wait. */
  who: Role[];
  /** The page on which it is done, below the contest's. */
  page: string;
  /** The only person who cannot, though their role could: the other of two. */
  not?: number;
}

type Row = [name: StepName, when: (f: Facts) => boolean, who: Role[], page: (f: Facts) => string];

const over = (f: Facts) => Date.parse(f.contest.deadline) <= f.now;
const inState =
  (state: Facts['contest']['state'], also: (f: Facts) => boolean = () => true) =>
  (f: Facts) =>
    f.contest.state === state && also(f);
const settling = (f: Facts) => f.contest.state === 'judging' || f.contest.state === 'settled';
const resultIs =
  (state: Schemas['ResultState'], also: (f: Facts) => boolean = () => true) =>
  (f: Facts) =>
    settling(f) && f.result?.state === state && also(f);

const openRound = (f: Facts) => f.rounds?.find(({ state }) => state === 'open');
/** The round that would open next. */
const nextRound = (f: Facts) => (openRound(f) ? undefined : f.rounds?.find(({ state }) => state === 'waiting'));
const roundLacks =
  (what: keyof Schemas['Progress']['totals']) =>
  (f: Facts): boolean =>
    settling(f) && openRound(f) !== undefined && (f.progress?.totals[what] ?? 0) > 0;
const toOpen = (f: Facts) => (f.contest.state === 'open' && over(f)) || (settling(f) && !f.result);
const stands = (f: Facts, key: string) => nextRound(f)?.not_yet_key === key;

const at = (page: string) => () => page;
const roundPage = (f: Facts) => `/rounds/${openRound(f)?.number ?? 1}`;
const resultPage = (f: Facts) => `/results/${f.result?.id ?? ''}`;

const kRows: Row[] = [
  ['rules', inState('draft', (f) => f.faults > 0), ['organiser'], at('/rules')],
  ['open', inState('draft'), ['organiser'], at('/rules')],
  ['accept', inState('open', (f) => f.waiting > 0), ['secretary'], at('/entries?state=submitted')],
  ['people', inState('open', (f) => f.unfilled.length > 0), ['organiser'], at('/people')],
  ['taking', inState('open', (f) => !over(f)), [], at('/entries')],
  ['panels', (f) => toOpen(f) && stands(f, 'judging.category_lacks_judges'), ['organiser'], at('/rounds')],
  ['wait', (f) => toOpen(f) && !!nextRound(f)?.not_yet, [], at('/rounds')],
  ['openRound', (f) => toOpen(f) && nextRound(f) !== undefined, ['organiser'], at('/rounds')],
  ['draw', roundLacks('understaffed'), ['organiser'], roundPage],
  ['drawExtra', roundLacks('extra_needed'), ['organiser'], roundPage],
  ['marking', roundLacks('missing'), [], roundPage],
  ['judgeChanges', (f) => settling(f) && openRound(f)?.not_yet_key === 'judging.changes_wait', ['head'], at('/rounds')],
  ['lock', (f) => settling(f) && openRound(f) !== undefined, ['organiser'], roundPage],
  [
    'compute',
    (f) => settling(f) && !f.result && !!f.rounds?.every(({ state }) => state === 'locked'),
    ['organiser'],
    at('/results'),
  ],
  ['ties', resultIs('computed', (f) => (f.result?.openTies ?? 0) > 0), ['head'], resultPage],
  [
    'joinSecond',
    resultIs('computed', (f) => (f.result?.consents.length ?? 0) > 0),
    ['organiser', 'secretary', 'head'],
    resultPage,
  ],
  ['join', resultIs('computed'), ['organiser', 'secretary', 'head'], resultPage],
  ['propose', resultIs('joined'), ['organiser'], resultPage],
  ['approve', resultIs('proposed'), ['head'], resultPage],
  ['hour', resultIs('approved', (f) => !!f.result?.publish_at), [], resultPage],
  ['publish', resultIs('approved'), ['organiser', 'head'], resultPage],
  ['published', inState('published'), [], at('/results')],
  ['taking', inState('open'), [], at('/entries')],
  ['settling', () => true, [], at('/results')],
];

/** Of a step that takes two people: who has done the first half. */
function firstOfTwo(name: StepName, f: Facts): number | undefined {
  if (name === 'joinSecond') return f.result?.consents[0]?.person?.id;
  return name === 'approve' ? f.result?.proposed_by?.id : undefined;
}

export function nextStep(facts: Facts): Step {
  const [name, , who, page] = kRows.find(([, when]) => when(facts)) ?? kRows[kRows.length - 1]!;
  return { name, who, page: page(facts), not: firstOfTwo(name, facts) };
}
