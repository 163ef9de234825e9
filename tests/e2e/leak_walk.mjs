// A walk over everything that somebody can ask for: every GET of the contract with real values in its path,
// whoever may use it, and the public pages with all that they lead to. What came is kept, each body once.
import { createHash } from 'node:crypto';
import { operations } from './contract.mjs';
import { filled } from './perform.mjs';
import { unpacked } from './unpacked.mjs';

const gets = operations.filter(({ method }) => method === 'GET');

/** What can stand in a place of a path, given what stands in those before it. */
const choices = {
  contest: (it) => [it.contest],
  entry: (it) => Object.values(it.entries).map(({ id }) => id),
  file: (it, { entry }) =>
    Object.values(it.entries)
      .find(({ id }) => id === entry)
      .seen.files.map(({ id }) => id),
  version: () => [1],
  code: (it) => it.codes,
  position: (it) => it.entries.winner.files.map((_, i) => i + 1),
  panel: (it) => it.panels,
  round: () => [1],
  result: (it) => it.results,
  slug: (it) => it.slugs,
  unit: (it) => [it.unit],
  list: () => ['works', 'people', 'assignments', 'waivers', 'cards', 'records'],
  upload: (it) => Object.values(it.entries).flatMap(({ uploads }) => uploads),
};

/** Other questions to ask than the bare path. */
const queries = {
  listContests: () => ['', '?mine=1'],
  listEntries: () => ['', '?limit=1', '?state=accepted', '?q=anh+den'],
  exportEntries: () => ['?format=xlsx', '?format=csv', '?format=csv&order=title&lang=en'],
  listMyEntries: (it) => ['', `?contest=${it.contest}`],
  listJudgeWorks: () => ['', '?limit=1'],
  listAssignments: () => ['', '?limit=1'],
  listAccounts: () => ['', '?limit=2', '?q=nguyen'],
  countEntriesByUnit: (it) => ['', `?parent=${it.unit}`],
  countEntriesBeside: (it) => [`?contest=${it.contest}`],
  exportRuleBook: () => ['', '?version=1'],
};

function addresses(operation, it) {
  let places = [{}];
  for (const [, name] of operation.path.matchAll(/\{(\w+)\}/g))
    places = places.flatMap((place) => choices[name](it, place).map((value) => ({ ...place, [name]: value })));
  return places.flatMap((place) =>
    (queries[operation.id]?.(it) ?? ['']).map((query) => filled(operation.path, place) + query),
  );
}

/** Refusals that come before more of the address than the contest is looked at: the next entry gets the same. */
const refusedByRole = ['api.role_needed', 'api.sign_in_first'];

const nextPage = (address, cursor) => address + (address.includes('?') ? '&' : '?') + new URLSearchParams({ cursor });

/** The public pages: those that are known, and those to which they lead. */
async function pages(it) {
  const { slug } = it.rules;
  const open = [
    '/',
    '/en',
    '/app/',
    '/robots.txt',
    '/sitemap.xml',
    '/feed.atom',
    '/feed.json',
    '/healthz',
    '/tim-kiem?q=anh+den',
    '/en/search?q=guong',
  ];
  open.push(
    `/cuoc-thi/${slug}`,
    `/en/contests/${slug}`,
    `/cuoc-thi/${slug}/the-le.pdf`,
    `/cuoc-thi/${slug}/ket-qua`,
    `/en/contests/${slug}/results`,
    '/ledger/checkpoint',
    '/ledger/key',
    `/ledger/records/${slug}`,
  );
  for (const work of it.slugs)
    open.push(
      `/tac-pham/${work}`,
      `/en/works/${work}`,
      ...it.entries.winner.files.map((_, i) => `/tac-pham/${work}/tep/${i + 1}`),
    );
  const seen = new Set();
  while (open.length && seen.size < 300) {
    const path = open.pop();
    if (seen.has(path)) continue;
    seen.add(path);
    const { text, headers } = await it.people.stranger.call('GET', path);
    if (!/html|xml|feed/.test(headers.get('content-type') ?? '')) continue;
    for (const [, link] of text.matchAll(/(?:href|src)="(?:https?:\/\/[^/"]+)?(\/[^"#]*)"|<loc>https?:\/\/[^/<]+/g))
      if (link && !link.startsWith('/app/')) open.push(link.replaceAll('&amp;', '&'));
  }
  return [...seen];
}

/**
 * What people were answered: where, as whom, in which state; each text once, by its digest. `state` is the
 * one that the contest has or is about to have; nothing is kept while there is none.
 */
export class Walk {
  state;
  answers = [];
  texts = new Map();
  succeeded = new Set();

  /** `origin`: where the service of this test is, "http://127.0.0.1:PORT". */
  constructor(origin) {
    this.origin = origin;
  }

  /** From now on keeps all that these people are answered, also when they act. */
  watch(people) {
    for (const [role, person] of Object.entries(people)) {
      const call = person.call.bind(person);
      person.call = async (method, path, ...more) => {
        const answer = await call(method, path, ...more);
        if (this.state) this.keep(role, `${method} ${path}`, answer);
        return answer;
      };
    }
  }

  keep(role, address, { status, headers, bytes }) {
    const told = { ...Object.fromEntries(headers), date: undefined };
    // A page's own length, and the port of this test in its links, may be the length of some file by chance.
    if (/html|json|xml|text/.test(told['content-type'] ?? '')) delete told['content-length'];
    const head = JSON.stringify(told);
    const digest = createHash('sha256').update(head).update(bytes).digest('base64');
    if (!this.texts.has(digest)) this.texts.set(digest, (head + '\n' + unpacked(bytes)).replaceAll(this.origin, ''));
    this.answers.push({ state: this.state, role, address, status, digest });
  }

  /** One asks for all that there is. */
  async of(it, role, open) {
    const ask = (address) => it.people[role].call('GET', address, undefined, { 'Tus-Resumable': '1.0.0' });
    for (const operation of gets)
      for (const address of addresses(operation, it)) {
        let answer = await ask(address);
        if (answer.status < 300) this.succeeded.add(operation.id);
        if (refusedByRole.includes(answer.body?.key)) break;
        for (let page = 0; answer.body?.next && page < 10; page++)
          answer = await ask(nextPage(address, answer.body.next));
      }
    for (const path of open) await ask(path);
  }

  async everybody(it) {
    const open = await pages(it);
    await Promise.all(Object.keys(it.people).map((role) => this.of(it, role, open)));
  }
}

/** The operations that a walk can find something with. */
export const walked = gets.map(({ id }) => id);
