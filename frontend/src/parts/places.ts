// Positions of units on a schematic map (row from the north, column from the west, by name): the 34 provinces since 1 July 2025, the
// districts of Bình Định before, the communes of Gia Lai by the sea since. For orientation, not a survey.
import { fold } from '../i18n/fold';
import places from './places.json';

export type Place = [row: number, column: number];

const maps = (places as unknown as Record<string, Place>[]).map(
  (map) => new Map(Object.entries(map).map(([name, place]) => [fold(name), place])),
);

/** The places of names on the map that has most of them, if more than half of its places are named; of names that are not on it, none. */
export function placesOf(names: string[]): (Place | undefined)[] {
  const bare = names.map((name) => fold(name).replace(/^(tinh|thanh pho|tp\.?|huyen|thi xa|phuong|xa) /, ''));
  let best = { places: names.map((): Place | undefined => undefined), count: 0 };
  for (const map of maps) {
    const found = bare.map((name) => map.get(name));
    const count = found.filter(Boolean).length;
    if (count * 2 > map.size && count > best.count) best = { places: found, count };
  }
  return best.places;
}
