// The pages of the desks by their address below /app; each is fetched when it is first opened.
import type { Component } from 'svelte';

// Which properties a page takes is told by its address; the compiler cannot know that.
type Load = () => Promise<{ default: Component<any> }>;

const table: [string, Load][] = [
  ['/', () => import('./pages/MyWork.svelte')],
  ['/account', () => import('./pages/account/Account.svelte')],
  ['/invitations/:token', () => import('./pages/people/Invitation.svelte')],
  ['/contests/new', () => import('./pages/contests/New.svelte')],
  ['/contests/:contest', () => import('./pages/contests/Overview.svelte')],
  ['/contests/:contest/rules', () => import('./pages/contests/Rules.svelte')],
  ['/contests/:contest/entries', () => import('./pages/desk/Entries.svelte')],
  ['/contests/:contest/entries/:entry', () => import('./pages/desk/Entry.svelte')],
  ['/contests/:contest/people', () => import('./pages/people/People.svelte')],
  ['/contests/:contest/rounds', () => import('./pages/rounds/Rounds.svelte')],
  ['/contests/:contest/rounds/:round', () => import('./pages/rounds/Round.svelte')],
  ['/contests/:contest/results', () => import('./pages/results/Results.svelte')],
  ['/contests/:contest/results/:result', () => import('./pages/results/Result.svelte')],
  ['/installation', () => import('./pages/administration/Installation.svelte')],
  ['/units', () => import('./pages/administration/Units.svelte')],
  ['/units/:unit', () => import('./pages/administration/Unit.svelte')],
  ['/accounts', () => import('./pages/administration/Accounts.svelte')],
  ['/grants', () => import('./pages/administration/Grants.svelte')],
  ['/coordination/:unit', () => import('./pages/coordination/Unit.svelte')],
  ['/coordination/:unit/:contest', () => import('./pages/coordination/Unit.svelte')],
  ['/contests/:contest/batch', () => import('./pages/entries/Batch.svelte')],
  ['/contests/:contest/enter', () => import('./pages/entries/Enter.svelte')],
  ['/entries/:entry', () => import('./pages/entries/Entry.svelte')],
  ['/judging/:contest', () => import('./pages/judging/Works.svelte')],
  ['/judging/:contest/:code', () => import('./pages/judging/Work.svelte')],
];

/** What people reach who are not signed in. */
const openTable: [string, Load][] = [
  ['/register', () => import('./pages/Register.svelte')],
  ['/forgot', () => import('./pages/account/Forgot.svelte')],
  ['/password-resets/:token', () => import('./pages/account/NewPassword.svelte')],
];

export interface Found {
  load: Load;
  /** The values of the address's :names, which the page takes as its properties. */
  values: Record<string, string>;
}

export function find(path: string, signedIn: boolean): Found | undefined {
  const asked = path.split('/');
  for (const [pattern, load] of signedIn ? [...table, ...openTable] : openTable) {
    const parts = pattern.split('/');
    if (parts.length !== asked.length) continue;
    const values: Record<string, string> = {};
    const fits = parts.every((part, i) => {
      const value = asked[i] ?? '';
      if (!part.startsWith(':')) return part === value;
      values[part.slice(1)] = decodeURIComponent(value);
      return value !== '';
    });
    if (fits) return { load, values };
  }
}
