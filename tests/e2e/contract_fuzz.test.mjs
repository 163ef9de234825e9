// Every operation, asked by every role for what the contract lets one ask and for what it does not, in a demo of
// several contests: no answer is a fault of the service, none is outside the contract, and no address below
// /api/ answers with a page.
// GUONG_FUZZ_SEED=n repeats a run; GUONG_FUZZ_RUNS=n asks each operation more often.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { request } from 'node:http';
import { after, before, describe, test } from 'node:test';
import fc from 'fast-check';
import { requestOf } from './arbitrary.mjs';
import { operations, outsideContract, resolve } from './contract.mjs';
import { makeDatabase, Person, withoutPostgres } from './service.mjs';
import { startDemo } from './support.mjs';

const seed = Number(process.env.GUONG_FUZZ_SEED ?? 20260520);
const numRuns = Number(process.env.GUONG_FUZZ_RUNS ?? 3);
console.log(`GUONG_FUZZ_SEED=${seed} GUONG_FUZZ_RUNS=${numRuns}`);

let demo, people, known;

/** One person of each role, and a stranger. */
async function everybody() {
  const all = { stranger: new Person(demo) };
  for (const { role, identifier, password } of demo.accounts)
    all[role] ??= await Person.signedIn(demo, identifier, password);
  return all;
}

/** What exists in this demo, by the name that a parameter or a field of the contract has for it. */
async function whatExists() {
  const { organiser, secretary, judge, entrant, administrator, stranger } = people;
  const some = async (person, path, field = 'id') => {
    const { status, body } = await person.call('GET', path);
    return status === 200 ? body.items.map((item) => item[field]).slice(0, 3) : [];
  };
  const inEach = async (person, contests, path, field) =>
    (await Promise.all(contests.map((one) => some(person, `/api/contests/${one}${path}`, field)))).flat();
  const contest = await some(organiser, '/api/contests?mine=1');
  const unit = await some(stranger, '/api/units');
  const account = await some(administrator, '/api/accounts');
  const judges = demo.accounts.filter(({ role }) => role === 'judge').map(({ identifier }) => identifier);
  const judging = await some(judge, '/api/judging/contests', 'contest');
  const entry = await some(entrant, '/api/entries');
  const file = await Promise.all(entry.map((one) => some(entrant, `/api/entries/${one}/files`)));
  return {
    contest,
    unit,
    account,
    parent: unit,
    judge: [judge.id],
    identifier: judges,
    entry: [...entry, ...(await inEach(secretary, contest, '/entries'))],
    file: file.flat(),
    code: await inEach(judge, judging, '/judge/works', 'code'),
    panel: await inEach(organiser, contest, '/panels'),
    result: await inEach(organiser, contest, '/results'),
    slug: await inEach(stranger, contest, '/works', 'slug'),
    round: [1, 2],
    position: [1],
    version: [1],
    'Tus-Resumable': ['1.0.0'],
    'If-Match': ['"r1"', '"r2"', '"r3"'],
  };
}

/** Sends a request as it is: no client of ours corrects it. */
async function sent({ method, path, headers, type, content = '' }, cookie) {
  const { hostname, port } = new URL(demo.base);
  const more = { 'Content-Length': Buffer.byteLength(content), 'Content-Type': type, Cookie: cookie };
  const given = Object.entries({ ...headers, ...more }).filter(([, value]) => value !== undefined && value !== '');
  const asked = request({ hostname, port, method, path, headers: Object.fromEntries(given) });
  asked.end(content);
  const [answer] = await once(asked, 'response');
  const parts = await answer.toArray();
  return {
    status: answer.statusCode,
    headers: new Headers(Object.entries(answer.headers)),
    text: Buffer.concat(parts).toString(),
  };
}

// What ends sessions is asked last.
const ending = ['signOut', 'signOutEverywhere'];
const inOrder = [...operations].sort((a, b) => ending.indexOf(a.id) - ending.indexOf(b.id));

/** What is wrong with the answer to a request, whoever asks. */
async function faultsOf(asked, person) {
  const answer = await sent(asked, person.cookie);
  const url = new URL(asked.path, demo.base);
  const requestHeaders = new Headers(asked.headers);
  if (asked.type) requestHeaders.set('Content-Type', asked.type);
  const request = { method: asked.method, url, requestHeaders, requestBody: asked.value };
  const faults = outsideContract({ ...request, ...answer });
  if (answer.status >= 500) faults.push(`${answer.status} ${answer.text}`);
  if (answer.headers.get('content-type')?.startsWith('text/html')) faults.push('a page');
  return faults;
}

const byContract = (row, runs) => async () => {
  const property = fc.asyncProperty(requestOf(row, known), async (asked) => {
    for (const [role, person] of Object.entries(people))
      assert.deepEqual(await faultsOf(asked, person), [], `asked by ${role}`);
  });
  await fc.assert(property, { seed, numRuns: runs, endOnFailure: true, includeErrorInReport: true });
};

/** Text that is none, in each parameter of a query in turn, by everybody. */
async function withoutText({ method, path, operation }) {
  const address = path.replace(/\{(\w+)\}/g, (_, name) => known[name]?.[0] ?? 1);
  const names = (operation.parameters ?? []).map(resolve).filter((one) => one.in === 'query');
  for (const { name } of names) {
    for (const value of ['%00', 'a%00b', '%ff%fe', '%ed%a0%80']) {
      const asked = { method, path: `${address}?${name}=${value}`, headers: {} };
      for (const person of Object.values(people)) {
        const { status, text } = await sent(asked, person.cookie);
        assert.ok(status < 500, `${asked.path}: ${status} ${text}`);
      }
    }
  }
}

const impossible = [
  '/api/%ff',
  '/api/%',
  '/api/contests//1',
  '/api/contests/%00',
  '/api/contests/../accounts',
  '/api/./me',
  '/api/nowhere',
  '/api/',
];
async function refusedAlike(path) {
  for (const method of ['GET', 'HEAD', 'POST', 'OPTIONS', 'TRACE']) {
    const { status, headers } = await sent({ method, path, headers: {} });
    assert.ok(status >= 400 && status < 500, `${method}: ${status}`);
    assert.equal(headers.get('content-type'), 'application/problem+json', method);
  }
}

/** The demo, with those who ask and what they may ask for; `settings` name the database. */
async function begin(settings) {
  demo = await startDemo(settings);
  people = await everybody();
  known = await whatExists();
}

describe('on SQLite', () => {
  before(() => begin());
  after(() => demo?.remove());
  for (const path of impossible) test(`${path} is refused in the form of every refusal`, () => refusedAlike(path));
  for (const row of inOrder)
    test(`${row.id} answers by the contract, whoever asks and whatever for`, byContract(row, numRuns));
});

// Engines differ in what a text may hold: there each operation is asked less often.
describe('on PostgreSQL', { skip: withoutPostgres }, () => {
  let database;
  before(() => {
    database = makeDatabase('fuzz');
    return begin(database.settings);
  });
  after(async () => {
    await demo?.remove();
    database?.drop();
  });
  for (const row of operations.filter(({ method }) => method === 'GET'))
    test(`${row.id} refuses a query that is no text, or finds nothing by it`, () => withoutText(row));
  for (const row of inOrder)
    test(`${row.id} answers by the contract, whoever asks and whatever for`, byContract(row, 1));
});
