// Positions of units on a schematic map (row from the north, column from the west, by folded name): the 34
// provinces since 1 July 2025 and the districts of Bình Định before. For orientation, not a survey.
import { fold } from '../i18n/fold';
import places from './places.json';

export type Place = [row: number, column: number];

/** The places of names on the first map of whose places more than half are named; of names that are not on it, none. */
export function placesOf(names: string[]): (Place | undefined)[] {
  const bare = names.map((name) => fold(name).replace(/^(tinh|thanh pho|tp\.?|huyen|thi xa) /, ''));
  for (const map of places as unknown as Record<string, Place>[]) {
    const found = bare.map((name) => map[name]);
    if (found.filter(Boolean).length * 2 > Object.keys(map).length) return found;
  }
  return names.map(() => undefined);
}
