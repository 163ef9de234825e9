// A whole contest from its rule book to published winners, through the API, on each database. The marks and winners were worked out by
// hand (see `works`).
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { film } from './film.mjs';
import { acceptAll, board, closeNow, draft, invited, openContest, openJudging, root } from './people.mjs';
import { Installation, makeDatabase, Person, program, withoutPostgres } from './service.mjs';

// Weights are the maxima 60, 30 and 10, so a card's total is the sum of its marks.
//   A: 83 and 84     -> 83.5, content 52.5
//   B: 83.5 and 83.5 -> 83.5, content 52    (A stands before B by the content's mean)
//   C: 65 and 66     -> 65.5
const works = {
  A: {
    title: 'Cô giáo trên đỉnh mây',
    category: 'bai-viet',
    cards: [
      [50, 25, 8],
      [55, 20, 9],
    ],
    score: '167/2',
    shown: '83.50',
    rank: 1,
  },
  B: {
    title: 'Ánh đèn trạm y tế',
    category: 'bai-viet',
    cards: [
      [52, 22, 9.5],
      [52, 23, 8.5],
    ],
    score: '167/2',
    shown: '83.50',
    rank: 2,
  },
  C: {
    title: 'Những người vá đường',
    category: 'video',
    cards: [
      [40, 20, 5],
      [41, 20, 5],
    ],
    score: '131/2',
    shown: '65.50',
    rank: 3,
  },
};

async function submitted(person, contest, work, file) {
  const entry = await person.post(`/api/contests/${contest}/entries`, draft(work.category, work.title));
  let resumed;
  if (file) {
    const words = [
      'tus_upload.mjs',
      person.installation.base,
      `/api/entries/${entry.id}/uploads`,
      person.cookie,
      file,
      'work',
      '20000000',
    ];
    const out = execFileSync('node', words, { cwd: join(root, 'tests/e2e'), encoding: 'utf8' });
    resumed = JSON.parse(out);
  }
  const { revision } = (await person.call('GET', `/api/entries/${entry.id}`)).body;
  const receipt = await person.postAt(`/api/entries/${entry.id}/submit`, revision ?? entry.revision);
  return { entry, receipt, resumed };
}

/** Every judge marks what they were given: the first card of a work by whoever comes first, the second by the other. */
async function markAll(judges, contest) {
  const given = { A: 0, B: 0, C: 0 };
  for (const judge of judges) {
    const { items } = await judge.get(`/api/contests/${contest}/judge/works`);
    for (const { code, title } of items) {
      const [name, work] = Object.entries(works).find(([, candidate]) => candidate.title === title);
      const [content, form, impact] = work.cards[given[name]++];
      const path = `/api/contests/${contest}/judge/works/${code}/card`;
      const seen = await judge.get(path.slice(0, -5));
      assert.equal(seen.title, title);
      const { revision } = await judge.put(path, { marks: { content, form, impact } }, 0);
      await judge.postAt(path + '/submit', revision);
    }
  }
  assert.deepEqual(given, { A: 2, B: 2, C: 2 });
}

async function play(env) {
  const folder = mkdtempSync(join(tmpdir(), 'guong-film-'));
  const installation = new Installation(env);
  try {
    await installation.serve();
    const { organiser } = await board(installation);
    const { contest, rules } = await openContest(organiser);
    const secretary = await invited(organiser, contest, 'secretary', 'thu-ky@thi.test', 'Lê Thư Ký');
    const head = await invited(organiser, contest, 'head', 'truong-ban@thi.test', 'Võ Trưởng Ban');
    const judges = [];
    for (const n of [1, 2, 3, 4])
      judges.push(await invited(organiser, contest, 'judge', `cham${n}@thi.test`, `Phạm Giám Khảo`));

    const film50 = film(folder, 50_000_000);
    const authors = {};
    for (const [name, work] of Object.entries(works)) {
      const author = await Person.registered(
        installation,
        `tac-gia-${name.toLowerCase()}@thi.test`,
        `Nguyễn Tác Giả ${name}`,
      );
      authors[name] = await submitted(author, contest, work, name === 'C' ? film50 : undefined);
    }
    const { resumed, receipt } = authors.C;
    assert.ok(resumed.resumed_from > 0 && resumed.resumed_from < resumed.size, 'the upload was cut in the middle');
    assert.equal(receipt.files[0].sha256, createHash('sha256').update(readFileSync(film50)).digest('hex'));

    await closeNow(organiser, contest, rules);
    assert.deepEqual(await acceptAll(secretary, contest), ['accepted', 'accepted', 'accepted']);
    assert.deepEqual(await openJudging(organiser, contest, judges), { assigned: 6, unstaffed: [] });

    const early = await organiser.call(
      'POST',
      `/api/contests/${contest}/rounds/1/lock`,
      {},
      { 'Idempotency-Key': crypto.randomUUID() },
    );
    assert.equal(early.status, 409, 'a round is not locked while cards are missing');
    assert.equal(early.body.faults.length, 6);
    await markAll(judges, contest);
    await organiser.post(`/api/contests/${contest}/rounds/1/lock`);

    const result = (await organiser.post(`/api/contests/${contest}/results`)).id;
    const path = `/api/contests/${contest}/results/${result}`;
    await secretary.post(path + '/join');
    const again = await secretary.call('POST', path + '/join', {});
    assert.ok(again.status >= 400 || again.body.state === 'computed', 'one person alone does not join the codes');
    await head.post(path + '/join');
    await organiser.post(path + '/propose', { decision_number: '12-QĐ/BTC' });
    const self = await organiser.call('POST', path + '/approve', {});
    assert.ok([403, 409].includes(self.status), 'who proposed does not approve');
    await head.post(path + '/approve');
    await organiser.post(path + '/publish');

    await checkPublished(installation, contest);
    await verifyElsewhere(installation, contest, folder);
    assert.match(installation.run(['ledger', 'verify']), /./);
  } finally {
    await installation.remove();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function checkPublished(installation, contest) {
  const stranger = new Person(installation);
  const file = await stranger.get(`/api/contests/${contest}/results/published`);
  const awards = file.awards.map(({ prize, title, score, shown, rank }) => ({ prize, title, score, shown, rank }));
  const expected = (prize, { title, score, shown, rank }) => ({ prize, title, score, shown, rank });
  assert.deepEqual(awards, [expected('first', works.A), expected('second', works.B)]);
  assert.deepEqual(
    file.awards.map((award) => award.authors[0].name),
    ['Nguyễn Tác Giả A', 'Nguyễn Tác Giả B'],
  );
  const places = file.ranking.rankings.find((ranking) => ranking.category === null).places;
  assert.deepEqual(
    places.map((place) => [place.score, place.rank]),
    [
      ['167/2', 1],
      ['167/2', 2],
      ['131/2', 3],
    ],
  );
  const page = await stranger.call('GET', `/cuoc-thi/${file.contest.slug}/ket-qua`);
  assert.equal(page.status, 200);
  for (const text of [works.A.title, works.B.title, '83,50', '5.000.000 đồng'])
    assert.ok(page.text.includes(text), text);
  assert.ok(!page.text.includes(works.C.title), 'a work without a prize is not on the page of results');
  const work = await stranger.call('GET', `/tac-pham/${file.awards[0].work}`);
  assert.ok(work.text.includes('Một câu chuyện thật'));
}

/** On a machine that has the program, the file and the key, and nothing else: no installation, no network. */
async function verifyElsewhere(installation, contest, folder) {
  const { text } = await new Person(installation).call('GET', `/api/contests/${contest}/results/published`);
  const key = installation.run(['ledger', 'key']).trim();
  const empty = join(folder, 'elsewhere');
  mkdirSync(empty);
  const verify = (content, ...more) => {
    writeFileSync(join(empty, 'result.json'), content);
    const { status, stdout } = spawnSync(program, ['results', 'verify', 'result.json', ...more], {
      cwd: empty,
      encoding: 'utf8',
      env: { PATH: process.env.PATH, LANG: 'en_GB.UTF-8', HOME: empty },
    });
    return { status, stdout };
  };
  assert.equal(verify(text, '--key', key).status, 0, verify(text, '--key', key).stdout);
  assert.match(verify(text).stdout, /was not checked/);
  assert.deepEqual(readdirSync(empty), ['result.json'], 'verifying makes nothing');
  const file = JSON.parse(text);
  const bent = (change) => {
    const copy = structuredClone(file);
    change(copy);
    return verify(JSON.stringify(copy), '--key', key);
  };
  const planted = [
    [(f) => ([f.awards[0].code, f.awards[1].code] = [f.awards[1].code, f.awards[0].code]), '/awards/0/rank'],
    [(f) => (f.ranking.rounds[0].works[0].cards[0].marks.content += 1), '/ranking/rounds/0/works/0/score'],
    [(f) => (f.ranking.rankings[0].places[0].decided_by = 'highest_card'), '/ranking/rankings/0/places/0/decided_by'],
    [(f) => f.awards.pop(), '/exceptions'],
    [(f) => (f.rule_book.document += ' '), '/rule_book/sha256'],
    [(f) => (f.awards[0].authors[0].name = 'Ai đó'), '/: '],
    [(f) => (f.ledger.head = f.ledger.head.replace(/.(?=.{8}\n$)/s, (c) => (c === 'A' ? 'B' : 'A'))), '/ledger/head'],
  ];
  for (const [change, place] of planted) {
    const { status, stdout } = bent(change);
    assert.equal(status, 1, place);
    assert.ok(
      stdout.split('\n').some((line) => line.startsWith(place)),
      `${place} is not named in\n${stdout}`,
    );
  }
}

test('a contest is played from its rule book to published winners on SQLite', () => play({}));

test(
  'a contest is played from its rule book to published winners on PostgreSQL',
  { skip: withoutPostgres },
  async () => {
    const { settings, drop } = makeDatabase('e2e');
    try {
      await play(settings);
    } finally {
      drop();
    }
  },
);
