// What the overview of a contest stands on: all that its reader may see, asked for at once; what depends on it, after that.
import { serviceNow } from '../../api/clock';
import { api, type Schemas } from '../../api/client';
import { mayBe, rulesOf, type Contest, type RuleBook } from '../../api/contest';
import type { Facts } from './next_step';
import type { DayCount } from './pace';

type Role = Schemas['Role'];
type Count = { state: string; category: string; field: string; count: number };

export interface Overview {
  rules: RuleBook;
  /** The contest's time zone, whose days are counted. */
  zone: string;
  at: string;
  /** By state, of everything that was submitted. */
  states: Map<string, number>;
  byCategory: Map<string, number>;
  byField: Map<string, number>;
  entryDays: DayCount[];
  facts: Facts;
  rounds: Schemas['Round'][];
  /** The round that is open, or the last that was. */
  marking?: { round: Schemas['Round']; progress: Schemas['Progress']; days: DayCount[]; flags: number };
  result?: Schemas['SettledResult'];
  /** Since when the first entry waits; how many authors have not answered in time. */
  waitingSince?: string;
  repliesLate: number;
}

/** Those without whom a contest cannot be run. */
const kNeeded: Role[] = ['secretary', 'judge', 'head'];

/** What was answered; nothing where the reader may not see it. */
async function seen<T>(asked: Promise<{ data?: T; response: Response }>): Promise<T | undefined> {
  const { data, response } = await asked;
  if (!data && response.status >= 500) throw new Error(String(response.status));
  return data;
}

function sums(counts: Count[], by: 'state' | 'category' | 'field') {
  const out = new Map<string, number>();
  for (const row of counts) if (row.state !== 'draft') out.set(row[by], (out.get(row[by]) ?? 0) + row.count);
  return out;
}

export async function overviewOf(contest: Contest): Promise<Overview> {
  const { id, state } = contest;
  const params = { path: { contest: id } };
  const watches = mayBe(id, 'organiser', 'secretary', 'head');
  const early = state === 'draft' || state === 'open';
  const none = undefined;
  const [rules, counts, days, rounds, results, people] = await Promise.all([
    rulesOf(id),
    state === 'draft' ? none : seen(api.GET('/api/contests/{contest}/entry-counts', { params })),
    state === 'draft' ? none : seen(api.GET('/api/contests/{contest}/entry-days', { params })),
    watches && state !== 'draft' ? seen(api.GET('/api/contests/{contest}/rounds', { params })) : none,
    early ? none : seen(api.GET('/api/contests/{contest}/results', { params })),
    watches && early
      ? seen(api.GET('/api/contests/{contest}/people', { params: { path: { contest: id }, query: { limit: 200 } } }))
      : none,
  ]);
  const at = new Date(serviceNow()).toISOString();
  const states = sums(counts?.counts ?? [], 'state');
  const brief = results?.items.find((one) => one.state !== 'superseded');
  const round =
    rounds?.items.find((one) => one.state === 'open') ?? rounds?.items.findLast((one) => one.state === 'locked');
  const [marking, result, faults, waitingSince, repliesLate] = await Promise.all([
    round ? markingOf(id, round) : none,
    brief
      ? seen(
          api.GET('/api/contests/{contest}/results/{result}', { params: { path: { contest: id, result: brief.id } } }),
        )
      : none,
    state === 'draft' && mayBe(id, 'organiser') ? faultsOf(rules) : 0,
    watches && (states.get('submitted') ?? 0) > 0 ? firstWaiting(id) : none,
    watches && state === 'open' && (states.get('returned') ?? 0) > 0 ? lateReplies(id) : 0,
  ]);
  const held = new Set((people?.items ?? []).filter(({ to }) => !to || to > at).map(({ role }) => role));
  return {
    rules,
    zone: rules.calendar.zone ?? 'Asia/Ho_Chi_Minh',
    at,
    states,
    byCategory: sums(counts?.counts ?? [], 'category'),
    byField: sums(counts?.counts ?? [], 'field'),
    entryDays: days?.days ?? [],
    rounds: rounds?.items ?? [],
    marking,
    result,
    waitingSince,
    repliesLate,
    facts: {
      contest,
      now: serviceNow(),
      faults,
      unfilled: people ? kNeeded.filter((role) => !held.has(role)) : [],
      waiting: states.get('submitted') ?? 0,
      rounds: rounds?.items,
      progress: marking?.round.state === 'open' ? marking.progress : undefined,
      result: result && { ...result, openTies: result.ranking.open_ties.length },
    },
  };
}

async function markingOf(contest: number, round: Schemas['Round']): Promise<Overview['marking']> {
  const params = { path: { contest, round: round.number } };
  const [progress, days, flags] = await Promise.all([
    seen(api.GET('/api/contests/{contest}/rounds/{round}/progress', { params })),
    seen(api.GET('/api/contests/{contest}/rounds/{round}/card-days', { params })),
    round.state === 'open' ? seen(api.GET('/api/contests/{contest}/rounds/{round}/flags', { params })) : undefined,
  ]);
  return progress && days && { round, progress, days: days.days, flags: flags?.items.length ?? 0 };
}

/** The service's own check of a draft: as many as it would refuse to open the contest for. */
async function faultsOf(rules: RuleBook): Promise<number> {
  const found = await seen(api.POST('/api/rule-books/validate', { body: rules as never }));
  return found ? found.faults.length + found.not_obeyed.length : 0;
}

async function firstWaiting(contest: number): Promise<string | undefined> {
  const params = { path: { contest }, query: { state: 'submitted' as const, limit: 1 } };
  return (await seen(api.GET('/api/contests/{contest}/entries', { params })))?.items[0]?.submitted_at;
}

async function lateReplies(contest: number): Promise<number> {
  const params = { path: { contest }, query: { state: 'returned' as const, limit: 200 } };
  const found = await seen(api.GET('/api/contests/{contest}/entries', { params }));
  const now = serviceNow();
  return (found?.items ?? []).filter(({ reply_by }) => reply_by && Date.parse(reply_by) < now).length;
}
