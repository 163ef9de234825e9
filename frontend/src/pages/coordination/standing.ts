// Where a unit stands among those beside it, by its number of works.
import type { Schemas } from '../../api/client';

export interface Standing {
  own: number;
  /** Equals share a place. */
  place: number;
  of: number;
  taking: number;
}

/** Nothing for a unit that is not among them: one that has ended and has no works. */
export function standingOf(unit: number, units: Schemas['UnitCounts']['units']): Standing | undefined {
  const own = units.find(({ id }) => id === unit)?.count;
  if (own === undefined) return undefined;
  return {
    own,
    place: units.filter(({ count }) => count > own).length + 1,
    of: units.length,
    taking: units.filter(({ count }) => count > 0).length,
  };
}
