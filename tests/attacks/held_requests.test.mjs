// A request whose last byte is kept back: what it asks for is late when that byte is late, and is done with the
// rights that its sender has then.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { board, closeNow, draft, invited, openContest } from '../e2e/people.mjs';
import { Installation, Person } from '../e2e/service.mjs';
import { held } from './wire.mjs';

const key = () => ({ 'Idempotency-Key': crypto.randomUUID() });
const at = (revision) => ({ ...key(), 'If-Match': `"r${revision}"` });

let installation, organiser, author, secretary, contest, rules;

before(async () => {
  installation = await new Installation().serve();
  ({ organiser } = await board(installation));
  ({ contest, rules } = await openContest(organiser));
  author = await Person.registered(installation, 'tac-gia@thi.test', 'Nguyễn Tác Giả');
  secretary = await invited(organiser, contest, 'secretary', 'thu-ky@thi.test', 'Lê Thư Ký');
});
after(() => installation?.remove());

const written = (title) => author.post(`/api/contests/${contest}/entries`, draft('bai-viet', title));

test('an officer who was removed meanwhile does nothing more', async () => {
  const { id, revision } = await written('Bài một');
  await author.postAt(`/api/entries/${id}/submit`, revision);
  const { items } = await secretary.get(`/api/contests/${contest}/entries`);
  const body = { entries: [{ id: items[0].id, revision: items[0].revision }] };
  const finish = await held(installation, secretary, 'POST', `/api/contests/${contest}/entries/accept`, body, key());
  const grants = (await organiser.get(`/api/contests/${contest}/people`)).items;
  const grant = grants.find((one) => one.account.id === secretary.id);
  await organiser.must('DELETE', `/api/contests/${contest}/grants/${grant.id}`);
  assert.equal((await finish()).status, 403);
  assert.equal((await author.get(`/api/entries/${id}`)).state, 'submitted');
});

test('a session that ended meanwhile writes nothing more', async () => {
  const { id, revision } = await written('Bài hai');
  const twin = await Person.signedIn(installation, 'tac-gia@thi.test', 'một mật khẩu dài');
  const changed = draft('bai-viet', 'Tên do kẻ trộm phiên đặt');
  const finish = await held(installation, twin, 'PUT', `/api/entries/${id}`, changed, { 'If-Match': `"r${revision}"` });
  await twin.must('DELETE', '/api/sessions/current');
  assert.equal((await finish()).status, 401);
  assert.equal((await author.get(`/api/entries/${id}`)).title, 'Bài hai');
});

test('what is complete after the deadline is late', async () => {
  const { id, revision } = await written('Bài ba');
  const finish = await held(installation, author, 'POST', `/api/entries/${id}/submit`, {}, at(revision));
  await closeNow(organiser, contest, rules);
  const { status, body } = await finish();
  assert.equal(status, 422);
  assert.deepEqual(
    JSON.parse(body).faults.map((fault) => fault.key),
    ['entries.deadline_passed'],
  );
  assert.deepEqual((await author.get(`/api/entries/${id}/receipts`)).items, []);
});
