// From a work's cards to its score: totals, combination, discrepancy, and what tie-breaks look at.
import { type CardOf } from './file';
import { highest, lowest, mean, Rational, sum, zero } from './rational';
import { type Round } from './rules';

export interface Scored {
  code: string;
  category: string;
  totals: Rational[]; // of each card
  score: Rational | undefined; // none while cards are missing
  means: Map<string, Rational>; // by criterion, over the cards that count
  highest: Rational;
  spread: Rational;
}

export type MarkFault = 'markMissing' | 'markUnknown' | 'markOutOfRange' | 'markOffStep';

/** Marks that the round does not allow, by criterion. */
export function markFaults(round: Round, marks: CardOf['marks']): [string, MarkFault][] {
  const out: [string, MarkFault][] = [];
  for (const id of Object.keys(marks))
    if (!round.criteria.some((criterion) => criterion.id === id)) out.push([id, 'markUnknown']);
  for (const { id, max, step } of round.criteria) {
    const mark = marks[id]?.exact;
    if (!mark) out.push([id, 'markMissing']);
    else if (mark.compare(zero) < 0 || mark.compare(max) > 0) out.push([id, 'markOutOfRange']);
    else if (mark.over(step).below !== 1n) out.push([id, 'markOffStep']);
  }
  return out;
}

const times = (value: Rational, n: number) => value.times(new Rational(BigInt(n)));

function combined(round: Round, totals: Rational[]): Rational {
  const sorted = totals.toSorted((a, b) => a.compare(b));
  const n = sorted.length;
  switch (round.combine) {
    case 'sum':
      return sum(sorted);
    case 'median':
      return mean(sorted.slice(Math.ceil(n / 2) - 1, Math.floor(n / 2) + 1));
    case 'trimmed_mean': {
      const { side, from } = round.trim ?? { side: 0, from: 0 };
      return mean(n >= from && n > 2 * side ? sorted.slice(side, n - side) : sorted);
    }
    case 'mean':
      return mean(sorted);
  }
}

/** The mean of the pair that lies closest; of equal pairs the higher. */
function twoClosest(totals: Rational[]): Rational {
  const sorted = totals.toSorted((a, b) => b.compare(a));
  const pairs = sorted.slice(1).map((low, i) => ({ gap: sorted[i]!.minus(low), mean: mean([sorted[i]!, low]) }));
  return pairs.reduce((best, pair) => (pair.gap.compare(best.gap) < 0 ? pair : best)).mean;
}

function tooFarApart({ discrepancy }: Round, regular: Rational[]): boolean {
  if (!discrepancy || regular.length < 2) return false;
  const beyond = highest(regular).minus(lowest(regular)).compare(discrepancy.threshold);
  return discrepancy.inclusive ? beyond >= 0 : beyond > 0;
}

/** After a discrepancy one mark stands for all; with `sum` it counts once for each regular judge. */
function settled(round: Round, regular: Rational[], extra: Rational): Rational {
  const all = [...regular, extra];
  const then = round.discrepancy?.then;
  const mark = then === 'extra_alone' ? extra : then === 'mean_of_two_closest' ? twoClosest(all) : mean(all);
  return round.combine === 'sum' ? times(mark, regular.length) : mark;
}

export function scored(round: Round, code: string, category: string, cards: CardOf[]): Scored {
  const marks = (card: CardOf, id: string) => card.marks[id]?.exact ?? zero;
  const judged = cards.map((card) => ({
    card,
    total: sum(round.criteria.map(({ id, weight, max }) => weight.times(marks(card, id)).over(max))),
  }));
  const totals = judged.map(({ total }) => total);
  const regular = judged.filter(({ card }) => !card.extra).map(({ total }) => total);
  const extra = judged.find(({ card }) => card.extra)?.total;
  const apart = tooFarApart(round, regular);
  const complete = regular.length > 0 && regular.length >= round.judges;
  const known = complete && (!apart || extra);
  // Tie-breaks look at the cards that count.
  const alone = apart && extra && round.discrepancy?.then === 'extra_alone';
  const counted = alone ? judged.filter(({ card }) => card.extra) : judged;
  const counting = counted.map(({ total }) => total);
  return {
    code,
    category,
    totals,
    score: !known ? undefined : apart && extra ? settled(round, regular, extra) : combined(round, regular),
    means: new Map(round.criteria.map(({ id }) => [id, mean(counted.map(({ card }) => marks(card, id)))])),
    highest: highest(counting),
    spread: highest(counting).minus(lowest(counting)),
  };
}
