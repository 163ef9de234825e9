// A rival who keeps an owner out by wrong passwords, from many networks: the owner comes in all the same, on
// a device that they used before and on one they never used, and who guesses is slowed down.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { password } from '../e2e/people.mjs';
import { solve } from '../e2e/proof.mjs';
import { Installation, Person } from '../e2e/service.mjs';

const identifier = 'chu-tai-khoan@thi.test';
let installation, device;

before(async () => {
  installation = await new Installation({ GUONG_TRUSTED_PROXIES: '127.0.0.1' }).serve();
  await new Person(installation).must('POST', '/api/accounts', { identifier, name: 'Lê Thị Chủ', password });
  const answer = await signIn('198.51.100.7', password);
  device = answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
});
after(() => installation?.remove());

const network = (i) => `203.0.${i >> 8}.${i & 255}`;

function signIn(client, typed, { cookie = '', proof } = {}) {
  const body = { identifier, password: typed, ...(proof && { proof }) };
  return new Person(installation, cookie).call('POST', '/api/sessions', body, { 'X-Forwarded-For': client });
}

/** Whoever is asked for a proof gives it. */
async function signInWithProof(client, typed) {
  const asked = await signIn(client, typed);
  return asked.body.proof ? signIn(client, typed, { proof: solve(asked.body.proof) }) : asked;
}

test('fifty wrong passwords from other networks do not keep the owner out, and cost who guesses', async () => {
  const answers = [];
  for (let i = 0; i < 50; i++) answers.push(await signIn(network(i), `đoán lần thứ ${i}`));
  const tried = answers.filter(({ status }) => status === 401).length;
  assert.ok(tried <= 10, `${tried} passwords were tried for nothing`);
  const { body } = answers.at(-1);
  assert.equal(body.key, 'accounts.proof_needed');
  assert.ok(body.proof.bits >= 18);

  const known = await signIn(network(999), password, { cookie: device });
  assert.equal(known.status, 200, 'the owner, on a device that signed in before');
  const fresh = await signInWithProof('192.0.2.200', password);
  assert.equal(fresh.status, 200, 'the owner, on a new device');
});

test('a proof is for one try at one account, and does not lift what one network may try', async () => {
  const { body } = await signIn(network(60), 'đoán');
  const proof = solve(body.proof);
  assert.equal((await signIn(network(60), 'đoán', { proof })).status, 401);
  assert.equal((await signIn(network(61), 'đoán', { proof })).body.key, 'accounts.proof_needed');
  for (let i = 1; i < 5; i++) assert.equal((await signInWithProof(network(60), 'đoán')).status, 401);
  const slowed = await signInWithProof(network(60), 'đoán');
  assert.equal(slowed.body.key, 'accounts.too_many_attempts');
});

test('one who guesses in the same network does not keep out a known device', async () => {
  for (let i = 0; i < 7; i++) await signInWithProof('198.51.100.7', 'đoán');
  assert.equal((await signIn('198.51.100.7', password)).status, 429);
  assert.equal((await signIn('198.51.100.7', password, { cookie: device })).status, 200);
});

test('a known device has a small count of its own, and is known for its own account alone', async () => {
  const other = 'nguoi-khac@thi.test';
  await new Person(installation).must('POST', '/api/accounts', { identifier: other, name: 'Lê Khác', password });
  const mine = await new Person(installation).call('POST', '/api/sessions', { identifier: other, password });
  const cookie = mine.headers
    .getSetCookie()
    .map((set) => set.split(';')[0])
    .join('; ');
  assert.equal((await signIn(network(70), 'đoán', { cookie })).body.key, 'accounts.proof_needed');
  const answers = [];
  for (let i = 0; i < 12; i++) answers.push(await signIn(network(80 + i), 'nhầm', { cookie: device }));
  assert.equal(answers[0].status, 401);
  assert.equal(answers.at(-1).body.key, 'accounts.too_many_attempts');
});
