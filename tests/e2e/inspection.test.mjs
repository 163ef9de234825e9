// The inspector's desk in a browser: lists in words, the values of a record on demand, a day in the past, on a phone.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Person } from './service.mjs';
import { axeViolations, end, launch, scrollsSideways, shoot, startDemo } from './support.mjs';

let demo, browser, page, last;
before(async () => {
  demo = await startDemo();
  browser = await launch();
  const account = demo.accounts.find(({ role }) => role === 'inspector');
  const inspector = await Person.signedIn(demo, account.identifier, account.password);
  const { items } = await inspector.get('/api/contests');
  last = items.find(({ slug }) => slug === 'guong-sang-nam-truoc').id;
  const context = await browser.newContext({ locale: 'vi-VN', viewport: { width: 360, height: 740 } });
  const [name, value] = inspector.cookie.split('=');
  await context.addCookies([{ name, value, url: demo.base }]);
  page = await context.newPage();
  await page.goto(`${demo.base}/app/contests/${last}/inspection`);
  await page.getByRole('heading', { level: 1, name: 'Giám sát' }).waitFor();
});
after(() => end(browser, demo));

/** Nothing of how the service calls things is left on the page. */
async function readsInWords(words, raw) {
  for (const text of words) await page.getByText(text).first().waitFor();
  const shown = await page.locator('main').innerText();
  for (const text of raw) assert.ok(!shown.includes(text), text);
  assert.deepEqual(await axeViolations(page), []);
  assert.equal(await scrollsSideways(page), false);
}

test('the ledger tells acts in words, and what a record holds when asked', async () => {
  await readsInWords(['Giao vai trò', 'Mở cuộc thi'], ['grant.given', 'contest.opened', 'given_by']);
  await page
    .getByRole('button', { name: /^Chi tiết/ })
    .first()
    .click();
  await page.getByText('Vai trò', { exact: true }).first().waitFor();
  await page.getByText('Ban Tổ chức', { exact: true }).first().waitFor();
  await shoot(page, 'inspection-ledger');
});

test('cards show their criteria by name, people their roles', async () => {
  await page.getByRole('combobox').selectOption({ label: 'Phiếu chấm' });
  await readsInWords([/Nội dung: \d/], ['content', '{"']);
  await shoot(page, 'inspection-cards');
  await page.getByRole('combobox').selectOption({ label: 'Người và vai trò' });
  await readsInWords(['Trưởng Ban Tổ chức', 'Cuộc thi này', 'Toàn hệ thống'], ['head', 'installation']);
});

test('as of a day before the contest began there is nothing of it', async () => {
  await page.getByRole('combobox').selectOption({ label: 'Phiếu chấm' });
  await page.getByLabel('Tính đến hết ngày').fill('2020-01-01');
  await page.getByText('Chưa có gì.').waitFor();
});
