// What waits, row by row and across roles: what it is, for which contest, by when, and the one thing to do
// about it.
import { serviceNow } from '../../api/clock';
import type { Schemas } from '../../api/client';
import { mayBe } from '../../api/contest';
import { local, number, t, type Key } from '../../i18n/index.svelte';
import type { IconName } from '../../parts/icon_name';
import { session } from '../../session.svelte';
import type { OrganisedContest, WorkData } from './work_data.svelte';

type Role = Schemas['Role'];
type Contest = Schemas['Contest'];

export interface Job {
  key: string;
  role: Role;
  icon: IconName;
  what: string;
  /** The role and the contest or unit. */
  where: string;
  by?: string;
  /** Since when it waits, where nothing says by when. */
  since?: string;
  verb: string;
  href?: string;
  confirmation?: Schemas['Confirmation'];
}

export const kTimes = ['late', 'week', 'later', 'undated'] as const;
export type Time = (typeof kTimes)[number];
const kWeek = 7 * 86_400_000;

export function timeOf({ by }: Job): Time {
  if (!by) return 'undated';
  const left = Date.parse(by) - serviceNow();
  return left < 0 ? 'late' : left <= kWeek ? 'week' : 'later';
}

const whereOf = (role: Role, name: string) => [t(`role.${role}`), name].filter(Boolean).join(' · ');

/** By when; what has no end comes last, the longest wait first. */
export function jobsOf(data: WorkData): Job[] {
  const jobs = [
    ...data.confirmations.map(confirming),
    ...data.named.filter(({ open, state }) => open && state === 'asked').map(answering),
    ...data.entries.flatMap((entry) => writing(entry, data.contests.get(entry.contest.id))),
    ...data.judging.flatMap((contest) => judging(contest, data.contests.get(contest.contest))),
    ...data.organised.flatMap(organising),
  ];
  const end = ({ by }: Job) => by ?? '9'; // after every year
  return jobs.sort((a, b) => end(a).localeCompare(end(b)) || (a.since ?? '').localeCompare(b.since ?? ''));
}

function confirming(one: Schemas['Confirmation']): Job {
  const role = one.contest ? roleOn(one.contest.id) : (session.me?.roles[0]?.role ?? 'administrator');
  const what = one.role ? t('jobs.confirmRole', { role: t(`role.${one.role}`) }) : t('confirmations.password');
  return {
    key: `confirm-${one.kind}-${one.id}`,
    role,
    icon: one.kind === 'role' ? 'user-plus' : 'shield-check',
    what: `${one.account.name}: ${what}`,
    where: whereOf(role, one.contest ? local(one.contest.name) : ''),
    since: one.at,
    verb: t('confirmations.confirm'),
    confirmation: one,
  };
}

function answering(work: Schemas['CoAuthorship']): Job {
  return {
    key: `named-${work.entry}`,
    role: 'entrant',
    icon: 'user',
    what: t('jobs.named', { title: work.title || t('work.untitled') }),
    where: whereOf('entrant', local(work.contest.name)),
    by: work.confirm_by ?? undefined,
    verb: t('jobs.answer'),
    href: '#named',
  };
}

/** A draft can be sent until the contest's deadline, what was returned until its own day. */
function writing(entry: Schemas['MyEntryLine'], contest: Contest | undefined): Job[] {
  const draft = entry.state === 'draft';
  const open = contest?.state === 'open' && Date.parse(contest.deadline) > serviceNow();
  if (!(draft && open) && entry.state !== 'returned') return [];
  const role = entry.author === null ? 'entrant' : 'coordinator';
  const title = entry.title || t('work.untitled');
  return [
    {
      key: `entry-${entry.id}`,
      role,
      icon: 'feather',
      what: t(draft ? 'jobs.write' : 'jobs.mend', { title }),
      where: whereOf(role, contest ? local(contest.name) : (entry.contest.name ?? '')),
      by: draft ? contest?.deadline : (entry.reply_by ?? undefined),
      since: entry.updated_at,
      verb: t(draft ? 'jobs.writeOn' : 'jobs.mendNow'),
      href: `/app/entries/${entry.id}`,
    },
  ];
}

function judging(of: Schemas['JudgingContest'], contest: Contest | undefined): Job[] {
  const left = of.assigned - of.submitted;
  const begun = of.terms_accepted;
  const may = of.state === 'judging' || (of.state === 'open' && !begun);
  if (!may || (begun && left <= 0)) return [];
  return [
    {
      key: `judging-${of.contest}`,
      role: 'judge',
      icon: 'clipboard-check',
      what: begun ? t('jobs.mark', { n: number(left) }) : t('jobs.terms'),
      where: whereOf('judge', local(of.name)),
      by: (begun ? contest?.calendar?.judging_to : contest?.calendar?.judging_from) ?? undefined,
      verb: t(!begun ? 'jobs.begin' : of.submitted + of.drafted > 0 ? 'jobs.markOn' : 'jobs.markNow'),
      href: `/app/judging/${of.contest}`,
    },
  ];
}

interface Step {
  key: Key;
  verb: Key;
  icon: IconName;
  page: string;
  by?: string | null;
  who: Role[];
  when: boolean;
}

function steps({ contest, waiting, result }: OrganisedContest): Step[] {
  const over = Date.parse(contest.deadline) <= serviceNow();
  const { state, calendar } = contest;
  const settling = state === 'judging' || state === 'settled';
  const resultPage = `/results/${result?.id ?? ''}`;
  const resultStep = (key: Key, verb: Key, when: Schemas['ResultState'], ...who: Role[]): Step => ({
    key,
    verb,
    icon: 'trophy',
    page: resultPage,
    by: calendar?.results_at,
    who,
    when: settling && result?.state === when,
  });
  return [
    {
      key: 'contest.next.rules',
      verb: 'jobs.rules',
      icon: 'scroll-text',
      page: '/rules',
      by: contest.opens,
      who: ['organiser'],
      when: state === 'draft',
    },
    {
      key: 'jobs.check',
      verb: 'jobs.checkNow',
      icon: 'inbox',
      page: '/entries?state=submitted',
      by: calendar?.judging_from,
      who: ['secretary'],
      when: state === 'open' && waiting > 0,
    },
    {
      key: 'contest.next.round',
      verb: 'jobs.round',
      icon: 'users',
      page: '/rounds',
      by: calendar?.judging_from,
      who: ['organiser'],
      when: state === 'open' && over && waiting === 0,
    },
    {
      key: 'contest.next.progress',
      verb: 'jobs.progress',
      icon: 'clipboard-check',
      page: '/rounds',
      by: calendar?.judging_to,
      who: ['organiser', 'secretary'],
      when: settling && !result,
    },
    resultStep('jobs.join', 'jobs.joinNow', 'computed', 'organiser', 'secretary', 'head'),
    resultStep('jobs.propose', 'jobs.proposeNow', 'joined', 'organiser'),
    resultStep('jobs.approve', 'jobs.approveNow', 'proposed', 'head'),
    resultStep('jobs.publish', 'jobs.publishNow', 'approved', 'organiser', 'head'),
  ];
}

function organising(of: OrganisedContest): Job[] {
  const { id, name } = of.contest;
  return steps(of).flatMap(({ key, verb, icon, page, by, who, when }) => {
    const role = who.find((one) => mayBe(id, one));
    if (!when || !role) return [];
    return {
      key: `contest-${id}-${key}`,
      role,
      icon,
      what: t(key, { n: number(of.waiting) }),
      where: whereOf(role, local(name)),
      by: by ?? undefined,
      verb: t(verb),
      href: `/app/contests/${id}${page}`,
    };
  });
}

/** The role that makes somebody the second of two. */
const roleOn = (contest: number): Role =>
  (['organiser', 'head', 'secretary'] as const).find((role) => mayBe(contest, role)) ?? 'administrator';

export interface DoneJob {
  key: string;
  what: string;
  where: string;
  at?: string;
  href: string;
}

/** What was done: works handed in within a week, contests that are marked to the last work. */
export function doneOf(data: WorkData): DoneJob[] {
  const week = serviceNow() - kWeek;
  const sent = data.entries.filter(
    ({ state, submitted_at }) =>
      state !== 'draft' && state !== 'returned' && submitted_at && Date.parse(submitted_at) > week,
  );
  const marked = data.judging.filter(
    ({ state, assigned, submitted }) => state === 'judging' && assigned > 0 && submitted >= assigned,
  );
  return [
    ...sent.map((entry) => ({
      key: `entry-${entry.id}`,
      what: t('jobs.sent', { title: entry.title || t('work.untitled') }),
      where: whereOf(entry.author === null ? 'entrant' : 'coordinator', entry.contest.name ?? ''),
      at: entry.submitted_at ?? undefined,
      href: `/app/entries/${entry.id}`,
    })),
    ...marked.map((of) => ({
      key: `judging-${of.contest}`,
      what: t('jobs.marked', { n: number(of.submitted) }),
      where: whereOf('judge', local(of.name)),
      href: `/app/judging/${of.contest}`,
    })),
  ];
}
