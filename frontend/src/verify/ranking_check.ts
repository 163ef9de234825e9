// The ranking of a file against what follows from its marks: totals and scores, who went on, ranks and what
// decided them.
import { Differences } from './differences';
import { type CardOf, type ResultsFile, type WorkOf } from './file';
import { type Rational } from './rational';
import { advancing, openTies, standings, tablesOf, type Order, type Place, type Table } from './ranks';
import { type Round, type Rules } from './rules';
import { markFaults, scored, type Scored } from './scores';

function checkCard(round: Round, card: CardOf, total: Rational, pointer: string, out: Differences) {
  for (const [id, kind] of markFaults(round, card.marks)) out.add(`${pointer}/marks/${id}`, kind);
  out.hold(`${pointer}/total`, card.total, String(total));
}

function checkWork(round: Round, work: WorkOf, pointer: string, out: Differences): Scored {
  const computed = scored(round, work.code, work.category, work.cards);
  work.cards.forEach((card, i) => checkCard(round, card, computed.totals[i]!, `${pointer}/cards/${i}`, out));
  const judges = work.cards.map(({ judge }) => judge);
  judges.forEach((judge, i) => {
    if (judges.indexOf(judge) < i) out.add(`${pointer}/cards/${i}/judge`, 'judgeTwice', { judge });
  });
  for (const id of Object.keys(work.criteria))
    if (!computed.means.has(id)) out.add(`${pointer}/criteria/${id}`, 'markUnknown');
  for (const [id, mean] of computed.means) out.hold(`${pointer}/criteria/${id}`, work.criteria[id], String(mean));
  out.hold(`${pointer}/score`, work.score, computed.score && String(computed.score));
  out.hold(`${pointer}/shown`, work.shown, computed.score?.shown(round.places));
  return computed;
}

/** Every round's works with what their cards come to; nothing when the rounds are not those of the rule book. */
export function checkScores(rules: Rules, file: ResultsFile, out: Differences): Scored[][] | undefined {
  const rounds: Scored[][] = [];
  for (const [i, { number, id, works }] of file.ranking.rounds.entries()) {
    const pointer = `/ranking/rounds/${i}`;
    const rule = rules.rounds[i];
    if (!rule) return void out.add(pointer, 'roundUnknown');
    out.holdNumber(`${pointer}/number`, number, i + 1);
    out.hold(`${pointer}/id`, id, rule.id);
    const codes = works.map(({ code }) => code);
    codes.forEach((code, k) => {
      if (codes.indexOf(code) < k) out.add(`${pointer}/works/${k}/code`, 'workTwice', { code });
    });
    rounds.push(works.map((work, k) => checkWork(rule, work, `${pointer}/works/${k}`, out)));
  }
  return rounds;
}

/** Who went on was in the round before and might go on, and nobody who stood before them was left behind. */
export function checkAdvancement(rules: Rules, rounds: Scored[][], out: Differences) {
  rounds.slice(1).forEach((works, i) => {
    const before = rounds[i]!;
    const pointer = `/ranking/rounds/${i + 1}`;
    const ranked = standings(rules, before);
    const may = advancing(rules, i + 1, ranked);
    const wentOn = new Set(works.map(({ code }) => code));
    for (const code of wentOn)
      if (!before.some((work) => work.code === code)) out.add(pointer, 'notInRoundBefore', { code });
      else if (!may.has(code)) out.add(pointer, 'didNotAdvance', { code });
    const last = Math.max(0, ...ranked.filter(({ work }) => wentOn.has(work.code)).map(({ rank }) => rank));
    for (const { work, rank } of ranked)
      if (rank < last && !wentOn.has(work.code)) out.add(pointer, 'leftBehind', { code: work.code });
  });
}

/** The head's orders as the version of the ranking has them; nothing when they are of the other one. */
function ordersOf(file: ResultsFile, out: Differences): Order[] {
  const perTable = file.ranking.v.number > 1;
  return file.ranking.decisions.flatMap((decision, i) => {
    if (Array.isArray(decision) === perTable) {
      out.add(`/ranking/decisions/${i}`, 'shape');
      return [];
    }
    return [Array.isArray(decision) ? { category: undefined, order: decision } : decision];
  });
}

/** A decision orders just the works that its table leaves open, and each once. */
function checkOrders(rules: Rules, rounds: Scored[][], orders: Order[], out: Differences) {
  const open = openTies(rules, tablesOf(rules, rounds, []));
  const told = (codes: string[]) => codes.toSorted().join(' ');
  orders.forEach(({ category, order }, i) => {
    if (category === undefined) return; // version 1 said nothing of tables
    const at = open.findIndex((tie) => tie.category === category && told(tie.codes) === told(order));
    if (at < 0) out.add(`/ranking/decisions/${i}`, 'noSuchTie');
    else open.splice(at, 1);
  });
}

function checkPlace(
  rules: Rules,
  published: ResultsFile['ranking']['rankings'][0]['places'][0],
  at: string,
  computed: Place,
  out: Differences,
) {
  const { work, round, score, rank, decidedBy } = computed;
  out.hold(`${at}/code`, published.code, work.code);
  if (published.code !== work.code) return; // the rest is another work's
  out.holdNumber(`${at}/round`, published.round, round);
  out.hold(`${at}/score`, published.score, String(score));
  out.hold(`${at}/shown`, published.shown, score.shown(rules.rounds[round - 1]!.places));
  out.holdNumber(`${at}/rank`, published.rank, rank);
  out.hold(`${at}/decided_by`, published.decided_by, decidedBy);
}

export function checkRanks(rules: Rules, file: ResultsFile, rounds: Scored[][], out: Differences): Table[] {
  const orders = ordersOf(file, out);
  const tables = tablesOf(rules, rounds, orders);
  const { ranking } = file;
  out.holdNumber('/ranking/rule_book/version', ranking.rule_book.version, file.rule_book.version.number);
  out.hold('/ranking/rule_book/sha256', ranking.rule_book.sha256, file.rule_book.sha256);
  out.holdList('/ranking/rankings', ranking.rankings, tables, (pointer, published, computed) => {
    out.hold(`${pointer}/category`, published.category, computed.category);
    out.holdList(`${pointer}/places`, published.places, computed.places, (at, one, other) =>
      checkPlace(rules, one, at, other, out),
    );
  });
  out.holdList('/ranking/open_ties', ranking.open_ties, openTies(rules, tables), (pointer, published, computed) => {
    out.hold(`${pointer}/category`, published.category, computed.category);
    out.holdNumber(`${pointer}/rank`, published.rank, computed.rank);
    out.hold(`${pointer}/codes`, published.codes.join(' '), computed.codes.join(' '));
  });
  checkOrders(rules, rounds, orders, out);
  return tables;
}
