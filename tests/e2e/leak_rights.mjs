// Who may learn what of an entry, from which state on. The rule: nobody joins a code with an author before
// two people have joined them after the marks were locked; judges never see an author; who only looks on
// learns no more than the public; after publication everybody knows of the winners what they let be shown.
// What one answer tells together with a code must stand in one row.
export const order = ['open', 'closed', 'judging', 'locked', 'computed', 'joined', 'published', 'superseded'];

const everyKind = [
  'name',
  'pen',
  'partner',
  'contact',
  'account',
  'file',
  'original',
  'submitted',
  'worked',
  'number',
  'title',
  'text',
];
const submitted = ({ plan }) => plan.marks;
/** Those whose prize stands in the newest published result. */
const wins =
  (state) =>
  ({ name }) =>
    name === 'reserved' || (name === 'winner' && state === 'published');
/** The name under which an author is shown. */
const shown = ({ words }) => (words.pen ? 'pen' : 'name');

/** `who` (nobody named: everybody), `of` which entries, `from` which state on, `what`, and why. */
export const table = [
  {
    who: ['secretary'],
    from: 'open',
    of: () => submitted,
    what: () => [
      'name',
      'pen',
      'partner',
      'contact',
      'file',
      'original',
      'submitted',
      'worked',
      'number',
      'title',
      'text',
    ],
    why: 'The secretary examines what was submitted, with its authors, by number and never by code.',
  },
  {
    who: ['organiser', 'head'],
    from: 'open',
    of: () => submitted,
    what: () => ['submitted', 'number', 'title'],
    why: 'The board watches the intake and disqualifies by number; it sees neither author nor work.',
  },
  {
    who: ['organiser', 'secretary', 'head'],
    from: 'judging',
    of: () => submitted,
    what: () => ['code'],
    why: 'Judges are given works, and watched, by code alone.',
  },
  {
    who: ['judge', 'second'],
    from: 'judging',
    of:
      (state, person) =>
      ({ judge, name }) =>
        judge === person && !(name === 'winner' && state === 'superseded'),
    what: () => ['code', 'title', 'text'],
    why: 'A judge reads the works that were assigned, as long as they are in the contest, and no others.',
  },
  {
    who: ['inspector'],
    from: 'judging',
    of: () => submitted,
    what: () => ['code', 'title'],
    why: 'Inspectors read works, assignments and locked cards by code.',
  },
  {
    who: ['inspector'],
    from: 'joined',
    of: () => submitted,
    what: () => ['code', 'name', 'pen', 'partner', 'original', 'submitted', 'number', 'title', 'text'],
    why: 'Once two people have joined the codes, inspectors read all that the ledger commits to.',
  },
  {
    from: 'published',
    of: () => submitted,
    what: () => ['code', 'submitted'],
    why: 'The records in the ledger of a published contest are public, with their times; whose they are is not in them.',
  },
  {
    who: ['inspector'],
    from: 'computed',
    of: () => submitted,
    what: () => ['code'],
    why: 'Inspectors read results, which are by code until the codes are joined.',
  },
  {
    who: ['organiser', 'secretary', 'head', 'inspector'],
    from: 'joined',
    of: () => submitted,
    what: () => ['code', 'name', 'pen', 'partner', 'number', 'title'],
    why: 'Two people have joined the codes: prizes are allotted to authors.',
  },
  {
    who: ['administrator'],
    from: 'open',
    of: () => () => true,
    what: () => ['name', 'account'],
    why: 'Accounts are for administrators; entries are not, nor does an account tell that it entered.',
  },
  {
    who: ['coordinator', 'organiser'],
    from: 'open',
    of: () => () => true,
    what: () => ['name', 'account'],
    why: 'Who says to be of a unit is confirmed by its coordinator or organiser; the list does not tell who entered.',
  },
  {
    who: ['author'],
    from: 'open',
    of:
      () =>
      ({ name }) =>
        name === 'winner',
    what: () => everyKind,
    why: 'An author sees all of their own entry but its code.',
  },
  {
    from: 'published',
    of: () => submitted,
    what: () => ['code'],
    why: 'The results file lists every work by code, so that anybody can compute the ranking again.',
  },
  {
    from: 'superseded',
    of: () => submitted,
    what: (entry) => (entry.name === 'loser' ? [] : ['code', 'title', shown(entry), 'partner']),
    why: 'What a decision and its file said stays readable beside the one that took its place; the work does not.',
  },
  {
    from: 'published',
    of: wins,
    what: (entry) => ['code', 'title', shown(entry), 'partner'],
    why: 'Winners are named as they want to be.',
  },
  {
    from: 'published',
    of: (state) => (entry) => wins(state)(entry) && entry.plan.consent,
    what: (entry) => ['code', 'title', shown(entry), 'partner', 'text'],
    why: 'A work that won is read by everybody if its authors agreed.',
  },
];

/**
 * The rows that hold for somebody, in a state, of an entry: each a set of kinds that one answer may tell
 * together.
 */
export function rowsFor(state, role, person, entry) {
  return table
    .filter(
      ({ who, from, of }) =>
        (!who || who.includes(role)) && order.indexOf(state) >= order.indexOf(from) && of(state, person)(entry),
    )
    .map(({ what }) => new Set(what(entry)));
}
