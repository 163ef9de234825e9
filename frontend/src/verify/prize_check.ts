// The awards of a file against what ranking, rule book, authors' keys and decisions give; and each decision
// against what the rule book leaves open.
import { Differences, type FaultKind } from './differences';
import { type AwardOf, type DepartureOf, type ResultsFile } from './file';
import { allot, exceptionsOf, placeOf, takes, winnersOf, type Authors, type Departure, type Winner } from './prizes';
import { type Table } from './ranks';
import { type Prize, type Rules } from './rules';

const find = (rules: Rules, id: string) => rules.prizes.find((prize) => prize.id === id);
const who = ({ prize, code, unit }: Winner) => JSON.stringify([prize, code, unit]);
const heldBy = ({ prize, code, unit_code }: AwardOf): Winner => ({ prize, code: code ?? '', unit: unit_code ?? '' });

const departureOf = (d: DepartureOf): Departure => ({
  kind: d.kind === 'joint' ? 'chosen' : d.kind,
  prize: d.prize,
  category: d.category ?? '',
  code: d.code ?? '',
  unit: d.unit_code ?? '',
  places: d.places.number,
});

/** Name, money, rank and score of an award follow from the prize and the work. */
function checkValues(rules: Rules, tables: Table[], award: AwardOf, pointer: string, out: Differences) {
  const prize = find(rules, award.prize);
  const place = award.code === null ? undefined : placeOf(tables, award.code, !!prize && !prize.perCategory);
  const name = prize && { vi: prize.name.vi, en: prize.name.en ?? '' };
  out.hold(`${pointer}/name/vi`, award.name?.vi, name?.vi);
  out.hold(`${pointer}/name/en`, award.name?.en, name?.en);
  out.holdNumber(`${pointer}/money`, award.money, prize?.money ?? 0);
  out.holdNumber(`${pointer}/rank`, award.rank, place?.rank);
  out.hold(`${pointer}/score`, award.score, place && String(place.score));
  out.hold(`${pointer}/shown`, award.shown, place?.score.shown(rules.rounds.at(-1)!.places));
}

function checkWork(prize: Prize, tables: Table[], award: AwardOf, pointer: string, out: Differences) {
  if (award.code === null) return;
  const place = placeOf(tables, award.code, !prize.perCategory);
  const params = { code: award.code, prize: prize.id };
  if (!place) out.add(`${pointer}/code`, 'notRanked', params);
  else if (prize.minScore && place.score.compare(prize.minScore) < 0) out.add(pointer, 'belowMinScore', params);
  else if (award.category !== null && award.category !== place.work.category)
    out.add(`${pointer}/category`, 'otherCategory', params);
}

/** What holds of awards in files of every version. */
function checkEach(rules: Rules, file: ResultsFile, tables: Table[], out: Differences) {
  const given = new Map<string, number>();
  const held = new Set<string>();
  file.awards.forEach((award, i) => {
    const pointer = `/awards/${i}`;
    checkValues(rules, tables, award, pointer, out);
    const prize = find(rules, award.prize);
    if (!prize) return out.add(`${pointer}/prize`, 'prizeUnknown', { prize: award.prize });
    checkWork(prize, tables, award, pointer, out);
    if (award.code !== null && held.has(who(heldBy(award)))) out.add(pointer, 'awardTwice', { code: award.code });
    held.add(who(heldBy(award)));
    const line = `${prize.id} ${prize.perCategory ? award.category : ''}`;
    given.set(line, (given.get(line) ?? 0) + 1);
    if (!file.departures && !rules.allPass && given.get(line)! > prize.count)
      out.add(pointer, 'tooManyAwards', { prize: prize.id, count: String(prize.count) });
  });
}

/** Counts how often something was said, up to and with this time. */
function tally() {
  const counts = new Map<string, number>();
  return (name: string, by = 1) => {
    counts.set(name, (counts.get(name) ?? 0) + by);
    return counts.get(name)!;
  };
}

/** Each decision by itself: is it of a kind that the prize leaves open, and may this work or unit have it? */
function checkDepartures(rules: Rules, tables: Table[], departures: Departure[], out: Differences) {
  const [vacant, given, same] = [tally(), tally(), tally()];
  departures.forEach((d, i) => {
    const prize = find(rules, d.prize);
    const add = (kind: FaultKind) =>
      out.add(`/departures/${i}`, kind, { prize: d.prize, code: d.code || d.unit, count: String(prize?.count ?? 0) });
    if (!prize) return add('prizeUnknown');
    const line = `${d.prize} ${d.category}`;
    if (d.kind === 'given' && given(line) > prize.count) add('tooManyAwards');
    if (d.kind === 'given' && same(who(d)) > 1) add('awardTwice');
    if ((d.kind === 'given') === (prize.kind === 'ranked'))
      return add(d.kind === 'given' ? 'goesByRank' : 'goesByDecision');
    if (d.kind === 'vacant') {
      if (!prize.mayStayVacant) add('mustNotStayVacant');
      if (vacant(line, d.places) > prize.count) add('tooManyVacant');
      return;
    }
    if (d.unit !== '') return;
    if (prize.kind === 'collective') return add('collectiveToWork');
    const place = placeOf(tables, d.code, !prize.perCategory);
    if (!place) return add('notRanked');
    if (prize.minScore && place.score.compare(prize.minScore) < 0) add('belowMinScore');
    const { category } = place.work;
    if (!takes(prize, category) || (prize.perCategory && d.category !== category)) add('otherCategory');
  });
}

/** A special or side prize to a work that has a ranked one counts only where the rule book says so. */
function checkAuthorLimit(rules: Rules, authors: Authors, winners: Winner[], out: Differences) {
  if (rules.awardsPerAuthor === 0) return;
  const isRanked = ({ prize }: Winner) => find(rules, prize)?.kind === 'ranked';
  const besides = (w: Winner) => !isRanked(w) && winners.some((other) => isRanked(other) && other.code === w.code);
  const held = tally();
  for (const winner of winners.filter((w) => rules.specialsCount || !besides(w)))
    for (const author of authors.get(winner.code) ?? [])
      if (held(author) === rules.awardsPerAuthor + 1)
        out.add('/departures', 'authorLimit', { code: winner.code, count: String(rules.awardsPerAuthor) });
}

/** "joint" is said where equals share a prize beyond its count. */
function checkKinds(rules: Rules, published: DepartureOf[], departures: Departure[], out: Differences) {
  departures.forEach((d, i) => {
    if (d.kind !== 'chosen') return;
    const prize = find(rules, d.prize);
    const line = departures.filter((o) => o.kind === 'chosen' && o.prize === d.prize && o.category === d.category);
    const joint = !!prize?.joint && line.length > prize.count;
    out.hold(`/departures/${i}/kind`, published[i]!.kind, joint ? 'joint' : 'chosen');
  });
}

/** No more awards, no fewer, no others than follow. */
function checkDue(file: ResultsFile, authors: Authors, winners: Winner[], out: Differences) {
  const due = winners.map(who);
  file.awards.forEach((award, i) => {
    const at = due.indexOf(who(heldBy(award)));
    if (at < 0) out.add(`/awards/${i}`, 'awardNotDue', { prize: award.prize });
    else due.splice(at, 1);
    const keys = award.code === null ? undefined : file.author_keys?.[award.code];
    if (award.code !== null && keys?.length !== award.authors.length)
      out.add(`/awards/${i}`, 'authorKeysMissing', { code: award.code });
  });
  for (const one of due) {
    const [prize, code, unit] = JSON.parse(one) as [string, string, string];
    out.add('/awards', 'awardMissing', { prize, code: code || unit });
  }
}

function checkLeft(file: ResultsFile, out: Differences) {
  file.left?.forEach(({ code }, i) => {
    if (file.ranking.rounds.some(({ works }) => works.some((work) => work.code === code)))
      out.add(`/left/${i}`, 'leftButRanked', { code });
  });
}

export function checkPrizes(rules: Rules, file: ResultsFile, tables: Table[], out: Differences) {
  checkEach(rules, file, tables, out);
  const exceptions = exceptionsOf(rules, tables, file.awards.map(heldBy));
  if (file.exceptions)
    out.holdList('/exceptions', file.exceptions, exceptions, (pointer, published, computed) => {
      for (const name of ['kind', 'prize', 'category', 'code'] as const)
        out.hold(`${pointer}/${name}`, published[name], computed[name]);
    });
  if (!file.departures) return;
  const departures = file.departures.map(departureOf);
  const authors: Authors = new Map(Object.entries(file.author_keys ?? {}).map(([code, keys]) => [code, new Set(keys)]));
  const allotment = allot(rules, tables, authors, departures);
  const winners = winnersOf(rules, allotment, departures);
  checkDepartures(rules, tables, departures, out);
  checkKinds(rules, file.departures, departures, out);
  for (const { prize, code } of allotment.unused) out.add('/departures', 'choiceNotOpen', { prize, code });
  const open = allotment.undecided;
  if (open) return out.add('/departures', 'undecided', { prize: open.prize.id });
  checkAuthorLimit(rules, authors, winners, out);
  checkDue(file, authors, winners, out);
  checkLeft(file, out);
}
