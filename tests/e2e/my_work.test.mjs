// "My work": what waits for a person across their roles, by time, each with one button; the month beside it.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { confirmed } from './people.mjs';
import { Person } from './service.mjs';
import { axeViolations, end, launch, scrollsSideways, shoot, startDemo } from './support.mjs';

let demo, browser;
before(async () => {
  demo = await startDemo();
  browser = await launch();
});
after(() => end(browser, demo));

function signedIn(role) {
  const { identifier, password } = demo.accounts.find((account) => account.role === role);
  return Person.signedIn(demo, identifier, password);
}

async function myWork(person, viewport = { width: 1280, height: 800 }) {
  const context = await browser.newContext({ locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh', viewport });
  const [name, value] = person.cookie.split('=');
  await context.addCookies([{ name, value, url: demo.base }]);
  const page = await context.newPage();
  await page.goto(`${demo.base}/app/`);
  await page.getByRole('heading', { level: 1, name: 'Việc của tôi' }).waitFor();
  await page.waitForFunction(() => !document.querySelector('.skeleton'));
  return page;
}

async function assertGood(page, name) {
  assert.deepEqual(await axeViolations(page), [], name);
  await shoot(page, name);
  for (const width of [320, 1920, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    assert.equal(await scrollsSideways(page), false, `${name} scrolls sideways at ${width}`);
  }
}

const row = (page, text) => page.getByRole('main').getByRole('listitem').filter({ hasText: text });
/** What the one primary button among the rows says. */
const primary = (page) => page.getByRole('main').locator('li .go :is(a, button):not(.plain)').allInnerTexts();

test('a judge sees how many works are left, by when, and goes on with one button', async () => {
  const judge = await signedIn('judge');
  const { items } = await judge.get('/api/judging/contests');
  const { assigned, submitted, contest } = items.find(({ state }) => state === 'judging');
  const page = await myWork(judge);
  const job = row(page, `Chấm ${assigned - submitted} bài còn lại`);
  await job.getByText(/^còn \d+ ngày$/).waitFor();
  assert.deepEqual(await primary(page), ['Chấm tiếp']);
  await assertGood(page, 'my-work-judge');
  await job.getByRole('link', { name: /^Chấm tiếp/ }).click();
  await page.waitForURL(`**/app/judging/${contest}`);
  await page.context().close();
});

test('somebody of two roles filters by either, on a phone too', async () => {
  const judge = await signedIn('judge');
  const open = (await judge.get('/api/contests')).items.find(({ state }) => state === 'open');
  const writer = await Person.registered(demo, 'hai-vai@thi.test', 'Trần Hai Vai');
  const organiser = await signedIn('organiser');
  const draft = { category: 'bai-viet', title: 'Bài đang viết dở' };
  const made = await writer.post(`/api/contests/${open.id}/entries`, draft);
  const { token } = await organiser.post(`/api/contests/${open.id}/invitations`, { role: 'secretary' });
  const administrator = await signedIn('administrator');
  await confirmed({ administrator }, await writer.post('/api/invitations/accept', { token }));
  const page = await myWork(writer, { width: 360, height: 740 });
  await row(page, 'Viết tiếp “Bài đang viết dở”').waitFor();
  await row(page, /Tiếp nhận \d+ bài mới nộp/).waitFor();
  const filters = page.getByRole('group', { name: 'Lọc theo vai trò' });
  assert.deepEqual((await filters.getByRole('button').allInnerTexts()).sort(), ['Thư ký 1', 'Tác giả 1', 'Tất cả 2']);
  await assertGood(page, 'my-work-two-roles');
  await page.setViewportSize({ width: 360, height: 740 });
  await filters.getByRole('button', { name: 'Tác giả 1' }).click();
  assert.equal(await row(page, 'bài mới nộp').count(), 0);
  assert.deepEqual(await primary(page), ['Viết tiếp']);
  await row(page, 'Viết tiếp')
    .getByRole('link', { name: /^Viết tiếp/ })
    .click();
  await page.waitForURL(`**/app/entries/${made.id}`);
  await page.context().close();
});

test('the month names the days on which something is due and leads to the row', async () => {
  const author = await signedIn('entrant');
  const page = await myWork(author);
  const due = page.getByRole('table', { name: /^Tháng/ }).getByRole('link', { name: /: Viết tiếp “/ });
  const after = page.getByRole('button', { name: 'Tháng sau' });
  for (let month = 0; month < 3 && (await due.count()) === 0; month++) await after.click();
  await due.click();
  const target = page.locator('li:target');
  await target.getByRole('link', { name: /^Viết tiếp/ }).waitFor();
  await page.context().close();
});

test('a role that waits for the second of two is confirmed in the list, and the message has the focus', async () => {
  const organiser = await signedIn('organiser');
  const open = (await organiser.get('/api/contests?mine=1')).items.find(({ state }) => state === 'open');
  const newcomer = await Person.registered(demo, 'truong-ban-moi@thi.test', 'Võ Trưởng Mới');
  const { token } = await organiser.post(`/api/contests/${open.id}/invitations`, { role: 'head' });
  const { waiting } = await newcomer.post('/api/invitations/accept', { token });
  assert.equal(waiting, true);
  const page = await myWork(await signedIn('administrator'));
  const job = row(page, 'Võ Trưởng Mới: được đề nghị làm Trưởng Ban Tổ chức');
  await job.getByRole('button', { name: 'Xác nhận cho Võ Trưởng Mới' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').getByRole('button', { name: 'Xác nhận' }).focus();
  await page.keyboard.press('Enter');
  await page.getByText('Đã xác nhận.').waitFor();
  await job.waitFor({ state: 'detached' });
  await page.context().close();
});

test('who has not begun is shown where to begin', async () => {
  const page = await myWork(await Person.registered(demo, 'chua-bat-dau@thi.test', 'Lê Chưa Bắt Đầu'));
  await page.getByText('Bạn chưa tham gia cuộc thi nào').waitFor();
  await page.getByRole('main').getByRole('link', { name: 'Xem các cuộc thi đang nhận bài' }).waitFor();
  await assertGood(page, 'my-work-empty');
  await page.context().close();
});
