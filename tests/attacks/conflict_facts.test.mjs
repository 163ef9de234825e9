// Those whom conflicts of interest bind would change what these are found by: a judge leaves their unit, a
// judge guesses names and looks what ends, an organiser tries judges on a code until it has told its author.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { acceptAll, board, closeNow, draft, invited, openContest } from '../e2e/people.mjs';
import { Installation, Person } from '../e2e/service.mjs';

let installation, administrator, organiser, contest, rules, secretary, head, judges, units, at;
before(async () => {
  installation = await new Installation().serve();
  ({ administrator, organiser } = await board(installation));
  ({ contest, rules } = await openContest(organiser, (rules) => {
    rules.slug = 'quan-he';
    rules.rounds[0].judges_per_entry = 1;
  }));
  at = `/api/contests/${contest}`;
  units = (await administrator.get('/api/units?limit=50')).items.slice(-2).map(({ id }) => id);
  secretary = await invited(organiser, contest, 'secretary', 'thu-ky@thi.test', 'Ngô Thư Ký');
  head = await invited(organiser, contest, 'head', 'truong-ban@thi.test', 'Đỗ Trưởng Ban');
  judges = {};
  for (const name of ['cung-don-vi', 'nguoi-nha', 'tu-do']) judges[name] = await judge(name);
  const author = await person('tac-gia', 'Trương Thị Viết', units[0]);
  const entry = await author.post(`${at}/entries`, draft('bai-viet', 'Bài có người quen'));
  await author.postAt(`/api/entries/${entry.id}/submit`, entry.revision);
});
after(() => installation?.remove());

async function person(name, fullName, unit = null) {
  const who = await Person.registered(installation, `${name}@thi.test`, fullName);
  if (unit) await changeUnit(who, unit, fullName);
  return who;
}
async function changeUnit(who, unit, name = 'Lê Giám Khảo') {
  const answer = await who.call('GET', '/api/me');
  const headers = { 'If-Match': answer.headers.get('etag') };
  return who.must('PATCH', '/api/me', { name, unit, lang: 'vi' }, headers);
}
async function judge(name) {
  const who = await person(name, 'Lê Giám Khảo', name === 'cung-don-vi' ? units[0] : null);
  const { token } = await organiser.post(`${at}/invitations`, { role: 'judge' });
  await who.post('/api/invitations/accept', { token });
  return who;
}
const key = () => ({ 'Idempotency-Key': crypto.randomUUID() });
const assign = (code, who) => organiser.call('POST', `${at}/rounds/1/assignments`, { code, judge: who.id }, key());
const works = async (who) => (await who.get(`${at}/judge/works`)).items.map(({ code }) => code);
const declare = (who, name) => who.call('PUT', `${at}/judge/interests`, { interests: [{ kind: 'relative', name }] });
const decide = (who, judge, kind, confirmed) =>
  who.call('POST', `${at}/judge-changes/decide`, { judge: judge.id, kind, confirmed });

test('a judge who leaves their unit before the draw is of it still', async () => {
  const leaver = judges['cung-don-vi'];
  await changeUnit(leaver, units[1]);
  await closeNow(organiser, contest, rules);
  assert.deepEqual(await acceptAll(secretary, contest), ['accepted']);
  await organiser.post(`${at}/panels`, {
    name: 'Tiểu ban',
    round: 1,
    categories: ['bai-viet'],
    members: Object.values(judges).map(({ id }) => id),
  });
  for (const [name, who] of Object.entries(judges)) {
    const interests = name === 'nguoi-nha' ? [{ kind: 'relative', name: 'Trương Thị Viết' }] : [];
    await who.post(`${at}/judge/terms`, { interests });
  }
  await organiser.post(`${at}/rounds/1/open`);
  const { items } = await organiser.get(`${at}/rounds/1/assignments`);
  assert.equal((await assign(items[0].code, leaver)).status, 409);
  assert.equal((await leaver.get(`${at}/judge/unit`)).unit.id, units[0]);
});

test('what refuses an assignment is said in the same words, whatever it is', async () => {
  const [{ code }] = (await organiser.get(`${at}/rounds/1/assignments`)).items;
  const recused = judges['tu-do'];
  assert.equal((await assign(code, recused)).status, 201);
  await recused.post(`${at}/judge/works/${code}/recuse`, { reason: 'Tôi biết tác giả.' });
  const answers = [];
  for (const who of Object.values(judges)) answers.push((await assign(code, who)).text);
  assert.equal(answers.length, 3);
  assert.equal(new Set(answers).size, 1);
});

test('guessing names tells a judge nothing: what they have stays until the head decides', async () => {
  const [{ code }] = (await organiser.get(`${at}/rounds/1/assignments`)).items;
  const [wrong, right] = await Promise.all(['doan-sai', 'doan-trung'].map(judge));
  const panel = (await organiser.get(`${at}/panels`)).items[0];
  const members = [...panel.members.map((member) => member.id ?? member), wrong.id, right.id];
  await organiser.put(
    `${at}/panels/${panel.id}`,
    { name: panel.name, round: 1, categories: panel.categories, members },
    panel.revision,
  );
  const answers = [];
  for (const [who, name] of [
    [wrong, 'Trương Thị Khác'],
    [right, 'Trương Thị Viết'],
  ]) {
    await who.post(`${at}/judge/terms`, { interests: [] });
    assert.equal((await assign(code, who)).status, 201);
    const { status, body } = await declare(who, name);
    answers.push([status, body.interests.length, await works(who)]);
    // A draw by the organiser ends nothing either, nor does accepting the terms once more.
    await organiser.post(`${at}/rounds/1/assignments/draw`);
    await who.post(`${at}/judge/terms`, { interests: [{ kind: 'relative', name }] });
    answers.at(-1).push(await works(who));
  }
  assert.deepEqual(answers[0], answers[1]);
  assert.deepEqual(answers[0].slice(2), [[code], [code]]);

  const { items } = await head.get(`${at}/judge-changes`);
  assert.deepEqual(
    items.map(({ kind, judge, count }) => [kind, judge.id, count]).sort(),
    [wrong, right].map(({ id }) => ['interests', id, 1]).sort(),
  );
  assert.ok(!JSON.stringify(items).includes('Trương'));
  assert.equal((await organiser.call('POST', `${at}/rounds/1/lock`)).body.key, 'judging.changes_wait');
  for (const who of [organiser, secretary, right])
    assert.equal((await decide(who, right, 'interests', true)).status, 403);
  for (const who of [wrong, right]) assert.equal((await decide(head, who, 'interests', true)).status, 204);
  assert.deepEqual([await works(wrong), await works(right)], [[code], []]);
  assert.equal((await assign(code, right)).status, 409);
});

test('another unit counts once the head has confirmed it', async () => {
  const [{ code }] = (await organiser.get(`${at}/rounds/1/assignments`)).items;
  const mover = judges['cung-don-vi'];
  await mover.put(`${at}/judge/unit`, { unit: units[1] });
  assert.equal((await assign(code, mover)).status, 409);
  const [{ judge, kind }] = (await head.get(`${at}/judge-changes`)).items;
  assert.deepEqual([judge.id, kind], [mover.id, 'unit']);
  assert.equal((await decide(head, mover, 'unit', true)).status, 204);
  assert.equal((await decide(head, mover, 'unit', true)).status, 404);
  assert.equal((await mover.get(`${at}/judge/unit`)).unit.id, units[1]);
});

test('only the secretary finds a work by its author', async () => {
  const found = async (who) => (await who.get(`${at}/entries?q=truong%20thi%20viet`)).items.length;
  assert.deepEqual([await found(secretary), await found(organiser), await found(head)], [1, 0, 0]);
});

test('a stranger who says to be of a unit gets into no contest of its people, and learns nothing of it', async () => {
  const [unit, elsewhere] = units;
  const code = (await administrator.get(`/api/units/${unit}`)).code;
  const closed = await openContest(organiser, (rules) => {
    rules.slug = 'chi-nguoi-cua-don-vi';
    rules.eligibility = { ...rules.eligibility, scope: 'members', units: [code] };
  });
  const where = `/api/contests/${closed.contest}`;
  const officer = await invited(organiser, closed.contest, 'secretary', 'thu-ky-2@thi.test', 'Ngô Thư Ký Hai');
  const coordinator = await person('dau-moi', 'Võ Đầu Mối');
  await administrator.post('/api/grants', { account: coordinator.id, role: 'coordinator', unit });
  const rival = await person('dau-moi-khac', 'Võ Đầu Mối Khác');
  await administrator.post('/api/grants', { account: rival.id, role: 'coordinator', unit: elsewhere });
  const stranger = await person('nguoi-la', 'Hồ Văn Lạ', unit);
  const member = await person('nguoi-nha-that', 'Hồ Thị Thật', unit);
  const figures = async () => (await officer.call('GET', `${where}/unit-counts`)).body.units;
  const before = await figures();
  for (const who of [stranger, member]) {
    const entry = await who.post(`${where}/entries`, draft('bai-viet', `Bài của ${who.id}`));
    await who.postAt(`/api/entries/${entry.id}/submit`, entry.revision);
  }
  // What anybody says of themselves counts in no unit's figures.
  assert.deepEqual(await figures(), before);
  assert.deepEqual(await acceptAll(officer, closed.contest), ['refused', 'refused']);

  const members = `/api/units/${unit}/members`;
  for (const who of [stranger, rival, officer, judges['tu-do']]) {
    const acts = [
      ['GET', members],
      ['POST', `${members}/confirm`, { accounts: [stranger.id], contacts: ['nguoi-nha-that@thi.test'] }],
      ['POST', `${members}/${member.id}/refuse`, { reason: 'Không quen.' }],
      ['POST', `${members}/${member.id}/undo`],
    ];
    for (const act of acts) {
      const answer = await who.call(...act);
      assert.ok([403, 404].includes(answer.status), `${act}: ${answer.status}`);
      assert.ok(!answer.text.includes('Hồ '));
    }
  }
  const seen = await coordinator.call('GET', members);
  assert.ok(!seen.text.includes('nguoi-nha-that@'), 'the coordinator needs a hint of the contact only');
  assert.deepEqual(seen.body.items.map(({ account }) => account.name).sort(), [
    'Hồ Thị Thật',
    'Hồ Văn Lạ',
    'Trương Thị Viết',
  ]);
  const list = { contacts: ['nguoi-nha-that@thi.test', 'khong-ai@thi.test'] };
  const confirmed = await coordinator.post(`${members}/confirm`, list);
  assert.deepEqual(confirmed, { confirmed: 1, unmatched: ['khong-ai@thi.test'] });
  await coordinator.must('POST', `${members}/${stranger.id}/refuse`, { reason: 'Không phải người của đơn vị.' });
  assert.deepEqual((await acceptAll(officer, closed.contest)).sort(), ['accepted', 'refused']);
  const [held] = (await officer.get(`${where}/entries?state=submitted`)).items;
  const [{ unit_state: said }] = (await officer.get(`${where}/entries/${held.id}`)).authors;
  assert.equal(said, 'refused');
});

test('who leaves a unit that has confirmed them is not free of it', async () => {
  const [unit, elsewhere] = units;
  const chief = await person('to-chuc-chung', 'Lý Tổ Chức');
  await administrator.post('/api/grants', { account: chief.id, role: 'organiser' });
  const judged = await openContest(organiser, (rules) => {
    rules.slug = 'roi-don-vi';
    rules.rounds[0].judges_per_entry = 1;
  });
  const where = `/api/contests/${judged.contest}`;
  const officer = await invited(organiser, judged.contest, 'secretary', 'thu-ky-3@thi.test', 'Ngô Thư Ký Ba');
  const author = await person('roi-di', 'Đinh Văn Rời', unit);
  await chief.post(`/api/units/${unit}/members/confirm`, { accounts: [author.id] });
  await changeUnit(author, elsewhere, 'Đinh Văn Rời');
  const entry = await author.post(`${where}/entries`, draft('bai-viet', 'Bài của người đã rời'));
  await author.postAt(`/api/entries/${entry.id}/submit`, entry.revision);
  await closeNow(organiser, judged.contest, judged.rules);
  assert.deepEqual(await acceptAll(officer, judged.contest), ['accepted']);
  const bench = [];
  for (const [name, of] of [
    ['cu', unit],
    ['moi', elsewhere],
    ['ngoai', null],
  ]) {
    const who = await person(`giam-khao-${name}`, 'Lê Giám Khảo', of);
    const { token } = await organiser.post(`${where}/invitations`, { role: 'judge' });
    await who.post('/api/invitations/accept', { token });
    bench.push(who);
  }
  await organiser.post(`${where}/panels`, {
    name: 'Tiểu ban',
    round: 1,
    categories: ['bai-viet'],
    members: bench.map(({ id }) => id),
  });
  for (const who of bench) await who.post(`${where}/judge/terms`, { interests: [] });
  await organiser.post(`${where}/rounds/1/open`);
  const [work] = (await organiser.get(`${where}/rounds/1/assignments`)).items;
  const path = `${where}/rounds/1/assignments`;
  const statuses = [];
  for (const { id } of bench)
    statuses.push((await organiser.call('POST', path, { code: work.code, judge: id }, key())).status);
  assert.deepEqual(statuses, [409, 409, 201]);
});
