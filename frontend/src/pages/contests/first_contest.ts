// The check-list of an organiser's first contest: what is done and what comes next, from what the service knows.
import type { Schemas } from '../../api/client';

export const kFirstContest = ['rules', 'open', 'board', 'judges', 'round', 'results'] as const;
export type FirstContestItem = (typeof kFirstContest)[number];

/** The page of each item, below the contest's. */
export const kItemPage: Record<FirstContestItem, string> = {
  rules: '/rules',
  open: '/rules/open',
  board: '/people',
  judges: '/people',
  round: '/rounds',
  results: '/results',
};

interface Known {
  state: Schemas['Contest']['state'];
  /** The roles held on the contest, one for each person. */
  roles: Schemas['Role'][];
  judgesPerEntry: number;
  /** Whether the rules have no faults left. */
  wellFormed: boolean;
}

export function doneItems({ state, roles, judgesPerEntry, wellFormed }: Known): Set<FirstContestItem> {
  const opened = state !== 'draft';
  const count = (role: Schemas['Role']) => roles.filter((one) => one === role).length;
  const done: Record<FirstContestItem, boolean> = {
    rules: opened || wellFormed,
    open: opened,
    board: count('head') > 0 && count('secretary') > 0,
    judges: count('judge') >= judgesPerEntry,
    round: ['judging', 'settled', 'published'].includes(state),
    results: state === 'published',
  };
  return new Set(kFirstContest.filter((item) => done[item]));
}
