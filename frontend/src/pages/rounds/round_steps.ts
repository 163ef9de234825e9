// The acts of a round in their order, and how each stands: what is done, what is to be done now, what must wait.
import type { Schemas } from '../../api/client';
import type { RoundProgress } from './round_progress';

export const kRoundSteps = ['panels', 'open', 'draw', 'mark', 'extra', 'lock'] as const;
export type RoundStepName = (typeof kRoundSteps)[number];
export type RoundStepState = 'done' | 'now' | 'later';
export type RoundSteps = Record<RoundStepName, RoundStepState>;

type Round = Pick<Schemas['Round'], 'state' | 'not_yet'>;

/** `hasPanel`: whether a panel with members is there for a round that is not open yet. */
export function beforeOpening({ not_yet }: Round, hasPanel: boolean): RoundSteps {
  return {
    panels: hasPanel ? 'done' : 'now',
    open: hasPanel && !not_yet ? 'now' : 'later',
    draw: 'later',
    mark: 'later',
    extra: 'later',
    lock: 'later',
  };
}

export function afterOpening({ state, totals }: Pick<RoundProgress, 'state' | 'totals'>): RoundSteps {
  const done = { panels: 'done', open: 'done' } as const;
  if (state === 'locked') return { ...done, draw: 'done', mark: 'done', extra: 'done', lock: 'done' };
  const drawn = totals.understaffed === 0;
  const marked = drawn && totals.missing === 0;
  return {
    ...done,
    draw: drawn ? 'done' : 'now',
    mark: !drawn ? 'later' : marked ? 'done' : 'now',
    extra: totals.extra_needed ? 'now' : marked ? 'done' : 'later',
    lock: marked && totals.extra_needed === 0 ? 'now' : 'later',
  };
}
