// A rival names people as co-authors who know nothing of it: to use up their entries, to bar them as judges,
// to learn from the answers who they are. And what becomes of it once they say yes or no.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { acceptAll, board, closeNow, draft, invited, openContest } from '../e2e/people.mjs';
import { Installation, Person } from '../e2e/service.mjs';

const kMost = 2;

let installation, administrator, organiser, contest, rules, judge, rival, victim;
before(async () => {
  installation = await new Installation().serve();
  ({ administrator, organiser } = await board(installation));
  ({ contest, rules } = await openContest(organiser, (rules) => {
    rules.slug = 'dong-tac-gia';
    rules.eligibility.max_entries = kMost;
    for (const category of rules.categories) {
      delete category.max_entries;
      category.max_authors = 3;
    }
    rules.rounds[0].judges_per_entry = 1;
  }));
  judge = await invited(organiser, contest, 'judge', 'giam-khao@thi.test', 'Lê Giám Khảo');
  rival = await person('doi-thu');
  victim = await person('nan-nhan');
});
after(() => installation?.remove());

const person = (name) => Person.registered(installation, `${name}@thi.test`, 'Phạm Văn Người');
const named = (contact) => ({ co_authors: [{ name: 'Phạm Văn Người', contact }] });
const begin = (who, title, more) => who.post(`/api/contests/${contest}/entries`, draft('bai-viet', title, more));
async function send(who, title, more) {
  const entry = await begin(who, title, more);
  await who.postAt(`/api/entries/${entry.id}/submit`, entry.revision);
  return entry.id;
}
const submit = (who, { id, revision }) =>
  who.call(
    'POST',
    `/api/entries/${id}/submit`,
    {},
    {
      'If-Match': `"r${revision}"`,
      'Idempotency-Key': crypto.randomUUID(),
    },
  );
const answerTo = (who, entry, what) => who.call('POST', `/api/me/co-authorships/${entry}/${what}`);

test('naming somebody tells nothing: a judge, an author and a stranger are answered alike', async () => {
  const entrant = await person('nguoi-du-thi');
  for (let i = 0; i < kMost; i++) await send(entrant, `Bài của người dự thi ${i}`);
  const answers = [];
  for (const contact of [judge.identifier, entrant.identifier, administrator.identifier, 'chua-ai@thi.test']) {
    const who = await person(`hoi-${answers.length}`);
    const entry = await begin(who, 'Bài để dò', named(contact));
    const faults = await who.get(`/api/entries/${entry.id}/faults`);
    const sent = await submit(who, entry);
    const { co_authors } = await who.get(`/api/entries/${entry.id}`);
    const same = [faults, sent.status, co_authors.map(({ confirmation }) => confirmation)];
    answers.push(JSON.stringify(same));
  }
  assert.deepEqual(new Set(answers), new Set([JSON.stringify([{ faults: [] }, 200, ['asked']])]));
});

test('a rival who names somebody in every entry stops neither their entries nor their judging', async () => {
  for (let i = 0; i < kMost; i++) await send(rival, `Bài của đối thủ ${i}`, named(victim.identifier));
  for (let i = 0; i < kMost; i++) await send(victim, `Bài của chính chủ ${i}`);
  const called = await person('duoc-moi');
  await send(await person('doi-thu-hai'), 'Bài ghi tên người được mời', named(called.identifier));
  const { token } = await organiser.post(`/api/contests/${contest}/invitations`, { role: 'judge' });
  assert.equal((await called.call('POST', '/api/invitations/accept', { token })).status, 200);
});

test('who is named says yes or no, once the work was sent; a yes counts', async () => {
  const [author, friend, other] = await Promise.all(['viet', 'ban', 'khac'].map(person));
  const draft = await begin(author, 'Bài viết chung', named(friend.identifier));
  assert.deepEqual((await friend.get('/api/me/co-authorships')).items, []);
  await author.postAt(`/api/entries/${draft.id}/submit`, draft.revision);
  const [item] = (await friend.get('/api/me/co-authorships')).items;
  assert.deepEqual([item.entry, item.title, item.state, item.open], [draft.id, 'Bài viết chung', 'asked', true]);
  for (const what of ['confirm', 'decline']) assert.equal((await answerTo(other, draft.id, what)).status, 404);

  assert.equal((await answerTo(friend, draft.id, 'confirm')).status, 204);
  const states = async () => (await author.get(`/api/entries/${draft.id}`)).co_authors[0].confirmation;
  assert.equal(await states(), 'confirmed');
  const { token } = await organiser.post(`/api/contests/${contest}/invitations`, { role: 'judge' });
  assert.equal((await friend.call('POST', '/api/invitations/accept', { token })).status, 409);
  await send(friend, 'Bài riêng');
  const third = await begin(friend, 'Bài thứ ba');
  assert.equal((await submit(friend, third)).status, 422);

  assert.equal((await answerTo(friend, draft.id, 'decline')).status, 204);
  assert.equal(await states(), 'declined');
  assert.equal((await submit(friend, third)).status, 200);
});

test('who has entered enough says no more yes, and only they are told', async () => {
  const [full, author] = await Promise.all(['du-bai', 'viet-chung'].map(person));
  for (let i = 0; i < kMost; i++) await send(full, `Bài đã đủ ${i}`);
  const entry = await send(author, 'Bài quá số', named(full.identifier));
  assert.equal((await answerTo(full, entry, 'confirm')).status, 409);
  assert.equal((await author.get(`/api/entries/${entry}`)).co_authors[0].confirmation, 'asked');
});

test('who is named is not kept from judging by the draw: the head weighs it', async () => {
  const secretary = await invited(organiser, contest, 'secretary', 'thu-ky@thi.test', 'Ngô Thư Ký');
  const head = await invited(organiser, contest, 'head', 'truong-ban@thi.test', 'Đỗ Trưởng Ban');
  await send(await person('khai-quan-he'), 'Bài ghi tên giám khảo', {
    ...named(judge.identifier),
    declared_interests: ['Lê Giám Khảo'],
  });
  assert.deepEqual((await judge.get('/api/me/co-authorships')).items, []);
  await closeNow(organiser, contest, rules);
  const outcomes = await acceptAll(secretary, contest);
  assert.deepEqual([...new Set(outcomes)], ['accepted']);
  await organiser.post(`/api/contests/${contest}/panels`, {
    name: 'Tiểu ban',
    round: 1,
    categories: ['bai-viet'],
    members: [judge.id],
  });
  await judge.post(`/api/contests/${contest}/judge/terms`, { interests: [] });
  await organiser.post(`/api/contests/${contest}/rounds/1/open`);
  const drawn = await organiser.post(`/api/contests/${contest}/rounds/1/assignments/draw`);
  // Those works that name the judge, one for the oracle's question and this one, wait for the head.
  assert.equal(drawn.unstaffed.length, 2);
  assert.equal(drawn.assigned, outcomes.length - 2);
  for (const code of drawn.unstaffed) {
    const waiver = { code, judge: judge.id, reason: 'Giám khảo không quen tác giả.' };
    await head.post(`/api/contests/${contest}/conflicts/waivers`, waiver);
    const given = { code, judge: judge.id };
    const answer = await organiser.call('POST', `/api/contests/${contest}/rounds/1/assignments`, given, {
      'Idempotency-Key': crypto.randomUUID(),
    });
    assert.equal(answer.status, 201);
  }
});
