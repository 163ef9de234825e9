// One person who would be two: a judge who becomes secretary later, an organiser whose second account is the head, an
// administrator who takes over an officer. And three people who still run a contest to its end.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { acceptAll, board, closeNow, draft, openContest, openJudging } from '../e2e/people.mjs';
import { Installation, Person } from '../e2e/service.mjs';

let installation, administrator, organiser;
before(async () => {
  installation = await new Installation().serve();
  ({ administrator, organiser } = await board(installation));
});
after(() => installation?.remove());

const person = (name) => Person.registered(installation, `${name}@thi.test`, 'Lê Thị Hai Vai');
const key = () => ({ 'Idempotency-Key': crypto.randomUUID() });
const named = (slug) => (rules) => {
  rules.slug = slug;
  rules.rounds[0].judges_per_entry = 1;
};
const give = (contest, account, role, more = {}) =>
  organiser.call('POST', `/api/contests/${contest}/grants`, { account: account.id, role, ...more }, key());
const confirm = (who, { body }) => who.call('POST', `/api/grants/${body.id}/confirm`);

test('a role that begins tomorrow does not make a judge a secretary', async () => {
  const { contest } = await openContest(organiser, named('mai-sau'));
  const judge = await person('mai');
  assert.equal((await give(contest, judge, 'judge')).status, 201);
  const tomorrow = new Date(Date.now() + 86_400_000).toISOString();
  assert.equal((await give(contest, judge, 'secretary', { from: tomorrow })).status, 409);
});

test("an organiser's second account is no head and joins no codes", async () => {
  const { contest } = await openContest(organiser, named('hai-tai-khoan'));
  const second = await person('hai');
  const { token } = await organiser.post(`/api/contests/${contest}/invitations`, { role: 'head' });
  const accepted = await second.call('POST', '/api/invitations/accept', { token });
  assert.equal(accepted.body.waiting, true);
  assert.equal((await second.call('GET', `/api/contests/${contest}/people`)).status, 403);
  for (const who of [organiser, second]) assert.ok((await confirm(who, accepted)).status >= 400);
});

test('an administrator alone does not take over an officer, and the owner reads of the attempt', async () => {
  const officer = await person('si-quan');
  const { contest } = await openContest(organiser, named('si-quan'));
  assert.equal((await confirm(administrator, await give(contest, officer, 'secretary'))).status, 200);
  await new Person(installation).must('POST', '/api/password-resets', { identifier: officer.identifier });
  const [{ id }] = (await administrator.get('/api/password-resets')).items;
  for (let i = 0; i < 3; i++) {
    const link = await administrator.call('POST', `/api/password-resets/${id}/link`);
    assert.equal(link.status, 202);
    assert.equal(link.body.token, undefined);
  }
  const told = (await officer.get('/api/me/notices')).items.map(({ kind }) => kind);
  assert.deepEqual(told.slice(0, 2), ['reset.approved', 'reset.requested']);
});

test('three people run a contest: an organiser, a head, and a judge who is the administrator', async () => {
  const { contest, rules } = await openContest(organiser, named('ba-nguoi'));
  const at = `/api/contests/${contest}`;
  const head = await person('truong-ban-xa');
  assert.equal((await confirm(administrator, await give(contest, head, 'head'))).status, 200);
  assert.equal((await confirm(head, await give(contest, organiser, 'secretary'))).status, 200);
  assert.equal((await give(contest, administrator, 'judge')).status, 201);
  for (const title of ['Người giữ rừng', 'Người gác đèn']) {
    const author = await person(`tac-gia-${title.length}`);
    const entry = await author.post(`${at}/entries`, draft('bai-viet', title));
    await author.postAt(`/api/entries/${entry.id}/submit`, entry.revision);
  }
  await closeNow(organiser, contest, rules);
  await acceptAll(organiser, contest);
  await openJudging(organiser, contest, [administrator]);
  const works = (await administrator.get(`${at}/judge/works`)).items;
  for (const [i, { code }] of works.entries()) {
    const card = `${at}/judge/works/${code}/card`;
    const { revision } = await administrator.put(card, { marks: { content: 50 + i, form: 25, impact: 8 } }, 0);
    await administrator.postAt(card + '/submit', revision);
  }
  await organiser.post(`${at}/rounds/1/lock`);
  let result = await organiser.post(`${at}/results`, {});
  const step = async (who, action, body) => {
    const { revision } = await organiser.get(`${at}/results/${result.id}`);
    return who.postAt(`${at}/results/${result.id}/${action}`, revision, body);
  };
  await step(organiser, 'join');
  await step(head, 'join');
  await step(organiser, 'propose', { decision_number: '01-QĐ/UBND', vacancy_reason: 'Ít bài dự thi.' });
  await step(head, 'approve');
  await step(organiser, 'publish', {});
  result = await organiser.get(`${at}/results/${result.id}`);
  assert.equal(result.state, 'published');
});
