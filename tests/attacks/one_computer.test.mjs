// Two judges on one computer: what the first wrote and did not send is never sent, shown or left lying as the second's.
import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { acceptAll, board, closeNow, draft, invited, openContest, openJudging, password } from '../e2e/people.mjs';
import { Installation, Person } from '../e2e/service.mjs';
import { end, launch } from '../e2e/support.mjs';

const kSecret = 'Câu của riêng giám khảo thứ nhất';
let installation, browser, contest, first, second, code, title, context, page;

before(async () => {
  installation = await new Installation().serve();
  browser = await launch();
  const { organiser } = await board(installation);
  const opened = await openContest(organiser);
  contest = opened.contest;
  const secretary = await invited(organiser, contest, 'secretary', 'thu-ky@thi.test', 'Lê Thư Ký');
  first = await invited(organiser, contest, 'judge', 'giam-khao-1@thi.test', 'Phạm Giám Khảo');
  second = await invited(organiser, contest, 'judge', 'giam-khao-2@thi.test', 'Đỗ Giám Khảo');
  const entrant = await Person.registered(installation, 'tac-gia@thi.test', 'Võ Tác Giả');
  const { id } = await entrant.post(`/api/contests/${contest}/entries`, draft('bai-viet', 'Người gác biển'));
  await entrant.postAt(`/api/entries/${id}/submit`, 1);
  await closeNow(organiser, contest, opened.rules);
  await acceptAll(secretary, contest);
  await openJudging(organiser, contest, [first, second]);
  [{ code, title }] = (await first.get(`/api/contests/${contest}/judge/works`)).items;
  assert.deepEqual(
    (await second.get(`/api/contests/${contest}/judge/works`)).items.map((work) => work.code),
    [code],
  );
});
after(() => end(browser, installation));

/** The first judge has filled in a card that cannot be sent. */
beforeEach(async () => {
  await context?.close();
  first = await Person.signedIn(installation, first.identifier, password);
  context = await browser.newContext({ locale: 'vi-VN' });
  context.setDefaultTimeout(5000);
  await useSession(first);
  page = await context.newPage();
  await openWork(page);
  await context.route('**/card', (route) => route.abort());
  await mark(page).fill('37');
  await page.getByLabel('Nhận xét cho Ban Giám khảo').fill(kSecret);
  await page.getByText(/Mất mạng/).waitFor();
});

const work = () => `/api/contests/${contest}/judge/works/${code}`;
const address = () => `${installation.base}/app/judging/${contest}/${code}`;
const mark = (of) => of.getByRole('spinbutton', { name: /^Nội dung/ });
const heading = (of) => of.getByRole('heading', { level: 1, name: title });

async function openWork(of) {
  await of.goto(address());
  await heading(of).waitFor();
}
async function signOut(of) {
  const button = of.getByRole('button', { name: 'Đăng xuất' });
  if (!(await button.isVisible())) await of.getByRole('button', { name: /^Tài khoản/ }).click();
  await button.click();
}
async function useSession(person) {
  const [name, value] = person.cookie.split('=');
  await context.addCookies([{ name, value, url: installation.base }]);
}
async function signIn(within, person) {
  await within.getByLabel('Email hoặc số điện thoại').fill(person.identifier);
  await within.getByLabel('Mật khẩu').fill(password);
  await within.getByRole('button', { name: 'Đăng nhập' }).click();
}
/** All that this computer keeps for the address of the service, as text. */
const kept = (of) =>
  of.evaluate(() => JSON.stringify(Object.entries(localStorage).concat(Object.entries(sessionStorage))));

/** The network is back and nothing of the first judge comes to light. */
async function assertUntouched(of) {
  await context.unroute('**/card');
  await of.evaluate(() => window.dispatchEvent(new Event('online')));
  await openWork(of);
  assert.equal(await mark(of).inputValue(), '');
  assert.ok(!(await of.content()).includes(kSecret));
  await of.getByText(/^\s*Đã lưu( lúc .+|\.)\s*$/).waitFor();
  const { card } = await second.get(work());
  assert.deepEqual([card.state, card.marks, card.comment_jury], ['none', {}, '']);
}

test('marks that were not sent are not the next judge’s, and wait for their owner', async () => {
  await context.clearCookies();
  await page.close();
  page = await context.newPage();
  await useSession(second);
  await assertUntouched(page);
  await useSession(first);
  await openWork(page);
  await page.getByText(/^\s*Đã lưu( lúc .+|\.)\s*$/).waitFor();
  const { card } = await first.get(work());
  assert.deepEqual([card.marks, card.comment_jury], [{ content: 37 }, kSecret]);
  await first.put(`${work()}/card`, { marks: {} }, card.revision);
});

test('what a computer keeps tells nobody what was written, not even with its storage open', async () => {
  assert.ok(!(await kept(page)).includes(kSecret));
});

test('a page that was left open sends nothing once somebody else has signed in', async () => {
  await useSession(second);
  await context.unroute('**/card');
  const refused = page.waitForResponse((answer) => answer.url().endsWith('/card') && answer.status() === 401);
  await mark(page).fill('38');
  await refused;
  await page.getByRole('button', { name: 'Tài khoản Đỗ Giám Khảo' }).waitFor();
  await assertUntouched(page);
});

test('a page that was left open is the next person’s as soon as they sign in beside it', async () => {
  const beside = await context.newPage();
  await useSession(second);
  await beside.goto(`${installation.base}/app/`);
  await page.getByRole('button', { name: 'Tài khoản Đỗ Giám Khảo' }).waitFor();
  await assertUntouched(page);
});

test('whoever signs in where a session has ended gets a page of their own', async () => {
  await first.must('DELETE', '/api/sessions');
  await context.unroute('**/card');
  await mark(page).fill('39');
  const dialog = page.getByRole('dialog');
  await dialog.getByText('Phiên đăng nhập đã hết').waitFor();
  await signIn(dialog, second);
  await page.getByRole('button', { name: 'Tài khoản Đỗ Giám Khảo' }).waitFor();
  await assertUntouched(page);
});

test('signing out warns of what was not sent, and leaves nothing of it on the computer', async () => {
  const other = await context.newPage();
  await openWork(other);
  await signOut(page);
  const dialog = page.getByRole('dialog');
  await dialog.getByText(/chưa gửi được/).waitFor();
  await dialog.getByRole('button', { name: 'Hủy' }).click();
  assert.equal(await mark(page).inputValue(), '37');
  await signOut(page);
  await dialog.getByRole('button', { name: 'Bỏ phần chưa gửi và đăng xuất' }).click();
  await page.getByRole('heading', { name: 'Đăng nhập' }).waitFor();
  assert.ok(!(await kept(page)).includes(code));
  await other.getByRole('heading', { name: 'Đăng nhập' }).waitFor();
  await signIn(page, second);
  await page.getByRole('button', { name: 'Tài khoản Đỗ Giám Khảo' }).waitFor();
  await page.goBack();
  await assertUntouched(page);
});

test('signing out sends first what can be sent, and asks nothing', async () => {
  await context.unroute('**/card');
  await mark(page).fill('40');
  await signOut(page);
  await page.getByRole('heading', { name: 'Đăng nhập' }).waitFor();
  const { card } = await (await Person.signedIn(installation, first.identifier, password)).get(work());
  assert.deepEqual([card.marks, card.comment_jury], [{ content: 40 }, kSecret]);
});

test('a request made for one person is not done as another', async () => {
  const as = { 'Guong-Account': String(first.id) };
  const write = await second.call('PUT', `${work()}/card`, { marks: { content: 1 } }, { 'If-Match': '"r0"', ...as });
  assert.equal(write.status, 401);
  assert.equal((await second.call('GET', work(), undefined, as)).status, 401);
  assert.equal((await first.call('GET', work(), undefined, as)).status, 200);
});
