// The frame of the desks: navigation on a wide screen and on a phone, search and commands from the keyboard,
// how it looks kept on the device, the focus on each page's heading, and "my work".
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Person } from './service.mjs';
import { axeViolations, end, launch, scrollsSideways, shoot, startDemo } from './support.mjs';

const wide = { width: 1280, height: 800 };
const phone = { width: 360, height: 740 };
let demo, browser, contest, secretary;

before(async () => {
  demo = await startDemo();
  browser = await launch();
  secretary = await signedIn('secretary');
  contest = (await secretary.get('/api/contests?mine=1')).items.find(({ state }) => state === 'judging');
});
after(() => end(browser, demo));

function signedIn(role) {
  const { identifier, password } = demo.accounts.find((account) => account.role === role);
  return Person.signedIn(demo, identifier, password);
}

/** A page of a person's, whose console must stay quiet until `close`. */
async function pageOf(person, path, viewport = wide) {
  const context = await browser.newContext({ locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh', viewport });
  const [name, value] = person.cookie.split('=');
  await context.addCookies([{ name, value, url: demo.base }]);
  const page = await context.newPage();
  const complaints = [];
  page.on('console', (line) => line.type() === 'error' && complaints.push(`${line.text()} ${line.location().url}`));
  page.on('pageerror', (error) => complaints.push(String(error)));
  await page.goto(demo.base + path);
  await page.locator('h1').waitFor();
  await page.waitForFunction(() => !document.querySelector('.skeleton'));
  const close = async () => {
    assert.deepEqual(complaints, []);
    await context.close();
  };
  return { page, close };
}

const heading = (page, name) => page.getByRole('heading', { level: 1, name, exact: true });
const focused = (locator) => locator.and(locator.page().locator(':focus')).waitFor();
const side = (page) => page.getByRole('navigation', { name: 'Điều hướng', exact: true });
const foot = (page) => page.getByRole('navigation', { name: 'Điều hướng nhanh' });

test('at the side of a wide screen stand the pages of the contest by role, and the heading has the focus after each', async () => {
  const { page, close } = await pageOf(secretary, `/app/contests/${contest.id}`);
  const links = side(page).getByRole('list', { name: 'Cuộc thi' }).getByRole('link');
  assert.deepEqual(await links.allInnerTexts(), ['Tổng quan', 'Bài dự thi', 'Chấm thi', 'Kết quả', 'Nhân sự']);
  await side(page).getByRole('link', { name: 'Nhân sự' }).focus();
  await page.keyboard.press('Enter');
  await focused(heading(page, 'Nhân sự'));
  assert.equal(await page.title(), `Nhân sự · ${contest.name.vi} · Gương`);
  const place = page.getByRole('navigation', { name: 'Vị trí' });
  assert.deepEqual(await place.getByRole('listitem').allInnerTexts(), [contest.name.vi, 'Nhân sự']);
  assert.equal(await side(page).locator('[aria-current=page]').innerText(), 'Nhân sự');
  await place.getByRole('link', { name: contest.name.vi }).click();
  await focused(heading(page, 'Tổng quan'));
  await page.goBack();
  await focused(heading(page, 'Nhân sự'));
  assert.equal(await foot(page).count(), 0);
  await close();
});

test('the first keys lead to the content, then through the navigation', async () => {
  const { page, close } = await pageOf(secretary, `/app/contests/${contest.id}`);
  const names = [];
  for (let i = 0; i < 4; i++) {
    await page.keyboard.press('Tab');
    names.push(await page.evaluate(() => document.activeElement.textContent.replace(/\s+/g, ' ').trim()));
  }
  assert.equal(names[0], 'Đến nội dung chính');
  assert.equal(names[1], 'Gương Ban Tuyên giáo và Dân vận Tỉnh ủy Gia Lai');
  assert.match(names[2], new RegExp(contest.name.vi));
  assert.match(names[3], /^Việc của tôi/);
  await page.keyboard.press('Enter');
  await focused(heading(page, 'Việc của tôi'));
  await close();
});

test('the navigation is narrowed from the keyboard, keeps its names, and stays so on this device', async () => {
  const { page, close } = await pageOf(secretary, `/app/contests/${contest.id}`);
  const width = async () => (await side(page).boundingBox()).width;
  assert.ok((await width()) > 200);
  await side(page).getByRole('button', { name: 'Thu gọn' }).focus();
  await page.keyboard.press('Enter');
  assert.ok((await width()) < 80);
  await focused(side(page).getByRole('button', { name: 'Mở rộng' }));
  await page.reload();
  await side(page).getByRole('link', { name: 'Bài dự thi' }).waitFor();
  assert.ok((await width()) < 80);
  await page.waitForFunction(() => !document.querySelector('.skeleton'));
  assert.deepEqual(await axeViolations(page), []);
  await side(page).getByRole('group').locator('summary').click();
  await side(page).getByRole('list', { name: 'Cuộc thi và vai trò của bạn' }).waitFor();
  assert.deepEqual(await axeViolations(page), []);
  await close();
});

test('theme and size of the text are kept on the device and there before the program is', async () => {
  const { page, close } = await pageOf(secretary, '/app/');
  await page.getByRole('button', { name: 'Giao diện' }).click();
  await page.getByRole('radio', { name: 'Tối' }).check();
  await page.getByRole('radio', { name: 'Rất lớn' }).check();
  const ground = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  const dark = await ground();
  await page.keyboard.press('Escape');
  await focused(page.getByRole('button', { name: 'Giao diện' }));
  await page.route('**/assets/*.js', () => undefined); // the program never comes
  await page.reload({ waitUntil: 'commit' });
  await page.waitForFunction(() => document.documentElement.dataset.theme === 'dark');
  await page.waitForFunction((wanted) => getComputedStyle(document.documentElement).backgroundColor === wanted, dark);
  assert.equal(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize), '21px');
  await page.unroute('**/assets/*.js');
  await page.reload();
  await heading(page, 'Việc của tôi').waitFor();
  for (const { width, height } of [wide, phone]) {
    await page.setViewportSize({ width, height });
    assert.equal(await scrollsSideways(page), false, `sideways at ${width}`);
    assert.deepEqual(await axeViolations(page), []);
  }
  await page.setViewportSize(wide);
  await page.getByRole('button', { name: 'Giao diện' }).click();
  await page.getByRole('radio', { name: 'Theo thiết bị' }).check();
  assert.notEqual(await ground(), dark);
  await close();
});

test('on a phone a bar at the foot leads to the first pages, and a sheet to all of them', async () => {
  const { page, close } = await pageOf(secretary, `/app/contests/${contest.id}`, phone);
  assert.equal(await side(page).count(), 0);
  await foot(page)
    .getByRole('link', { name: /^Việc của tôi, \d+ việc$/ })
    .waitFor();
  await foot(page).getByRole('link', { name: 'Bài dự thi' }).click();
  await focused(heading(page, 'Bài dự thi'));
  assert.equal(await foot(page).locator('[aria-current=page]').getAttribute('aria-label'), 'Bài dự thi');
  for (const link of await foot(page).locator('a, button').all())
    assert.ok((await link.boundingBox()).height >= 44, 'a target is lower than a thumb');
  await foot(page).getByRole('button', { name: 'Thêm' }).click();
  const sheet = page.getByRole('dialog', { name: 'Điều hướng' });
  await sheet.getByRole('radio', { name: 'Tối' }).waitFor();
  assert.deepEqual(await axeViolations(page), []);
  await shoot(page, 'shell-sheet');
  await sheet.getByRole('link', { name: 'Nhân sự' }).click();
  await heading(page, 'Nhân sự').waitFor();
  await sheet.waitFor({ state: 'hidden' });
  await page.waitForFunction(() => !document.querySelector('.skeleton'));
  assert.equal(await scrollsSideways(page), false);
  // What has the focus is not below the bar.
  await page.keyboard.press('End');
  const last = page.locator('footer button');
  await last.focus();
  const [own, bar] = [await last.boundingBox(), await foot(page).boundingBox()];
  assert.ok(own.y + own.height <= bar.y, 'the bar covers what has the focus');
  await close();
});

test('another contest is switched to, and remembered on pages of none', async () => {
  const other = (await secretary.get('/api/contests?mine=1')).items.find(({ state }) => state === 'open');
  const { page, close } = await pageOf(secretary, `/app/contests/${contest.id}`);
  await side(page).locator('summary').click();
  await side(page).getByRole('list', { name: 'Cuộc thi và vai trò của bạn' }).getByText(other.name.vi).click();
  await page.waitForURL(`**/app/contests/${other.id}`);
  await focused(heading(page, 'Tổng quan'));
  await side(page)
    .getByRole('link', { name: /^Việc của tôi/ })
    .click();
  await focused(heading(page, 'Việc của tôi'));
  await page.reload();
  await side(page).locator('summary').getByText(other.name.vi).waitFor();
  await close();
});

const finder = (page) => page.getByRole('dialog', { name: 'Tìm bài, trang, thao tác' });
const field = (page) => finder(page).getByRole('combobox');
const options = (page) => finder(page).getByRole('option');

test('a page, a contest and an entry by its number are found and gone to from the keyboard', async () => {
  const { page, close } = await pageOf(secretary, `/app/contests/${contest.id}`);
  await side(page).getByRole('link', { name: 'Kết quả' }).focus();
  await page.keyboard.press('Control+k');
  await focused(field(page));
  await options(page).first().waitFor();
  assert.deepEqual(await axeViolations(page), []);
  await page.keyboard.press('Escape');
  await focused(side(page).getByRole('link', { name: 'Kết quả' }));

  await page.keyboard.press('Control+k');
  await page.keyboard.type('nhan su');
  await options(page).filter({ hasText: 'Nhân sự' }).first().waitFor();
  const chosen = await field(page).getAttribute('aria-activedescendant');
  assert.equal(await page.locator(`[id="${chosen}"]`).getAttribute('aria-selected'), 'true');
  await page.keyboard.press('Enter');
  await focused(heading(page, 'Nhân sự'));

  const { items } = await secretary.get(`/api/contests/${contest.id}/entries?limit=3`);
  await page.keyboard.press('Control+k');
  await page.keyboard.type(items[2].number);
  await options(page).filter({ hasText: items[2].number }).waitFor();
  await page.keyboard.press('Enter');
  await focused(heading(page, items[2].title));
  await page.waitForURL(`**/app/contests/${contest.id}/entries/${items[2].id}`);

  await page.keyboard.press('Control+k');
  await page.keyboard.type('không có gì như thế');
  await finder(page).getByText('Không tìm thấy gì.').waitFor();
  assert.equal(await options(page).count(), 0);
  await page.keyboard.press('Enter');
  await field(page).fill('');
  await page.keyboard.press('ArrowUp');
  await options(page).last().and(page.locator('[aria-selected=true]')).waitFor();
  await page.keyboard.press('ArrowDown');
  await options(page).first().and(page.locator('[aria-selected=true]')).waitFor();
  await close();
});

test('a judge finds their own works by code, and no others', async () => {
  const judge = await signedIn('judge');
  const [own] = (await judge.get(`/api/contests/${contest.id}/judge/works?limit=5`)).items;
  const { page, close } = await pageOf(judge, `/app/judging/${contest.id}`, phone);
  assert.equal(await page.title(), `Chấm thi · ${contest.name.vi} · Gương`);
  await page.getByRole('button', { name: 'Tìm bài, trang, thao tác' }).click();
  await field(page).fill(own.code.slice(0, 4).toLowerCase());
  await options(page).filter({ hasText: own.code }).waitFor();
  assert.deepEqual(await axeViolations(page), []);
  assert.equal(await scrollsSideways(page), false);
  await options(page).filter({ hasText: own.code }).click();
  await heading(page, own.title).waitFor();
  // The board's list of entries, by number, is none of a judge's.
  const [entry] = (await secretary.get(`/api/contests/${contest.id}/entries?limit=1`)).items;
  await page.getByRole('button', { name: 'Tìm bài, trang, thao tác' }).click();
  await field(page).fill(entry.number);
  await finder(page).getByText('Không tìm thấy gì.').waitFor();
  await close();
});

test('an act is begun from the commands', async () => {
  const { page, close } = await pageOf(await signedIn('organiser'), '/app/account');
  await page.keyboard.press('Control+k');
  await focused(field(page));
  await page.keyboard.type('lap cuoc thi');
  await options(page).filter({ hasText: 'Lập cuộc thi mới' }).waitFor();
  await page.keyboard.press('Enter');
  await focused(heading(page, 'Lập cuộc thi mới'));
  await close();
});

test('the bell tells what is new and what waits', async () => {
  const { page, close } = await pageOf(secretary, `/app/contests/${contest.id}`);
  await page.getByRole('button', { name: /^Thông báo/ }).click();
  const panel = page.getByRole('group', { name: 'Thông báo' });
  await panel.getByText('2 việc đang chờ bạn').waitFor();
  assert.deepEqual(await axeViolations(page), []);
  await panel.getByRole('link', { name: 'Tiếp nhận 12 bài mới nộp' }).click();
  await focused(heading(page, 'Bài dự thi'));
  await panel.waitFor({ state: 'hidden' });
  await close();
});
