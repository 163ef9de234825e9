// Reading results, and where the prizes divide a table of the ranking.
import { api, type Schemas } from '../../api/client';
import type { Prize, RuleBook } from '../../api/contest';

export type Result = Schemas['SettledResult'];
export type Table = Schemas['Ranking']['rankings'][number];
export type Place = Table['places'][number];
export type RankedWork = Schemas['Ranking']['rounds'][number]['works'][number];

export async function resultOf(contest: number, result: number): Promise<Result> {
  const { data, error } = await api.GET('/api/contests/{contest}/results/{result}', {
    params: { path: { contest, result } },
  });
  if (!data) throw error;
  return data;
}

export async function resultsOf(contest: number): Promise<Schemas['ResultBrief'][]> {
  const { data, error } = await api.GET('/api/contests/{contest}/results', { params: { path: { contest } } });
  if (!data) throw error;
  return data.items;
}

/** The prizes that a table wins by rank alone, the highest first. */
export function rankedPrizes(rules: RuleBook, category: string | null): Prize[] {
  const wins = ({ kind = 'ranked', scope = 'contest', categories = [] }: Prize) => {
    if (kind !== 'ranked' || (scope === 'category') !== (category !== null)) return false;
    return category === null || categories.length === 0 || categories.includes(category);
  };
  return rules.prizes.filter(wins).sort((a, b) => a.rank - b.rank);
}

/** Neighbours in a table that stand at the same prize, or at none. */
export interface Group {
  prize: Prize | undefined;
  /** They are equal and the prize is not given yet. */
  open: boolean;
  places: Place[];
}

/** Before the codes are joined only the number of prizes tells where the lines may run; afterwards the prizes given do. */
export function groupsOf(rules: RuleBook, result: Result, table: Table): Group[] {
  const prizes = rankedPrizes(rules, table.category);
  const joined = result.works.length > 0;
  const byRank = ({ rank }: Place) => {
    let last = 0;
    return prizes.find(({ count = 1 }) => (last += count) >= rank);
  };
  const given = ({ code }: Place) =>
    prizes.find(({ id }) => result.awards.some((award) => award.prize === id && award.code === code));
  const waiting = ({ code }: Place) =>
    prizes.find(({ id }) => result.undecided.some(({ prize, codes }) => prize === id && codes?.includes(code)));
  const groups: Group[] = [];
  for (const place of table.places) {
    const won = joined ? given(place) : byRank(place);
    const prize = won ?? (joined ? waiting(place) : undefined);
    const open = prize !== won;
    const last = groups.at(-1);
    if (last && last.prize === prize && last.open === open) last.places.push(place);
    else groups.push({ prize, open, places: [place] });
  }
  return groups;
}
