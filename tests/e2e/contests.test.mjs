// Making a contest: from the built-in example on a phone, its faults mended, opened, amended; the overview for each of the board.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { board, root } from './people.mjs';
import { Installation, Person } from './service.mjs';
import { axeViolations, end, launch, scrollsSideways, shoot, startDemo } from './support.mjs';

let installation, demo, browser, organiser;
before(async () => {
  installation = await new Installation().serve();
  demo = await startDemo();
  browser = await launch();
  ({ organiser } = await board(installation));
});
after(async () => {
  await installation?.remove();
  await end(browser, demo);
});

async function browse(of, person, options = {}) {
  const context = await browser.newContext({ locale: 'vi-VN', ...options });
  const [name, value] = person.cookie.split('=');
  await context.addCookies([{ name, value, url: of.base }]);
  const page = await context.newPage();
  page.complaints = [];
  page.on('pageerror', (error) => page.complaints.push(String(error)));
  return { context, page };
}

async function assertGood(page, name) {
  assert.deepEqual(await axeViolations(page), [], name);
  await shoot(page, name);
  await page.setViewportSize({ width: 320, height: 640 });
  assert.equal(await scrollsSideways(page), false, `${name} scrolls sideways`);
  await page.setViewportSize({ width: 360, height: 740 });
}

/** On a phone the steps are folded until they are asked for. */
async function step(page, name) {
  await page.getByRole('button', { name: /^Bước \d\/9/ }).click();
  await page
    .getByRole('navigation', { name: 'Các bước soạn thể lệ' })
    .getByRole('link', { name: new RegExp(`^${name}`) })
    .click();
}

const local = (days) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 16);

test('an organiser makes a contest on a phone, mends what the check names, opens and amends it', async () => {
  const { page, context } = await browse(installation, organiser, { viewport: { width: 360, height: 740 } });
  await page.goto(`${installation.base}/app/`);
  await page.getByRole('link', { name: 'Lập cuộc thi mới' }).click();
  await page.getByLabel('Tên cuộc thi').fill('Gương sáng quê hương 2027');
  const host = page.getByRole('combobox', { name: 'Đơn vị tổ chức' });
  await host.fill('');
  await host.pressSequentially('tinh binh dinh');
  await page
    .getByRole('listbox')
    .getByRole('option', { name: /^Tỉnh Bình Định/ })
    .first()
    .click();
  await page.getByLabel('Mở nhận bài').fill(local(-1));
  await page.getByLabel('Hạn nộp bài').fill(local(30));
  assert.equal(await page.getByText(/^(Thứ \S+|Chủ Nhật), \d\d\/\d\d\/\d{4} \d\d:\d\d/).count(), 2);
  await assertGood(page, 'contest-new');
  await page.getByRole('button', { name: 'Lập cuộc thi' }).click();

  await page.getByText('Thể lệ hợp lệ.').waitFor();
  const contest = Number(/contests\/(\d+)/.exec(page.url())[1]);
  await step(page, 'Giải thưởng');
  await page.getByLabel('Số giải').first().fill('');
  await page
    .getByLabel(/Tiền thưởng/)
    .first()
    .fill('12.5');
  await page.getByText(/chỗ cần sửa trong thể lệ/).waitFor();
  await assertGood(page, 'contest-faults');
  await page.locator('.faults').getByRole('link').first().click();
  await page.waitForFunction(() => document.activeElement.getAttribute('aria-invalid') === 'true');
  await page.getByLabel('Số giải').first().fill('1');
  await page
    .getByLabel(/Tiền thưởng/)
    .first()
    .fill('7.000.000');
  await page.getByText('Thể lệ hợp lệ.').waitFor();
  await page.getByRole('button', { name: 'Bỏ Giải Khuyến khích' }).click();
  await page.getByRole('button', { name: 'Hoàn tác' }).click();
  await page.getByText('Đã lưu.', { exact: true }).waitFor();
  for (const [name, title] of [
    ['categories', 'Thể loại'],
    ['rounds', 'Vòng chấm'],
    ['calendar', 'Lịch'],
  ]) {
    await step(page, title);
    await assertGood(page, `contest-rules-${name}`);
  }
  await page.getByText('Đã lưu.', { exact: true }).waitFor();
  const rules = await organiser.get(`/api/contests/${contest}/rule-book`);
  assert.equal(rules.prizes[0].money, 7_000_000);
  assert.equal(rules.prizes.length, 4);
  assert.equal(rules.slug, 'guong-sang-que-huong-2027');

  await step(page, 'Xem lại và mở');
  await page.getByRole('button', { name: 'Mở cuộc thi' }).click();
  await page.getByRole('dialog').getByText('Thể lệ được công bố').waitFor();
  await page.getByRole('dialog').getByRole('button', { name: 'Mở cuộc thi' }).click();
  await page.getByRole('heading', { level: 1, name: 'Tổng quan' }).waitFor();
  await page.getByRole('region', { name: 'Việc tiếp theo' }).waitFor();
  assert.equal((await organiser.get(`/api/contests/${contest}`)).state, 'open');

  await page.goto(`${installation.base}/app/contests/${contest}/rules`);
  await page.getByRole('button', { name: 'Sửa đổi thể lệ' }).click();
  await step(page, 'Lịch');
  await page.getByLabel('Hạn nộp bài').fill(local(40));
  await step(page, 'Xem lại và ban hành');
  await page.getByRole('button', { name: 'Ban hành sửa đổi' }).click();
  await page.getByLabel('Lý do').fill('Mưa lũ, gia hạn mười ngày.');
  await page.getByLabel('Số quyết định').fill('12-TB/BTC');
  await page.getByRole('dialog').getByRole('button', { name: 'Ban hành sửa đổi' }).click();
  await page.getByRole('cell', { name: 'Mưa lũ, gia hạn mười ngày.' }).waitFor();
  await assertGood(page, 'contest-frozen');
  assert.deepEqual(page.complaints, []);
  await context.close();
});

test('the rules are kept on the device without a network, and a change made elsewhere is told', async () => {
  const rules = JSON.parse(readFileSync(join(root, 'schema/examples/api-test.json'), 'utf8'));
  const { id } = await organiser.post('/api/contests', { ...rules, slug: 'ban-nhap' });
  const { page, context } = await browse(installation, organiser);
  await page.goto(`${installation.base}/app/contests/${id}/rules`);
  const name = page.getByLabel('Tên cuộc thi (tiếng Việt)');
  await name.fill('Tên mới');
  await page.getByText('Đã lưu.', { exact: true }).waitFor();
  await context.setOffline(true);
  await name.fill('Tên lúc mất mạng');
  await page.getByText(/Mất mạng/).waitFor();
  await context.setOffline(false);
  await page.reload();
  await page.getByText('Đã lưu.', { exact: true }).waitFor();
  assert.equal((await organiser.get(`/api/contests/${id}/rule-book`)).name.vi, 'Tên lúc mất mạng');
  const { revision } = await organiser.get(`/api/contests/${id}`);
  await organiser.put(`/api/contests/${id}/rule-book`, { ...rules, slug: 'ban-nhap' }, revision);
  await name.fill('Tên của tôi');
  await page.getByText('vừa được sửa ở nơi khác').waitFor();
  await context.close();
});

for (const role of ['organiser', 'secretary', 'head', 'inspector']) {
  test(`the overview tells the ${role} where the contest stands`, async () => {
    const account = demo.accounts.find((candidate) => candidate.role === role);
    const person = await Person.signedIn(demo, account.identifier, account.password);
    const { page, context } = await browse(demo, person);
    const judged = (await person.get('/api/contests')).items.find(({ state }) => state === 'judging');
    await page.goto(`${demo.base}/app/contests/${judged.id}`);
    await page.getByRole('region', { name: /^(Việc tiếp theo|Đang chờ)/ }).waitFor();
    await page.getByRole('table', { name: 'Bài dự thi theo thể loại' }).waitFor();
    await assertGood(page, `overview-${role}`);
    assert.deepEqual(page.complaints, []);
    await context.close();
  });
}
