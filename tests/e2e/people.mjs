// A contest in judging with somebody of each role: what the tests of rights and of anonymity need.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Person } from './service.mjs';

export const root = new URL('../../', import.meta.url).pathname;
export const password = 'một mật khẩu dài';
export const pause = (ms) => new Promise((wait) => setTimeout(wait, ms));

/** The administrator, units, and an organiser of the host unit. */
export async function board(installation) {
  installation.run(['admin', 'create', 'quan-tri@thi.test'], password + '\n');
  const administrator = await Person.signedIn(installation, 'quan-tri@thi.test', password);
  const csv = readFileSync(join(root, 'schema/examples/units-binh-dinh-2023.csv'), 'utf8');
  await administrator.post('/api/units/import', { csv });
  installation.administrator = administrator;
  const host = (await administrator.get('/api/units?q=tinh+binh+dinh')).items.find((unit) => unit.code === 'binh-dinh');
  const organiser = await Person.registered(installation, 'to-chuc@thi.test', 'Trần Tổ Chức');
  await administrator.post('/api/grants', { account: organiser.id, role: 'organiser', unit: host.id });
  return { administrator, organiser };
}

/** An open contest by the small example; gives its id and rule book. */
export async function openContest(organiser, change = () => {}, deadline = new Date(Date.now() + 3_600_000)) {
  const rules = JSON.parse(readFileSync(join(root, 'schema/examples/api-test.json'), 'utf8'));
  rules.calendar = { opens: new Date(Date.now() - 60_000).toISOString(), deadline: deadline.toISOString() };
  change(rules);
  const contest = (await organiser.post('/api/contests', rules)).id;
  await organiser.postAt(`/api/contests/${contest}/open`, 1);
  return { contest, rules };
}

/** Somebody who takes on a role by a one-time link. */
export async function invited(organiser, contest, role, identifier, name) {
  const person = await Person.registered(organiser.installation, identifier, name);
  const invitation = await organiser.post(`/api/contests/${contest}/invitations`, { role });
  await confirmed(organiser.installation, await person.post('/api/invitations/accept', { token: invitation.token }));
  return person;
}

/** The administrator confirms a role that waits for it. */
export async function confirmed({ administrator }, grant) {
  if (grant.waiting) await administrator.post(`/api/grants/${grant.id}/confirm`);
  return grant;
}

export const draft = (category, title, more = {}) => ({
  category,
  field: 'health',
  title,
  body: 'Một câu chuyện thật về một con người thật ở quê tôi.',
  exemplar: { kind: 'person', name: 'Lê Thị Gương', place: 'xã Nhơn Lý' },
  declarations: { own_work: true, real_people: true, data_consent: true, publish_consent: true },
  ...more,
});

/** Moves the deadline by an amendment to so many milliseconds from now. */
export async function moveDeadline(organiser, contest, rules, ms) {
  const { revision } = await organiser.get(`/api/contests/${contest}`);
  rules.calendar.deadline = new Date(Date.now() + ms).toISOString();
  await organiser.postAt(`/api/contests/${contest}/amendments`, revision, {
    reason: 'Nhận đủ bài, kết thúc sớm.',
    decision_number: '05-TB/BTC',
    rule_book: rules,
  });
}

/** Moves the deadline to the next second and waits until it has passed; a machine too busy to do so in time is given longer. */
export async function closeNow(organiser, contest, rules, ms = 1000) {
  try {
    await moveDeadline(organiser, contest, rules, ms);
  } catch (error) {
    if (ms > 10_000 || !error.message.includes('/calendar/deadline')) throw error;
    return closeNow(organiser, contest, rules, 2 * ms);
  }
  // The service goes by the same clock and stamps a request when it arrives: what is sent from now on comes late.
  await until(() => Date.now() > Date.parse(rules.calendar.deadline));
}

/** The receipts of an entry as they were acknowledged: the proof comes with the ledger's next public head. */
export async function receiptsOf(person, entry) {
  const { items } = await person.get(`/api/entries/${entry}/receipts`);
  return items.map((item) => Object.fromEntries(Object.entries(item).filter(([name]) => name !== 'proof')));
}

export async function acceptAll(secretary, contest) {
  const { items } = await secretary.get(`/api/contests/${contest}/entries?state=submitted`);
  const entries = items.map(({ id, revision }) => ({ id, revision }));
  const { results } = await secretary.post(`/api/contests/${contest}/entries/accept`, { entries });
  return results.map((result) => result.outcome);
}

/** A panel of all the judges, their terms, the first round open and drawn. */
export async function openJudging(organiser, contest, judges) {
  await organiser.post(`/api/contests/${contest}/panels`, {
    name: 'Tiểu ban',
    round: 1,
    categories: ['bai-viet', 'video'],
    members: judges.map((judge) => judge.id),
  });
  for (const judge of judges) await judge.post(`/api/contests/${contest}/judge/terms`, { interests: [] });
  await organiser.post(`/api/contests/${contest}/rounds/1/open`);
  return organiser.post(`/api/contests/${contest}/rounds/1/assignments/draw`);
}

/** Waits until `holds` answers true. */
export async function until(holds) {
  const start = Date.now();
  while (!(await holds())) {
    if (Date.now() - start > 30_000) throw new Error(`not so after 30 s: ${holds}`);
    await pause(20);
  }
}

/** Sends a file in one request of tus. Gives the address of the upload. */
export async function sendFile(person, entry, name, bytes, purpose = 'work') {
  const base64 = (text) => Buffer.from(text).toString('base64');
  const answer = await person.call('POST', `/api/entries/${entry}/uploads`, bytes, {
    'Content-Type': 'application/offset+octet-stream',
    'Tus-Resumable': '1.0.0',
    'Upload-Length': String(bytes.length),
    'Upload-Metadata': `purpose ${base64(purpose)},filename ${base64(name)}`,
  });
  if (answer.status !== 201) throw new Error(`upload of ${name}: ${answer.status} ${answer.text}`);
  return answer.headers.get('location');
}
