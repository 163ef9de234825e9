// What in a contest is late or waits for somebody, each with where it is seen to; the gravest first.
import type { Schemas } from '../../api/client';
import type { Contest } from '../../api/contest';
import { date, number, t, type Key } from '../../i18n/index.svelte';
import type { IconName } from '../../parts/icon_name';
import type { Overview } from './overview_data';

export interface Ask {
  key: string;
  icon: IconName;
  what: string;
  more: string;
  verb: string;
  page: string;
}

const kDay = 86_400_000; // ms
const kFirstDays = 2; // that a judge may have without having handed in a card
const kMostNames = 3;

/** Dates of the calendar that have passed without what they are for. */
function passed(contest: Contest, { rules, facts, result }: Overview): Ask[] {
  const { state } = contest;
  const dates: [key: 'judging_from' | 'judging_to' | 'results_at', undone: boolean, page: string][] = [
    ['judging_from', state === 'open', '/rounds'],
    ['judging_to', state === 'judging' && !result, '/rounds'],
    ['results_at', state !== 'published' && state !== 'draft', '/results'],
  ];
  return dates.flatMap(([key, undone, page]) => {
    const at = rules.calendar[key];
    const late = at ? Math.floor((facts.now - Date.parse(at)) / kDay) : -1;
    if (!undone || late < 0) return [];
    return {
      key,
      icon: 'clock-alert' as const,
      what: t(`ask.late.${key}`),
      more: late > 0 ? t('ask.lateBy', { n: number(late) }) : t('ask.lateToday'),
      verb: t('ask.see'),
      page,
    };
  });
}

function counted(key: string, icon: IconName, n: number, page: string, verb: Key = 'ask.see', more?: string): Ask[] {
  if (n <= 0) return [];
  const what = t(`ask.${key}` as Key, { n: number(n) });
  return [{ key, icon, what, more: more ?? t(`ask.${key}More` as Key), verb: t(verb), page }];
}

function ofMarking({ marking, facts }: Overview): Ask[] {
  if (marking?.round.state !== 'open') return [];
  const { round, progress, flags } = marking;
  const page = `/rounds/${round.number}`;
  const idle =
    round.opened_at && facts.now - Date.parse(round.opened_at) > kFirstDays * kDay
      ? progress.judges.filter(({ assigned, submitted }) => assigned > 0 && submitted === 0)
      : [];
  const names = (judges: Schemas['Progress']['judges']) =>
    judges
      .slice(0, kMostNames)
      .map(({ judge }) => judge.name)
      .join(', ') + (judges.length > kMostNames ? '…' : '');
  const changes = round.not_yet_key === 'judging.changes_wait' ? 1 : 0;
  return [
    ...counted('understaffed', 'users', progress.totals.understaffed, page, 'ask.assign'),
    ...counted('extraNeeded', 'git-compare-arrows', progress.totals.extra_needed, page, 'ask.assign'),
    ...counted('idle', 'clock-alert', idle.length, page, 'ask.see', names(idle)),
    ...counted('changes', 'shield-alert', changes, '/rounds'),
    ...counted('flags', 'flag', flags, page),
  ];
}

export function asksOf(contest: Contest, overview: Overview, confirmations: number): Ask[] {
  const { facts, waitingSince, repliesLate } = overview;
  const since = waitingSince ? t('ask.waitingSince', { date: date(waitingSince) }) : '';
  return [
    ...passed(contest, overview),
    ...ofMarking(overview),
    ...counted('replies', 'clock-alert', repliesLate, '/entries?state=returned'),
    ...counted('waiting', 'inbox', waitingSince ? facts.waiting : 0, '/entries?state=submitted', 'ask.check', since),
    ...counted('confirmations', 'shield-check', confirmations, '', 'ask.see'),
  ];
}
