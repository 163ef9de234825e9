// The table of entries as people know tables: single keys and their help, many rows sent back or refused for one reason, filters by field,
// low rows, a head and first columns that stay; on a phone each row a card.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { board, draft, invited, openContest } from './people.mjs';
import { Installation, Person } from './service.mjs';
import { axeViolations, end, launch, scrollsSideways } from './support.mjs';

const kEntries = 12;

let installation, browser, secretary, contest, entries;
before(async () => {
  installation = await new Installation().serve();
  browser = await launch();
  const { organiser } = await board(installation);
  ({ contest } = await openContest(organiser, (rules) => {
    rules.eligibility.max_entries = 50;
  }));
  secretary = await invited(organiser, contest, 'secretary', 'thu-ky@thi.test', 'Lê Thư Ký');
  const author = await Person.registered(installation, 'tac-gia@thi.test', 'Phạm Văn Sơn');
  entries = [];
  for (let n = 1; n <= kEntries; n++) {
    const title = `Chuyện số ${String(n).padStart(2, '0')}`;
    const field = n <= 4 ? 'education' : 'health';
    const made = await author.post(`/api/contests/${contest}/entries`, draft('bai-viet', title, { field }));
    await author.postAt(`/api/entries/${made.id}/submit`, made.revision);
    entries.push({ id: made.id, title });
  }
});
after(() => end(browser, installation));

const stateOf = async (at) => (await secretary.get(`/api/contests/${contest}/entries/${entries[at - 1].id}`)).state;

async function openList(options = {}) {
  const context = await browser.newContext({ locale: 'vi-VN', viewport: { width: 1280, height: 800 }, ...options });
  const [name, value] = secretary.cookie.split('=');
  await context.addCookies([{ name, value, url: installation.base }]);
  const page = await context.newPage();
  page.complaints = [];
  page.on('pageerror', (error) => page.complaints.push(String(error)));
  await page.goto(`${installation.base}/app/contests/${contest}/entries`);
  await page.getByText(`${kEntries} bài`, { exact: true }).waitFor();
  return page;
}
async function close(page) {
  assert.deepEqual(page.complaints, []);
  await page.context().close();
}
const rowOf = (page, at) => page.getByRole('row', { name: entries[at - 1].title });
const focused = (page) => page.evaluate(() => document.activeElement?.textContent);

/** Axe and width at four sizes in both themes. */
async function assertGoodEverywhere(page, name) {
  const before = page.viewportSize();
  for (const width of [360, 768, 1280, 1920]) {
    await page.setViewportSize({ width, height: 900 });
    assert.equal(await scrollsSideways(page), false, `${name} ${width} scrolls sideways`);
    assert.deepEqual(await axeViolations(page), [], `${name} ${width}`);
  }
  await page.setViewportSize(before);
}

test('single keys go up and down, choose, look for and open; a help tells them and turns them off', async () => {
  const page = await openList();
  await rowOf(page, 1).waitFor();
  await page.keyboard.press('j');
  assert.equal(await focused(page), entries[0].title);
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await page.keyboard.press('k');
  assert.equal(await focused(page), entries[1].title);
  await page.keyboard.press('x');
  assert.equal(await rowOf(page, 2).getByRole('checkbox').isChecked(), true);
  await page.getByText('Đã chọn 1 bài').waitFor();
  await page.keyboard.press('x');
  await page.getByText('Đã chọn 1 bài').waitFor({ state: 'detached' });
  await page.keyboard.press('/');
  await page.keyboard.type('jk'); // letters of a word, where one writes
  assert.equal(await page.getByRole('searchbox').inputValue(), 'jk');
  await page.getByRole('searchbox').fill('');
  await page.getByText(`${kEntries} bài`, { exact: true }).waitFor();
  await rowOf(page, 1).getByRole('link').focus();
  await page.keyboard.press('?');
  const help = page.getByRole('dialog', { name: 'Phím tắt' });
  await help.getByText('Xuống bài sau').waitFor();
  assert.deepEqual(await axeViolations(page), []);
  await help.getByRole('checkbox', { name: 'Dùng phím tắt một chữ' }).uncheck();
  await page.keyboard.press('Escape');
  await rowOf(page, 1).getByRole('link').focus();
  await page.keyboard.press('j');
  assert.equal(await focused(page), entries[0].title);
  await page.reload();
  await page.getByRole('button', { name: 'Phím tắt' }).click();
  await page.getByRole('checkbox', { name: 'Dùng phím tắt một chữ' }).check();
  await page.getByRole('dialog').getByRole('button', { name: 'Đóng' }).click();
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: entries[0].title }).waitFor();
  await page.goBack();
  await rowOf(page, 1).waitFor();
  await close(page);
});

test('low rows and columns stay as they were left; the head and the first columns stay in sight', async () => {
  const page = await openList({ viewport: { width: 1000, height: 600 } });
  const box = page.getByRole('region', { name: 'Bảng bài dự thi' });
  await rowOf(page, 1).waitFor();
  const height = async () => (await rowOf(page, 1).boundingBox()).height;
  const high = await height();
  await page.getByRole('button', { name: 'Thu gọn các dòng' }).click();
  await page.waitForFunction((before) => document.querySelector('tr[data-id]').offsetHeight < before, high);
  await page.getByRole('button', { name: 'Cột hiển thị' }).click();
  for (const name of ['Lĩnh vực', 'Lần nộp', 'Hạn bổ sung']) await page.getByRole('checkbox', { name }).check();
  await page.keyboard.press('Escape');
  await box.evaluate((element) => element.scrollTo(element.scrollWidth, 60));
  const edge = await box.boundingBox();
  const head = await page.getByRole('columnheader', { name: 'Tác phẩm, nhân vật' }).boundingBox();
  assert.ok(Math.abs(head.y - edge.y) < 3, 'the head stays at the top');
  assert.ok(head.x >= edge.x && head.x < edge.x + 200, 'the first columns stay at the left');
  await page.reload();
  await page.getByRole('columnheader', { name: 'Hạn bổ sung' }).waitFor();
  assert.ok((await height()) < high);
  await page.getByRole('button', { name: 'Thu gọn các dòng' }).click();
  await close(page);
});

test('a field narrows the list and its numbers, and such a view is kept', async () => {
  const page = await openList();
  await page.getByRole('combobox', { name: 'Lĩnh vực' }).selectOption('education');
  await page.getByText('4 bài', { exact: true }).waitFor();
  await page.waitForURL(/\?field=education$/);
  await page.getByRole('button', { name: /^Tất cả 4$/ }).waitFor();
  await page.getByRole('button', { name: 'Lưu bộ lọc này' }).click();
  await page.getByRole('button', { name: 'Lưu', exact: true }).click();
  await page.getByRole('button', { name: 'Xóa lọc' }).click();
  await page.getByText(`${kEntries} bài`, { exact: true }).waitFor();
  await page.getByRole('group', { name: 'Các bộ lọc của danh sách' }).getByRole('button').last().click();
  await page.getByText('4 bài', { exact: true }).waitFor();
  const file = page.getByRole('link', { name: 'CSV' });
  assert.match(await file.getAttribute('href'), /field=education/);
  const { text } = await secretary.call('GET', await file.getAttribute('href'));
  assert.equal(text.trim().split('\r\n').length, 5);
  await close(page);
});

test('many entries are sent back, and refused, for one reason; acts say to how many they apply', async () => {
  const page = await openList();
  for (const at of [1, 2]) await rowOf(page, at).getByRole('checkbox').check();
  await assertGoodEverywhere(page, 'entries chosen');
  await page.getByRole('button', { name: 'Trả lại 2 bài để bổ sung' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('Không hoàn tác được').waitFor();
  await dialog.getByLabel('Lý do có sẵn').selectOption({ label: 'Thiếu thông tin liên hệ' });
  assert.deepEqual(await axeViolations(page), []);
  await dialog.getByRole('button', { name: 'Trả lại 2 bài để bổ sung' }).click();
  await page.getByRole('region', { name: 'Kết quả trả lại' }).getByText('Đã trả lại 2 bài').waitFor();
  assert.deepEqual([await stateOf(1), await stateOf(2)], ['returned', 'returned']);

  // One that is back with its author can only be refused: accepting is offered to the other alone.
  for (const at of [2, 3]) await rowOf(page, at).getByRole('checkbox').check();
  await page.getByRole('button', { name: 'Tiếp nhận 1 bài', exact: true }).waitFor();
  await secretary.postAt(`/api/contests/${contest}/entries/${entries[2].id}/accept`, 2);
  await page.getByRole('button', { name: 'Không tiếp nhận 2 bài' }).click();
  await dialog.getByLabel(/Vì sao không tiếp nhận/).fill('Không viết về người thật.');
  await dialog.getByRole('button', { name: 'Không tiếp nhận 2 bài' }).click();
  const report = page.getByRole('region', { name: 'Kết quả không tiếp nhận' });
  await report.getByText('1 bài chưa làm được').waitFor();
  assert.equal(await report.getByRole('link', { name: entries[2].title }).count(), 1);
  assert.deepEqual([await stateOf(2), await stateOf(3)], ['refused', 'accepted']);
  await close(page);
});

test('on a phone each row is a card with its box, and the bar of what is chosen floats above the dock', async () => {
  const page = await openList({ viewport: { width: 360, height: 740 }, hasTouch: true });
  const card = page.getByRole('listitem').filter({ hasText: entries[4].title });
  await card.getByRole('checkbox').tap();
  const bar = page.getByRole('toolbar', { name: 'Thao tác với các bài đã chọn' });
  await bar.getByText('Đã chọn 1 bài').waitFor();
  const { y, height } = await bar.boundingBox();
  assert.ok(y + height <= 740 - 56, 'the bar does not lie below the dock');
  await bar.getByRole('button', { name: 'Tiếp nhận 1 bài', exact: true }).tap();
  await page.getByText('Đã tiếp nhận 1 bài.').first().waitFor({ timeout: 20_000 });
  assert.equal(await stateOf(5), 'accepted');
  await close(page);
});
