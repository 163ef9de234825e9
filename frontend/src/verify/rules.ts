// What the arithmetic needs of a rule book (docs/rule-book.md), with the defaults that its parts have.
import schema from '../../../schema/rule-book.schema.json';
import { Num, parseJson, plain, Unreadable, type Json } from './json';
import { Rational } from './rational';
import { misfits, type Misfit, type Schema } from './schema';

export interface Criterion {
  id: string;
  name: { vi: string; en?: string };
  weight: Rational;
  max: Rational;
  step: Rational;
}
export interface Round {
  id: string;
  name: { vi: string; en?: string };
  criteria: Criterion[];
  judges: number;
  combine: 'mean' | 'trimmed_mean' | 'median' | 'sum';
  trim?: { side: number; from: number };
  discrepancy?: {
    threshold: Rational;
    inclusive: boolean;
    then: 'mean_of_all' | 'mean_of_two_closest' | 'extra_alone';
  };
  places: number;
  advance: { by: string; value: Rational; equalScoresPass: boolean };
}
export interface Prize {
  id: string;
  name: { vi: string; en?: string };
  rank: number;
  count: number;
  perCategory: boolean;
  categories: string[];
  kind: 'ranked' | 'special' | 'collective' | 'side';
  minScore?: Rational;
  mayStayVacant: boolean;
  joint: boolean;
  money: number;
}
export interface Rules {
  categories: { id: string; name: { vi: string; en?: string } }[];
  rounds: Round[];
  tieBreaks: { by: string; criterion?: string }[];
  prizes: Prize[];
  awardsPerAuthor: number;
  specialsCount: boolean;
  allPass: boolean;
}

interface CriterionJson {
  id: string;
  name: { vi: string };
  weight?: Num;
  max: Num;
  step?: Num;
}
interface RoundJson {
  id: string;
  name: { vi: string };
  criteria: CriterionJson[];
  judges_per_entry: Num;
  combine?: Round['combine'];
  trim?: { each_side: Num; from_cards: Num };
  discrepancy?: { threshold: Num; inclusive?: boolean; then: 'mean_of_all' | 'mean_of_two_closest' | 'extra_alone' };
  places?: Num;
  advance?: { by: string; value?: Num; ties?: string };
}
interface PrizeJson {
  id: string;
  name: { vi: string; en?: string };
  rank: Num;
  count?: Num;
  scope?: string;
  categories?: string[];
  kind?: Prize['kind'];
  min_score?: Num;
  may_stay_vacant?: boolean;
  joint?: boolean;
  money?: Num;
}
interface Document {
  categories: Rules['categories'];
  rounds: RoundJson[];
  tie_breaks?: Rules['tieBreaks'];
  prizes: PrizeJson[];
  awards_per_author?: Num;
  special_prizes_count?: boolean;
  ties_at_prize_line?: string;
}

const one = new Rational(1n);
const zero = new Rational(0n);

const criterionOf = ({ id, name, weight, max, step }: CriterionJson): Criterion => ({
  id,
  name,
  max: max.exact,
  weight: (weight ?? max).exact,
  step: step?.exact ?? one,
});

const roundOf = (r: RoundJson): Round => ({
  id: r.id,
  name: r.name,
  criteria: r.criteria.map(criterionOf),
  judges: r.judges_per_entry.number,
  combine: r.combine ?? 'mean',
  trim: r.trim && { side: r.trim.each_side.number, from: r.trim.from_cards.number },
  discrepancy: r.discrepancy && {
    threshold: r.discrepancy.threshold.exact,
    inclusive: r.discrepancy.inclusive ?? false,
    then: r.discrepancy.then,
  },
  places: r.places?.number ?? 2,
  advance: {
    by: r.advance?.by ?? 'all',
    value: r.advance?.value?.exact ?? zero,
    equalScoresPass: (r.advance?.ties ?? 'all_pass') === 'all_pass',
  },
});

const prizeOf = (p: PrizeJson): Prize => ({
  id: p.id,
  name: p.name,
  rank: p.rank.number,
  count: p.count?.number ?? 1,
  perCategory: p.scope === 'category',
  categories: p.categories ?? [],
  kind: p.kind ?? 'ranked',
  minScore: p.min_score?.exact,
  mayStayVacant: p.may_stay_vacant ?? true,
  joint: p.joint ?? false,
  money: p.money?.number ?? 0,
});

/** The rules, or where the document is none. */
export function readRules(document: string): Rules | Misfit[] {
  let json: Json;
  try {
    json = parseJson(document);
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return [{ pointer: '', kind: 'shape' }];
  }
  const faults = misfits(schema as unknown as Schema, json);
  if (faults.length > 0) return faults;
  const book = plain(json) as Document;
  return {
    categories: book.categories,
    rounds: book.rounds.map(roundOf),
    tieBreaks: book.tie_breaks ?? [],
    prizes: book.prizes.map(prizeOf),
    awardsPerAuthor: book.awards_per_author?.number ?? 0,
    specialsCount: book.special_prizes_count ?? false,
    allPass: book.ties_at_prize_line === 'all_pass',
  };
}
