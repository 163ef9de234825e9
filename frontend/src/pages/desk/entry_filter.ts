// The filter of the list of entries and its form in the page's address, so that a view can be linked and
// survives a reload.
import type { Schemas } from '../../api/client';

export type SubmittedState = Schemas['SubmittedState'];

export const states: SubmittedState[] = ['submitted', 'returned', 'accepted', 'refused', 'withdrawn', 'disqualified'];

export interface Filter {
  /** Empty: every state. */
  state: SubmittedState | '';
  category: string;
  field: string;
  q: string;
}

export const emptyFilter: Filter = { state: '', category: '', field: '', q: '' };

export function filterOf(search: string): Filter {
  const asked = new URLSearchParams(search);
  return {
    state: states.find((state) => state === asked.get('state')) ?? '',
    category: asked.get('category') ?? '',
    field: asked.get('field') ?? '',
    q: asked.get('q') ?? '',
  };
}

/** "?state=…", or nothing when everything is shown. */
export function searchOf({ state, category, field, q }: Filter): string {
  const given = Object.entries({ state, category, field, q: q.trim() }).filter(([, value]) => value);
  return given.length ? `?${new URLSearchParams(given)}` : '';
}

export const sameFilter = (a: Filter, b: Filter) => searchOf(a) === searchOf(b);
