// A board that knows the names tries to give prizes as it likes: to the fifth in rank, twice to one work,
// more than there are, a collective prize to a work; and to publish a winner who was disqualified after the
// approval.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { acceptAll, board, closeNow, draft, invited, openContest, openJudging } from '../e2e/people.mjs';
import { Installation, Person } from '../e2e/service.mjs';

const contents = [58, 55, 50, 45, 40];
const collective = { id: 'units', name: { vi: 'Giải tập thể' }, rank: 9, kind: 'collective', basis: 'decision' };
const special = { id: 'special', name: { vi: 'Giải Đặc biệt' }, rank: 8, kind: 'special', basis: 'decision' };

let installation, organiser, head, contest, path, codes;
before(async () => {
  installation = await new Installation().serve();
  ({ organiser } = await board(installation));
  const opened = await openContest(organiser, (rules) => {
    rules.prizes.push(special, collective);
    rules.ties_at_prize_line = 'all_pass';
  });
  contest = opened.contest;
  const by = (role) => invited(organiser, contest, role, `${role}@giai.test`, `Người ${role}`);
  const secretary = await by('secretary');
  head = await by('head');
  const judges = [];
  for (const n of [1, 2]) judges.push(await invited(organiser, contest, 'judge', `cham${n}@giai.test`, 'Giám Khảo'));
  for (const [i] of contents.entries()) {
    const author = await Person.registered(installation, `tac-gia-${i}@giai.test`, `Tác Giả ${i}`);
    const entry = await author.post(`/api/contests/${contest}/entries`, draft('bai-viet', `Bài ${i}`));
    await author.postAt(`/api/entries/${entry.id}/submit`, entry.revision);
  }
  await closeNow(organiser, contest, opened.rules);
  await acceptAll(secretary, contest);
  await openJudging(organiser, contest, judges);
  for (const judge of judges)
    for (const { code, title } of (await judge.get(`/api/contests/${contest}/judge/works`)).items) {
      const card = `/api/contests/${contest}/judge/works/${code}/card`;
      const marks = { content: contents[Number(title.at(-1))], form: 20, impact: 8 };
      const { revision } = await judge.put(card, { marks }, 0);
      await judge.postAt(card + '/submit', revision);
    }
  await organiser.post(`/api/contests/${contest}/rounds/1/lock`);
  const { id } = await organiser.post(`/api/contests/${contest}/results`, {});
  path = `/api/contests/${contest}/results/${id}`;
  await secretary.post(path + '/join');
  const joined = await head.post(path + '/join');
  codes = joined.works.toSorted((a, b) => a.title.localeCompare(b.title)).map(({ code }) => code);
});
after(() => installation.end());

const change = (...changes) => organiser.call('POST', path + '/awards', { reason: 'Ý của Ban.', changes });
const give = (prize, code) => ({ act: 'give', prize, code });
const take = (prize, code) => ({ act: 'take', prize, code });

test('prizes go by the ranking, whatever the board would rather have', async () => {
  const { awards } = await organiser.get(path);
  for (const attempt of [
    [give('first', codes[4])],
    [take('first', codes[0]), give('first', codes[4])],
    [give('second', codes[0])],
    [give('first', codes[1]), give('second', codes[1])],
    [give('second', codes[2])],
    [give('units', codes[0])],
    [give('special', codes[0]), give('special', codes[1])],
  ])
    assert.equal((await change(...attempt)).status, 422, JSON.stringify(attempt));
  assert.deepEqual((await organiser.get(path)).awards, awards);
});

test('what the rule book leaves open is published with its reason and who decided', async () => {
  assert.equal((await change(give('special', codes[3]))).status, 200);
  const { departures } = await organiser.get(path);
  assert.equal(departures[0].kind, 'given');
  await organiser.post(path + '/propose', { decision_number: '12-QĐ/BTC' });
  await head.post(path + '/approve', {});
});

test('a work disqualified after the approval is not published as a winner', async () => {
  const { works } = await organiser.get(path);
  const { number } = works.find(({ code }) => code === codes[0]);
  const { items } = await organiser.get(`/api/contests/${contest}/entries?q=${encodeURIComponent(number)}`);
  const entry = items.find((one) => one.number === number);
  await organiser.postAt(`/api/contests/${contest}/entries/${entry.id}/disqualify`, entry.revision, {
    reason: 'Sao chép.',
    decision_number: '15-QĐ/BTC',
  });
  const refused = await head.call('POST', path + '/publish', {});
  assert.equal(refused.status, 409);
  assert.equal(JSON.parse(refused.text).key, 'results.work_left');
  const file = await organiser.call('GET', `/api/contests/${contest}/results/published`);
  assert.equal(file.status, 404);
});

test('the result computed anew says which work was taken out, why, and what was decided by whom', async () => {
  const { id } = await organiser.post(`/api/contests/${contest}/results`, { reason: 'Loại bài sao chép.' });
  path = `/api/contests/${contest}/results/${id}`;
  for (const person of [organiser, head]) await person.post(path + '/join');
  assert.equal((await change(give('special', codes[3]))).status, 200);
  await organiser.post(path + '/propose', { decision_number: '16-QĐ/BTC' });
  await head.post(path + '/approve', {});
  await head.post(path + '/publish', {});
  const file = await organiser.get(`/api/contests/${contest}/results/published`);
  assert.deepEqual(file.left, [{ code: codes[0], state: 'disqualified', reason: 'Sao chép.' }]);
  assert.deepEqual(
    file.departures.map(({ kind, code, reason }) => [kind, code, reason]),
    [['given', codes[3], 'Ý của Ban.']],
  );
  const { slug } = await organiser.get(`/api/contests/${contest}`);
  const page = (await organiser.call('GET', `/cuoc-thi/${slug}/ket-qua`, undefined, { Accept: 'text/html' })).text;
  assert.match(page, /Quyết định về giải thưởng/);
  assert.match(page, /Lý do: Ý của Ban\. Người quyết định: Trần Tổ Chức, Ban Tổ chức/);
});
