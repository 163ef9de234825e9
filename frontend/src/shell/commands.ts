// What can be gone to or done from anywhere, as rows to choose from: pages, contests, works, acts.
import { api } from '../api/client';
import { mayBe } from '../api/contest';
import { fold } from '../i18n/fold';
import { local, switchLanguage, t, type Key } from '../i18n/index.svelte';
import type { IconName } from '../parts/icon_name';
import { workList } from '../pages/my_work/work_data.svelte';
import { navigate } from '../router.svelte';
import { contestName, current } from './current.svelte';
import { kThemes, setLook } from './look.svelte';
import { administrationPages, contestHome, contestPages, coordinatedUnits, holds, ownContests } from './places';

const kFound = 12; // rows at once

export interface Command {
  key: string;
  icon: IconName;
  text: string;
  /** What it is of, in smaller letters. */
  more?: string;
  run: () => void;
}

const goTo = (href: string) => () => (href.startsWith('/app/') ? navigate(href.slice(4)) : location.assign(href));
const page = (href: string, key: Key, icon: IconName, more?: string): Command => ({
  key: href,
  icon,
  text: t(key),
  more,
  run: goTo(href),
});

/** Everything that needs no asking. */
export function standing(): Command[] {
  const { contest } = current;
  const name = contest === undefined ? '' : contestName(contest);
  const entries = workList.data?.entries ?? [];
  return [
    page('/app/', 'app.myWork', 'list-checks'),
    ...(contest === undefined ? [] : contestPages(contest)).map(({ href, key, icon }) => page(href, key, icon, name)),
    ...ownContests().flatMap((own): Command[] => {
      const home = contestHome(own.id);
      const roles = own.roles.map((role) => t(`role.${role}`)).join(' · ');
      return home && own.id !== contest
        ? [{ key: `contest-${own.id}`, icon: 'arrow-right', text: local(own.name), more: roles, run: goTo(home) }]
        : [];
    }),
    ...entries.map((entry): Command => ({
      key: `entry-${entry.id}`,
      icon: 'feather',
      text: entry.title || t('work.untitled'),
      more: `${entry.number} · ${entry.contest.name ?? ''}`,
      run: goTo(`/app/entries/${entry.id}`),
    })),
    ...coordinatedUnits().map(({ id, name }): Command => ({
      key: `unit-${id}`,
      icon: 'building-2',
      text: name,
      more: t('role.coordinator'),
      run: goTo(`/app/coordination/${id}`),
    })),
    ...administrationPages().map(({ href, key, icon }) => page(href, key, icon, t('work.administration'))),
    ...(holds('organiser') ? [page('/app/contests/new', 'contest.new', 'plus')] : []),
    page('/', 'app.contests', 'globe'),
    page('/app/account', 'app.account', 'user'),
    { key: 'language', icon: 'globe', text: t('app.language'), run: () => void switchLanguage() },
    ...kThemes.map((theme): Command => ({
      key: `theme-${theme}`,
      icon: theme === 'dark' ? 'moon' : theme === 'light' ? 'sun' : 'sun-moon',
      text: t(`shell.theme.${theme}`),
      more: t('shell.theme'),
      run: () => setLook({ theme }),
    })),
  ];
}

/** Those that have every word of the query, without regard to accents; the earlier a word stands, the earlier they come. */
export function matching(commands: Command[], query: string): Command[] {
  const words = fold(query).split(/\s+/).filter(Boolean);
  const found = commands.flatMap((command) => {
    const text = fold(`${command.text} ${command.more ?? ''}`);
    const places = words.map((word) => text.search(new RegExp(`(?<![\\p{L}\\p{N}])${escaped(word)}`, 'u')));
    return places.some((at) => at < 0) ? [] : [{ command, at: Math.min(...places, text.length) }];
  });
  if (words.length) found.sort((a, b) => a.at - b.at);
  return found.slice(0, kFound).map(({ command }) => command);
}
const escaped = (word: string) => word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');

/** The works of the contest that fit the query: for its board by number or title, for a judge by code, only their own. */
export async function works(query: string): Promise<Command[]> {
  const { contest } = current;
  if (contest === undefined || query.trim().length < 2) return [];
  const [entries, codes] = await Promise.all([
    mayBe(contest, 'organiser', 'secretary', 'head') ? entriesFound(contest, query.trim()) : [],
    holds('judge') ? codesFound(contest, query) : [],
  ]);
  return [...codes, ...entries];
}

async function entriesFound(contest: number, q: string): Promise<Command[]> {
  const params = { path: { contest }, query: { q, limit: 8 } };
  const { data } = await api.GET('/api/contests/{contest}/entries', { params });
  return (data?.items ?? []).map((entry) => ({
    key: `desk-${entry.id}`,
    icon: 'file-text',
    text: entry.title || t('work.untitled'),
    more: `${entry.number} · ${t(`state.${entry.state}`)}`,
    run: goTo(`/app/contests/${contest}/entries/${entry.id}`),
  }));
}

/** The judge's works, by contest: asked for once. */
const assigned = new Map<number, Promise<{ code: string; title: string }[]>>();

async function codesFound(contest: number, query: string): Promise<Command[]> {
  const judges = workList.data?.judging.find((of) => of.contest === contest);
  if (!judges?.terms_accepted || judges.assigned === 0) return [];
  const params = { path: { contest }, query: { limit: 200 } };
  const asked =
    assigned.get(contest) ??
    api.GET('/api/contests/{contest}/judge/works', { params }).then(({ data }) => data?.items ?? []);
  assigned.set(contest, asked);
  const all = (await asked).map(({ code, title }): Command => ({
    key: `code-${code}`,
    icon: 'clipboard-check',
    text: title,
    more: code,
    run: goTo(`/app/judging/${contest}/${code}`),
  }));
  return matching(all, query);
}
