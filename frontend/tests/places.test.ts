// Where units lie on the drawn map.
import { expect, test } from 'vitest';
import { placesOf } from '../src/parts/places';
import maps from '../src/parts/places.json';

const [provinces, districts, communes] = maps as unknown as Record<string, [number, number]>[];
const namesOn = (map: Record<string, unknown> | undefined) => Object.keys(map ?? {});

test('names are found with and without their kind, accents and case', () => {
  const names = ['Huyện An Lão', 'thị xã Hoài Nhơn', 'HOÀI ÂN', 'Phù Mỹ', 'Vĩnh Thạnh', 'TP. Quy Nhơn'];
  expect(placesOf(names)).toEqual([
    [1, 1],
    [1, 2],
    [2, 1],
    [2, 2],
    [3, 1],
    [5, 3],
  ]);
});

test('a map is used only when more than half of its places are named', () => {
  const half = namesOn(provinces).slice(0, 17);
  expect(placesOf(half)).toEqual(half.map(() => undefined));
  expect(placesOf([...half, 'Cà Mau']).every(Boolean)).toBe(true);
});

test('a name that is not on the map has no place, and the others keep theirs', () => {
  const places = placesOf([...namesOn(provinces), 'Báo Quân khu 5']);
  expect(places.slice(0, -1).every(Boolean)).toBe(true);
  expect(places.at(-1)).toBeUndefined();
});

test('no two places of a map stand on each other', () => {
  for (const map of [provinces, districts, communes]) {
    const places = Object.values(map ?? {}).map(String);
    expect(new Set(places).size).toBe(places.length);
  }
});

test('all 34 provinces are on the map', () => expect(namesOn(provinces)).toHaveLength(34));

test('communes that are called like districts stand on the map of communes', () => {
  const places = placesOf(namesOn(communes).map((name) => `Xã ${name}`));
  expect(places).toEqual(Object.values(communes ?? {}));
});
