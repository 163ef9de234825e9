// The table from addresses below /app to pages; each page is fetched when it is first opened.
import type { Component } from 'svelte';

// Which properties a page takes is told by its address; the compiler cannot know that.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Load = () => Promise<{ default: Component<any> }>;

const signedInPages: [string, Load][] = [
  ['/', () => import('./pages/my_work/MyWorkPage.svelte')],
  ['/account', () => import('./pages/account/AccountPage.svelte')],
  ['/contests/new', () => import('./pages/contests/NewContestPage.svelte')],
  ['/contests/:contest', () => import('./pages/contests/ContestOverviewPage.svelte')],
  ['/contests/:contest/rules', () => import('./pages/contests/RulesPage.svelte')],
  ['/contests/:contest/rules/:step', () => import('./pages/contests/RulesPage.svelte')],
  ['/contests/:contest/entries', () => import('./pages/desk/EntryListPage.svelte')],
  ['/contests/:contest/entries/:entry', () => import('./pages/desk/DeskEntryPage.svelte')],
  ['/contests/:contest/people', () => import('./pages/people/PeoplePage.svelte')],
  ['/contests/:contest/rounds', () => import('./pages/rounds/RoundsPage.svelte')],
  ['/contests/:contest/rounds/:round', () => import('./pages/rounds/RoundPage.svelte')],
  ['/contests/:contest/results', () => import('./pages/results/ResultsPage.svelte')],
  ['/contests/:contest/results/:result', () => import('./pages/results/ResultPage.svelte')],
  ['/contests/:contest/inspection', () => import('./pages/inspection/InspectionPage.svelte')],
  ['/installation', () => import('./pages/administration/InstallationPage.svelte')],
  ['/units', () => import('./pages/administration/UnitsPage.svelte')],
  ['/units/:unit/members', () => import('./pages/coordination/MembersPage.svelte')],
  ['/units/:unit', () => import('./pages/administration/UnitPage.svelte')],
  ['/accounts', () => import('./pages/administration/AccountsPage.svelte')],
  ['/grants', () => import('./pages/administration/GrantsPage.svelte')],
  ['/coordination/:unit', () => import('./pages/coordination/CoordinatedUnitPage.svelte')],
  ['/coordination/:unit/:contest', () => import('./pages/coordination/CoordinatedUnitPage.svelte')],
  ['/coordination/:unit/:contest/new', () => import('./pages/coordination/NewForAuthorPage.svelte')],
  ['/contests/:contest/batch', () => import('./pages/entries/BatchPage.svelte')],
  ['/contests/:contest/enter', () => import('./pages/entries/NewEntryPage.svelte')],
  ['/entries/:entry', () => import('./pages/entries/MyEntryPage.svelte')],
  ['/judging/:contest', () => import('./pages/judging/JudgeQueuePage.svelte')],
  ['/judging/:contest/:code', () => import('./pages/judging/WorkPage.svelte')],
];

/** What people reach who are not signed in. */
const publicPages: [string, Load][] = [
  ['/results/verify', () => import('./pages/verification/VerifyResultsPage.svelte')],
  ['/results/verify/:contest', () => import('./pages/verification/VerifyResultsPage.svelte')],
  ['/results/verify/:contest/:number', () => import('./pages/verification/VerifyResultsPage.svelte')],
  ['/receipts/verify', () => import('./pages/verification/VerifyReceiptPage.svelte')],
  ['/invitations', () => import('./pages/people/InvitationPage.svelte')],
  ['/register', () => import('./pages/account/RegisterPage.svelte')],
  ['/forgot', () => import('./pages/account/ForgotPasswordPage.svelte')],
  ['/password-resets', () => import('./pages/account/NewPasswordPage.svelte')],
];

/** For whoever works on the pages: not in what is delivered. */
if (import.meta.env.MODE === 'development')
  publicPages.push(['/components', () => import('./pages/components/ComponentsPage.svelte')]);

export interface FoundPage {
  load: Load;
  /** The values of the address's :names, which the page takes as its properties. */
  values: Record<string, string>;
  /** The same for all steps of one form: what was typed stays when one goes from step to step. */
  key: string;
}

export function findPage(path: string, signedIn: boolean): FoundPage | undefined {
  const segments = path.split('/');
  for (const [pattern, load] of signedIn ? [...signedInPages, ...publicPages] : publicPages) {
    const parts = pattern.split('/');
    if (parts.length !== segments.length) continue;
    const values: Record<string, string> = {};
    const fits = parts.every((part, i) => {
      const value = segments[i] ?? '';
      if (!part.startsWith(':')) return part === value;
      values[part.slice(1)] = decodeURIComponent(value);
      return value !== '';
    });
    if (fits) return { load, values, key: pattern.endsWith('/:step') ? segments.slice(0, -1).join('/') : path };
  }
}
