// Who has which prize: from ranks, keys of authors, and what people decided where the rule book leaves it open.
import { compareTexts, type Place, type Table } from './ranks';
import { type Prize, type Rules } from './rules';

/** A decision as the file has it, without reason and name. `category` and others are empty where the file says null. */
export interface Departure {
  kind: 'vacant' | 'chosen' | 'given';
  prize: string;
  category: string;
  code: string;
  unit: string;
  places: number;
}
export interface Winner {
  prize: string;
  code: string;
  unit: string;
}
export type Authors = Map<string, Set<string>>;

interface Contender {
  code: string;
  category: string;
  place: Place; // for its score
  rankIn: Map<string | null, number>; // by table
}

/** A prize where it is given: in one category, or in the whole contest (''). */
export interface Line {
  prize: Prize;
  scope: string;
}

/** Where a work stands in its category or in the whole contest, whichever is asked for and there. */
export function placeOf(tables: Table[], code: string, whole: boolean): Place | undefined {
  const found = tables.flatMap(({ category, places }) =>
    places.filter(({ work }) => work.code === code).map((place) => ({ place, whole: category === null })),
  );
  return (found.find((one) => one.whole === whole) ?? found[0])?.place;
}

export const takes = ({ categories }: Prize, category: string) =>
  categories.length === 0 || categories.includes(category);

function contendersOf(tables: Table[]): Contender[] {
  const out = new Map<string, Contender>();
  for (const { category, places } of tables)
    for (const place of places) {
      const { code } = place.work;
      const known = out.get(code) ?? { code, category: place.work.category, place, rankIn: new Map() };
      known.rankIn.set(category, place.rank);
      out.set(code, known);
    }
  return [...out.values()].sort((a, b) => compareTexts(a.code, b.code));
}

/** The ranked prizes, the highest first; a prize of categories once in each, by the categories' ids. */
export function linesOf(rules: Rules, tables: Table[]): Line[] {
  const present = new Set(tables.flatMap(({ places }) => places.map(({ work }) => work.category)));
  const categories = [...present].sort(compareTexts);
  return rules.prizes
    .filter(({ kind }) => kind === 'ranked')
    .toSorted((a, b) => a.rank - b.rank)
    .flatMap((prize) =>
      (prize.perCategory ? categories.filter((category) => takes(prize, category)) : ['']).map((scope) => ({
        prize,
        scope,
      })),
    );
}

/** Those whom a line is for, the best first, with their ranks in its table. */
export function ranksOn({ prize, scope }: Line, tables: Table[]): { code: string; rank: number }[] {
  return contendersOf(tables)
    .filter(({ category }) => takes(prize, category) && (scope === '' || category === scope))
    .filter(({ place }) => !prize.minScore || place.score.compare(prize.minScore) >= 0)
    .map(({ code, rankIn }) => ({ code, rank: rankIn.get(scope === '' ? null : scope) ?? 0 }))
    .sort((a, b) => a.rank - b.rank);
}

export const isOn = ({ prize, scope }: Line, d: Departure) => d.prize === prize.id && d.category === scope;

export interface Allotment {
  winners: Winner[];
  /** A line with more equals than places whom nobody parted: nothing below it is known. */
  undecided?: Line;
  /** Choices among equals that no line called for, or that give more than it has. */
  unused: Departure[];
}

export function allot(rules: Rules, tables: Table[], authors: Authors, departures: Departure[]): Allotment {
  const winners: Winner[] = [];
  const used = new Set<Departure>();
  const held = new Map<string, number>();
  const has = (code: string) => winners.some((winner) => winner.code === code);
  const limit = rules.awardsPerAuthor || Infinity;
  const authorsOf = (codes: string[]) => codes.flatMap((code) => [...(authors.get(code) ?? [])]);
  /** Whether all of them may win without an author over the limit. */
  const within = (codes: string[]) => {
    const more = authorsOf(codes);
    return more.every((author) => (held.get(author) ?? 0) + more.filter((one) => one === author).length <= limit);
  };

  const choice = (line: Line, group: string[], places: number): string[] => {
    const some = departures.filter((d) => d.kind === 'chosen' && isOn(line, d) && group.includes(d.code));
    const codes = group.filter((code) => some.some((d) => d.code === code));
    const shared = line.prize.joint && codes.length === group.length;
    if ((codes.length > places && !shared) || !within(codes)) return [];
    for (const d of some) used.add(d);
    return codes;
  };

  /** False when people must part equals first. */
  const fill = (line: Line): boolean => {
    const vacant = departures.filter((d) => d.kind === 'vacant' && isOn(line, d));
    let places = line.prize.count - vacant.reduce((sum, d) => sum + d.places, 0);
    while (places > 0) {
      const left = ranksOn(line, tables).filter(({ code }) => !has(code) && within([code]));
      const group = left.filter(({ rank }) => rank === left[0]!.rank).map(({ code }) => code);
      if (group.length === 0) return true;
      const clear = (group.length <= places || rules.allPass) && within(group);
      const codes = clear ? group : choice(line, group, places);
      if (codes.length === 0) return false;
      for (const code of codes) winners.push({ prize: line.prize.id, code, unit: '' });
      for (const author of authorsOf(codes)) held.set(author, (held.get(author) ?? 0) + 1);
      places -= codes.length;
    }
    return true;
  };

  const undecided = linesOf(rules, tables).find((line) => !fill(line));
  const chosen = departures.filter(({ kind }) => kind === 'chosen');
  return { winners, undecided, unused: undecided ? [] : chosen.filter((d) => !used.has(d)) };
}

/** The ranked prizes, and those that were given by decision. */
export const winnersOf = (rules: Rules, { winners }: Allotment, departures: Departure[]): Winner[] => [
  ...winners,
  ...departures
    .filter(({ kind, prize }) => kind === 'given' && rules.prizes.some(({ id }) => id === prize))
    .map(({ prize, code, unit }) => ({ prize, code, unit })),
];

export interface Exception {
  kind: 'passed_over' | 'left_vacant';
  prize: string;
  category: string | null;
  code: string;
}

/** Where the awards depart from what the ranking alone gives. A work is named once, for the highest prize that it ranked for. */
export function exceptionsOf(rules: Rules, tables: Table[], awards: Winner[]): Exception[] {
  const out: Exception[] = [];
  const settled = new Set<string>();
  const works = contendersOf(tables);
  for (const prize of new Set(linesOf(rules, tables).map((line) => line.prize))) {
    const holders = new Set(awards.filter((a) => a.code && a.prize === prize.id).map(({ code }) => code));
    const named: Exception[] = [];
    for (const line of linesOf(rules, tables).filter((one) => one.prize === prize)) {
      const table = line.scope === '' ? null : line.scope;
      const ranks = works
        .filter(({ code, category }) => holders.has(code) && (table === null || category === table))
        .map(({ rankIn }) => rankIn.get(table) ?? 0);
      const last = Math.max(0, ...ranks);
      let free = Math.max(0, prize.count - ranks.length);
      for (const { code, rank } of ranksOn(line, tables)) {
        if (holders.has(code) || settled.has(code)) continue;
        const passed = rank < last || (rules.allPass && rank === last);
        if (passed || free-- > 0)
          named.push({ kind: passed ? 'passed_over' : 'left_vacant', prize: prize.id, category: table, code });
      }
    }
    for (const code of [...holders, ...named.map((one) => one.code)]) settled.add(code);
    out.push(...named);
  }
  return out;
}
