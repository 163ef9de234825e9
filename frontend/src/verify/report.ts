// A verdict as a page shows it: how much was checked, and each difference with its place in the words of a
// contest (a work, a judge, a criterion, a prize) instead of a pointer. Plain data, which a worker can hand
// over.
import { readRecord } from '../ledger/record';
import { type Difference, type Step } from './differences';
import { type ResultsFile } from './file';
import { type FoundRecords } from './record_check';
import { type Rules } from './rules';
import { type Verdict } from './verify';

export interface LocalText {
  vi: string;
  en?: string;
}
export interface Part {
  kind: 'round' | 'work' | 'judge' | 'criterion' | 'table' | 'prize' | 'unit' | 'record';
  name: LocalText;
}
export interface Told extends Difference {
  place: Part[];
  /** The value that differs: the last name of the pointer that is none of the place's. */
  what: string;
}
export interface ToldStep {
  step: Step;
  state: Verdict['steps'][0]['state'];
  differences: Told[];
  more: number; // differences beyond those that are told
}
export interface Report {
  holds: boolean;
  signatureChecked: boolean;
  steps: ToldStep[];
  contest?: LocalText;
  result?: { number: string; decision: string; publishedAt: string };
  counts: Record<string, number>;
  log: string;
  exceptions: { kind: string; prize: LocalText; code: string }[];
}

const kMostTold = 100; // of a step
const same = (text: string): LocalText => ({ vi: text });

class Places {
  constructor(
    private readonly file: ResultsFile,
    private readonly rules: Rules | undefined,
  ) {}

  prize(id: string): LocalText {
    return this.rules?.prizes.find((prize) => prize.id === id)?.name ?? same(id);
  }
  private table(id: string | null | undefined): Part[] {
    if (id === undefined) return [];
    const category = this.rules?.categories.find((one) => one.id === id);
    return [{ kind: 'table', name: category?.name ?? same(id ?? '') }];
  }
  private winner(one?: {
    prize: string;
    code?: string | null;
    unit?: string | null;
    unit_code?: string | null;
  }): Part[] {
    if (!one) return [];
    const out: Part[] = [{ kind: 'prize', name: this.prize(one.prize) }];
    if (one.code) out.push({ kind: 'work', name: same(one.code) });
    else if (one.unit ?? one.unit_code) out.push({ kind: 'unit', name: same(one.unit ?? one.unit_code ?? '') });
    return out;
  }

  private inRounds([i, , k, list, n, , id]: string[]): Part[] {
    const round = this.file.ranking.rounds[Number(i)];
    const rule = this.rules?.rounds[Number(i)];
    const work = k === undefined ? undefined : round?.works[Number(k)];
    const out: Part[] = [{ kind: 'round', name: rule?.name ?? same(round?.id ?? i ?? '') }];
    if (work) out.push({ kind: 'work', name: same(work.code) });
    const judge = list === 'cards' ? work?.cards[Number(n)]?.judge : undefined;
    if (judge) out.push({ kind: 'judge', name: same(judge) });
    const criterion = list === 'criteria' ? n : id;
    if (criterion !== undefined) {
      const known = rule?.criteria.find((one) => one.id === criterion);
      out.push({ kind: 'criterion', name: known?.name ?? same(criterion) });
    }
    return out;
  }

  private inTables([list, i, , k]: string[]): Part[] {
    const { rankings, open_ties, decisions } = this.file.ranking;
    const place = list === 'rankings' && k !== undefined ? rankings[Number(i)]?.places[Number(k)] : undefined;
    const decision = list === 'decisions' ? decisions[Number(i)] : undefined;
    const of = list === 'rankings' ? rankings[Number(i)] : list === 'open_ties' ? open_ties[Number(i)] : decision;
    const table = of && !Array.isArray(of) ? of.category : undefined;
    return [...this.table(table), ...(place ? [{ kind: 'work', name: same(place.code) } as Part] : [])];
  }

  of(pointer: string): Part[] {
    const [, first = '', ...names] = pointer.split('/');
    const i = Number(names[0]);
    if (first === 'ranking' && names[0] === 'rounds' && names.length > 1) return this.inRounds(names.slice(1));
    if (first === 'ranking') return this.inTables(names);
    if (first === 'awards') return this.winner(this.file.awards[i]);
    if (first === 'departures') return this.winner(this.file.departures?.[i]);
    if (first === 'exceptions') return this.winner(this.file.exceptions?.[i]);
    const record = names[0] === 'records' && this.file.ledger.records?.[Number(names[1])];
    if (record) return [{ kind: 'record', name: same(`${readRecord(record.record)?.seq ?? '?'}`) }];
    if (first === 'left' && this.file.left?.[i]) return [{ kind: 'work', name: same(this.file.left[i].code) }];
    if (first === 'author_keys' && names[0]) return [{ kind: 'work', name: same(names[0]) }];
    return [];
  }
}

/** What stands at the end of a pointer, where that is not a number or the id of a criterion. */
function whatOf(pointer: string): string {
  const names = pointer.split('/').filter((name) => !/^\d+$/.test(name));
  const [last = '', before] = [names.at(-1), names.at(-2)];
  return before === 'criteria' || before === 'marks' ? before : before === 'name' ? 'name' : last;
}

function countsOf(file: ResultsFile, records?: FoundRecords): Record<string, number> {
  const works = file.ranking.rounds.flatMap((round) => round.works);
  return {
    version: file.v.number,
    rounds: file.ranking.rounds.length,
    works: new Set(works.map(({ code }) => code)).size,
    cards: works.flatMap(({ cards }) => cards).length,
    tables: file.ranking.rankings.length,
    places: file.ranking.rankings.flatMap(({ places }) => places).length,
    awards: file.awards.length,
    departures: file.departures?.length ?? 0,
    records: Number(file.ledger.head.split('\n')[1]),
    recordedCards: records?.cards ?? 0,
    recordedDecisions: records?.decisions ?? 0,
  };
}

export function reportOf({ steps, holds, signatureChecked, file, rules, records }: Verdict): Report {
  const places = file && new Places(file, rules);
  const tell = (difference: Difference): Told => {
    const { params = {} } = difference;
    const prize = params.prize === undefined ? undefined : places?.prize(params.prize);
    return {
      ...difference,
      params: { ...params, ...(prize && { prize: prize.vi }) },
      place: places?.of(difference.pointer) ?? [],
      what: whatOf(difference.pointer),
    };
  };
  return {
    holds,
    signatureChecked,
    steps: steps.map(({ step, state, differences }) => ({
      step,
      state,
      differences: differences.slice(0, kMostTold).map(tell),
      more: Math.max(0, differences.length - kMostTold),
    })),
    contest: file?.contest.name,
    result: file && {
      number: file.result.number.text,
      decision: file.result.decision_number,
      publishedAt: file.result.published_at,
    },
    counts: file ? countsOf(file, records) : {},
    log: file?.ledger.origin ?? '',
    exceptions: (file?.exceptions ?? []).map(({ kind, prize, code }) => ({ kind, prize: places!.prize(prize), code })),
  };
}
