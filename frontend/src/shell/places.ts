// Where a person can go: the pages of a contest by the roles they hold on it, their contests, their units,
// and what administrators have.
import { mayBe } from '../api/contest';
import type { Schemas } from '../api/client';
import type { Key } from '../i18n/index.svelte';
import type { IconName } from '../parts/icon_name';
import { session } from '../session.svelte';

type Role = Schemas['Role'];

export interface Place {
  href: string;
  key: Key;
  icon: IconName;
}

/** A contest on which the person holds roles. */
export interface OwnContest {
  id: number;
  slug: string;
  name: { vi: string; en: string };
  roles: Role[];
}

export function ownContests(): OwnContest[] {
  const found = new Map<number, OwnContest>();
  for (const { role, contest } of session.me?.roles ?? []) {
    if (!contest) continue;
    const own = found.get(contest.id) ?? { ...contest, roles: [] };
    if (!own.roles.includes(role)) own.roles.push(role);
    found.set(contest.id, own);
  }
  return [...found.values()];
}

export const holds = (role: Role) => session.me?.roles.some((held) => held.role === role) ?? false;

/** The pages of a contest that the person may open. */
export function contestPages(contest: number): Place[] {
  const base = `/app/contests/${contest}`;
  const page = (path: string, key: Key, icon: IconName, ...roles: Role[]) =>
    mayBe(contest, ...roles) ? [{ href: base + path, key, icon }] : [];
  const judges = session.me?.roles.some((held) => held.role === 'judge' && held.contest?.id === contest);
  return [
    ...page('', 'contest.overview', 'layout-dashboard', 'organiser', 'secretary', 'head', 'inspector'),
    ...page('/entries', 'contest.entries', 'files', 'organiser', 'secretary', 'head'),
    ...(judges
      ? [{ href: `/app/judging/${contest}`, key: 'shell.judge', icon: 'clipboard-check' } satisfies Place]
      : []),
    ...page('/rounds', 'contest.rounds', 'stamp', 'organiser', 'secretary', 'head'),
    ...page('/results', 'contest.results', 'trophy', 'organiser', 'secretary', 'head', 'inspector'),
    ...page('/rules', 'contest.rules', 'scroll-text', 'organiser'),
    ...page('/people', 'contest.people', 'users', 'organiser', 'secretary', 'head'),
    ...page('/inspection', 'inspection.title', 'eye', 'inspector'),
  ];
}

/** Where work on a contest begins. */
export const contestHome = (contest: number) => contestPages(contest)[0]?.href;

export function administrationPages(): Place[] {
  if (!holds('administrator')) return [];
  return [
    { href: '/app/accounts', key: 'administration.accounts', icon: 'user' },
    { href: '/app/grants', key: 'administration.grants', icon: 'shield-check' },
    { href: '/app/units', key: 'administration.units', icon: 'building-2' },
    { href: '/app/installation', key: 'installation.title', icon: 'settings' },
  ];
}

const unitsAs = (wanted: Role) =>
  (session.me?.roles ?? []).flatMap(({ role, unit }) => (role === wanted && unit ? [unit] : []));
/** The units that the person coordinates. */
export const coordinatedUnits = () => unitsAs('coordinator');
/** The units whose organiser the person is: they say who belongs to them. */
export const organisedUnits = () => unitsAs('organiser');

/** Whether one is on the page, or on one below it. */
export function isAt(place: Place, path: string): boolean {
  const own = place.href.slice('/app'.length);
  if (place.key === 'contest.overview') return path === own;
  return path === own || path.startsWith(own + '/');
}

const wordsOf = (name: string) => name.match(/\p{L}+/gu) ?? [];
const letters = (words: (string | undefined)[]) =>
  words.map((word) => word?.[0]?.toLocaleUpperCase('vi') ?? '').join('');

/** "Gương sáng ngành giáo dục 2026" is GD: two letters to know it by, of what tells it from the others. */
export const initials = (name: string) => letters(wordsOf(name).slice(-2));

/** "Lê Thị Bình" is LB: the first word and the last. */
export function personInitials(name: string): string {
  const words = wordsOf(name);
  return letters(words.length > 1 ? [words[0], words.at(-1)] : words);
}
