// Who may call what, and what judges, entrants and strangers can learn: every operation of the contract against every role, and a
// walk over all that can be read, looking for tokens planted in authors' data.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { acceptAll, board, closeNow, draft, invited, openContest, openJudging, root } from './people.mjs';
import { Installation, Person } from './service.mjs';

const contract = JSON.parse(readFileSync(join(root, 'schema/openapi.json'), 'utf8'));
const token = 'Zqxvkjw';
/** Everything of an author that nobody but the secretary may see, in forms that a search would find. */
const secrets = ['zqxvkjw', '0905123987', 'to-zqx', 'hem-zqx'];

let installation, people, contest, codes, author;
before(async () => {
  installation = await new Installation().serve();
  const { administrator, organiser } = await board(installation);
  const opened = await openContest(organiser);
  contest = opened.contest;
  const as = (role, n = '') => invited(organiser, contest, role, `${role}${n}@thi.test`, 'Phạm Thị Khác');
  people = {
    administrator,
    organiser,
    secretary: await as('secretary'),
    head: await as('head'),
    inspector: await as('inspector'),
  };
  people.judge = await as('judge', 1);
  const judges = [people.judge, await as('judge', 2)];
  people.entrant = await Person.registered(installation, 'nguoi-khac@thi.test', 'Lê Người Khác');
  people.stranger = new Person(installation);

  author = await Person.registered(installation, 'to-zqx@thi.test', `Nguyễn ${token}`);
  for (const n of [1, 2]) {
    const entry = await author.post(
      `/api/contests/${contest}/entries`,
      draft('bai-viet', `Ánh đèn ${n}`, {
        phone: '0905123987',
        address: 'hem-zqx 5',
        pen_name: `Bút ${token}`,
        co_authors: [{ name: `Trần ${token}` }],
      }),
    );
    await author.postAt(`/api/entries/${entry.id}/submit`, entry.revision);
    author.entry = entry;
  }
  await closeNow(organiser, contest, opened.rules);
  assert.deepEqual(await acceptAll(people.secretary, contest), ['accepted', 'accepted']);
  await openJudging(organiser, contest, judges);
  codes = (await people.judge.get(`/api/contests/${contest}/judge/works`)).items.map((item) => item.code);
});
after(() => installation?.remove());

const operations = Object.entries(contract.paths).flatMap(([path, item]) =>
  Object.entries(item).map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })),
);

/** The path with something in each place: real where the test has it. */
function filled(path) {
  const known = {
    contest,
    entry: author.entry.id,
    code: codes[0],
    round: 1,
    position: 1,
    version: 1,
    slug: 'khong-co',
    token: 'khong-co',
  };
  return path.replace(/\{(\w+)\}/g, (_, name) => known[name] ?? 123456789);
}

test('every operation is open to the roles that the contract names and to nobody else', async () => {
  const wrong = [];
  for (const { path, method, operation } of operations) {
    const access = operation['x-access'];
    if (operation.operationId.startsWith('signOut')) continue;
    for (const [role, person] of Object.entries(people)) {
      const body = ['GET', 'DELETE', 'OPTIONS'].includes(method) ? undefined : {};
      const headers = { 'If-Match': '"r999"', 'Idempotency-Key': crypto.randomUUID(), 'Tus-Resumable': '1.0.0' };
      const { status } = await person.call(method, filled(path), body, headers);
      const gate =
        access === 'anyone'
          ? 'open'
          : role === 'stranger'
            ? 'unknown'
            : access === 'signed_in' || access.includes(role)
              ? 'open'
              : 'closed';
      const good = {
        open: status !== 401 && (access !== 'anyone' || status !== 403),
        unknown: status === 401,
        closed: status === 403 || status === 404,
      };
      if (!good[gate]) wrong.push(`${role} ${method} ${path}: ${status}, should be ${gate}`);
    }
  }
  assert.deepEqual(wrong, []);
});

test("a judge's answer for another's work is the same as for one that does not exist", async () => {
  const seen = [];
  for (const code of ['AAAAAA', '------']) {
    const { status, body } = await people.judge.call('GET', `/api/contests/${contest}/judge/works/${code}`);
    seen.push([status, body.key]);
  }
  assert.deepEqual(seen[0], [404, 'base.not_found']);
  assert.deepEqual(seen[1], seen[0]);
});

test('nothing that a judge, another entrant or a stranger can read before joining names an author', async () => {
  const paths = operations.filter(({ method }) => method === 'GET').map(({ path }) => filled(path));
  paths.push(
    '/',
    '/en',
    '/app/',
    '/cuoc-thi/guong-co-quan',
    '/en/contests/guong-co-quan',
    '/cuoc-thi/guong-co-quan/ket-qua',
  );
  paths.push('/cuoc-thi/guong-co-quan/the-le.pdf', '/feed.atom', '/feed.json', '/sitemap.xml');
  paths.push('/tim-kiem?q=anh+den'); // the title; a search for the author would show what was asked for
  for (const code of codes) paths.push(`/api/contests/${contest}/judge/works/${code}`);
  const leaks = [];
  for (const role of ['judge', 'entrant', 'stranger', 'organiser', 'head', 'inspector', 'administrator']) {
    for (const path of paths) {
      if (role === 'administrator' && path.startsWith('/api/accounts')) continue; // accounts are the administrator's work
      const { text, headers } = await people[role].call('GET', path);
      const all = (text + JSON.stringify([...headers])).toLowerCase();
      for (const secret of secrets) if (all.includes(secret)) leaks.push(`${role} ${path}: ${secret}`);
      if (role === 'judge' && all.includes(author.entry.number)) leaks.push(`${role} ${path}: number`);
      if (role === 'judge' && path.includes('/judge/') && all.includes(String(author.entry.id)))
        leaks.push(`${role} ${path}: id`);
    }
  }
  assert.deepEqual(leaks, []);
});

test('the secretary sees authors by number and never a code', async () => {
  const paths = [
    `/api/contests/${contest}/entries`,
    `/api/contests/${contest}/entries/${author.entry.id}`,
    `/api/contests/${contest}/entries?q=${token}`,
  ];
  for (const path of paths) {
    const { status, text } = await people.secretary.call('GET', path);
    assert.equal(status, 200, path);
    for (const code of codes) assert.ok(!text.includes(code), `${path} shows a code`);
  }
});

test('the author finds their own entries and no code', async () => {
  const { text } = await author.call('GET', `/api/entries/${author.entry.id}`);
  for (const code of codes) assert.ok(!text.includes(code));
});
