// Reading one contest and its rule book, which every desk does; and which roles the signed-in person holds on
// it.
import { session } from '../session.svelte';
import { api, type Schemas } from './client';
import type { RuleBook } from './rule-book';

export type { Category, Criterion, File as FileRule, Prize, RuleBook } from './rule-book';
export type Contest = Schemas['Contest'];

export async function contestOf(contest: number): Promise<Contest> {
  const { data, error } = await api.GET('/api/contests/{contest}', { params: { path: { contest } } });
  if (!data) throw error;
  return data;
}

export async function rulesOf(contest: number): Promise<RuleBook> {
  const { data, error } = await api.GET('/api/contests/{contest}/rule-book', { params: { path: { contest } } });
  if (!data) throw error;
  return data as unknown as RuleBook;
}

/** Whether one of these roles is held on the contest, or on a unit, which may be its host: the service knows for sure. */
export function mayBe(contest: number, ...roles: Schemas['Role'][]): boolean {
  return (session.me?.roles ?? []).some(
    (held) => roles.includes(held.role) && (!held.contest || held.contest.id === contest),
  );
}
