// Where the person is: which contest they work on, and what the page calls itself.
import { local, t, type Key } from '../i18n/index.svelte';
import { keepOwn, readOwn } from '../parts/own_storage';
import { workList } from '../pages/my_work/work_data.svelte';
import { route } from '../router.svelte';
import { administrationPages, contestHome, contestPages, coordinatedUnits, isAt, ownContests } from './places';

const kLast = 'shell/contest';

export const current = $state({
  /** Of the contest last worked on: pages of no contest keep it. */
  contest: undefined as number | undefined,
  /** The title that the page at this address has given itself. */
  title: undefined as { path: string; text: string } | undefined,
});

interface Named {
  id: number;
  name: { vi: string; en?: string };
}
/** Contests that pages have shown, whose names the person's roles do not tell. */
const shown = $state<Record<number, Named['name']>>({});

/** A page tells its title, and of which contest it is. */
export function showPage(text: string, contest?: Named): void {
  current.title = { path: route.path, text };
  if (contest) shown[contest.id] = contest.name;
}

/** The contest that an address is of. */
function contestOfPath(path: string): number | undefined {
  const [, id] = /^\/(?:contests|judging|coordination\/\d+)\/(\d+)(?:\/|$)/.exec(path) ?? [];
  return id === undefined ? undefined : Number(id);
}

/** Follows the address; without a contest in it, the last one stays. */
export function followContest(): void {
  const here = contestOfPath(route.path);
  if (here !== undefined && contestHome(here)) {
    if (here !== current.contest) keepOwn(kLast, here);
    current.contest = here;
    return;
  }
  const mine = ownContests();
  const last = readOwn<number>(kLast);
  // Before any was worked on: the newest that is not over.
  const states = workList.data?.contests;
  const live = mine.findLast(({ id }) => states?.get(id)?.state !== 'published') ?? mine.at(-1);
  current.contest = mine.some(({ id }) => id === last) ? last : live?.id;
}

export function contestName(id: number): string {
  const name = ownContests().find((one) => one.id === id)?.name ?? shown[id];
  return name ? local(name) : '';
}

export interface Crumb {
  text: string;
  href?: string;
}

const kPages: [RegExp, Key][] = [
  [/^\/$/, 'app.myWork'],
  [/^\/account$/, 'app.account'],
  [/^\/entries\//, 'work.entries'],
  [/^\/contests\/new$/, 'contest.new'],
  [/^\/contests\/\d+\/enter$/, 'entry.begin'],
  [/^\/contests\/\d+\/batch$/, 'batch.title'],
  [/^\/coordination\//, 'coordination.title'],
  [/^\/invitations/, 'people.invitation'],
  [/^\/results\/verify/, 'check.title'],
  [/^\/receipts\/verify/, 'verify.title'],
];

/** The way to the page one is on; the last has no address. */
export function crumbs(): Crumb[] {
  const { path } = route;
  const title = current.title?.path === path ? current.title.text : undefined;
  const contest = contestOfPath(path);
  const place = [...(contest === undefined ? [] : contestPages(contest)), ...administrationPages()].find((one) =>
    isAt(one, path),
  );
  const known = kPages.find(([pattern]) => pattern.test(path))?.[1];
  const unit = coordinatedUnits().find(({ id }) => path.startsWith(`/coordination/${id}`));
  const way: Crumb[] = [];
  if (contest !== undefined && contestName(contest))
    way.push({ text: contestName(contest), href: contestHome(contest) });
  else if (place && contest === undefined) way.push({ text: t('work.administration') });
  else if (/^\/entries\//.test(path)) way.push({ text: t('work.entries'), href: '/app/' });
  if (unit) way.push({ text: unit.name });
  const page = place ? t(place.key) : known ? t(known) : undefined;
  const below = place && '/app' + path !== place.href;
  if (place && below) way.push({ text: t(place.key), href: place.href });
  const last = (below || /^\/entries\//.test(path) ? title : undefined) ?? page ?? title ?? '';
  if (last && (!below || title)) way.push({ text: last });
  return way;
}
