// The administrator changes the tree of units on a day: renamed, merged, split, added, put right; refused in words where it cannot be.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { board } from './people.mjs';
import { Installation } from './service.mjs';
import { axeViolations, end, launch, scrollsSideways, shoot } from './support.mjs';

let installation, browser, administrator, page;
before(async () => {
  installation = await new Installation().serve();
  browser = await launch();
  ({ administrator } = await board(installation));
  const context = await browser.newContext({ locale: 'vi-VN', viewport: { width: 360, height: 740 } });
  const [name, value] = administrator.cookie.split('=');
  await context.addCookies([{ name, value, url: installation.base }]);
  page = await context.newPage();
  page.complaints = [];
  page.on('pageerror', (error) => page.complaints.push(String(error)));
});
after(() => end(browser, installation));

const coded = async (code) =>
  (await administrator.get('/api/units?limit=200')).items.find((unit) => unit.code === code);
const below = async (unit) =>
  (await administrator.get(`/api/units?parent=${unit}&limit=200`)).items.map(({ code }) => code).sort();
const button = (name) => page.getByRole('button', { name, exact: true });

async function open(code) {
  await page.goto(`${installation.base}/app/units/${(await coded(code)).id}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
}
async function assertGood(name) {
  assert.deepEqual(await axeViolations(page), [], name);
  await shoot(page, name);
  await page.setViewportSize({ width: 320, height: 640 });
  assert.equal(await scrollsSideways(page), false, `${name} scrolls sideways`);
  await page.setViewportSize({ width: 360, height: 740 });
}
/** Goes on from the form and says yes. */
async function confirm(kind) {
  await button('Tiếp tục').click();
  await page.getByRole('dialog').getByRole('button', { name: kind }).click();
}

test('two districts are merged from the keyboard, their communes go along and the old ones name their successor', async () => {
  const communes = [
    ...(await below((await coded('bd-hoai-an')).id)),
    ...(await below((await coded('bd-an-lao')).id)),
  ].sort();
  await open('bd-hoai-an');
  await button('Sáp nhập').focus();
  await page.keyboard.press('Enter');
  await page.getByLabel('Có hiệu lực từ ngày').fill('2025-07-01');
  await page.getByRole('combobox', { name: 'Sáp nhập với' }).focus();
  await page.keyboard.type('huyen an lao');
  await page.getByRole('option', { name: /Huyện An Lão/ }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByLabel('Tên đơn vị').focus();
  await page.keyboard.type('Huyện Hoài Lão');
  assert.equal(await page.getByLabel('Mã (không dấu)').inputValue(), 'huyen-hoai-lao');
  await assertGood('unit-merge');
  await button('Tiếp tục').focus();
  await page.keyboard.press('Enter');
  await page
    .getByRole('dialog')
    .getByText('Từ ngày 01/07/2025, Huyện Hoài Ân và các đơn vị đã chọn kết thúc, Huyện Hoài Lão bắt đầu.')
    .waitFor();
  await assertGood('unit-merge-asked');
  await page.getByRole('dialog').getByRole('button', { name: 'Sáp nhập' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Huyện Hoài Lão' }).waitFor();
  await page.getByText('Sáp nhập từ').waitFor();
  const made = await coded('huyen-hoai-lao');
  assert.equal(made.valid_from, '2025-07-01');
  assert.deepEqual(await below(made.id), communes);
  await open('bd-an-lao');
  await page.getByRole('link', { name: 'Huyện Hoài Lão' }).waitFor();
  await assertGood('unit-ended');
  assert.equal(await button('Sáp nhập').count(), 0);
});

test('a unit is renamed; a code that is taken is refused beside its field and nothing is lost', async () => {
  await open('bd-an-nhon');
  await button('Đổi tên').click();
  await page.getByLabel('Có hiệu lực từ ngày').fill('2025-07-01');
  await page.getByLabel('Tên đơn vị').fill('Thành phố An Nhơn');
  await page.getByLabel('Mã (không dấu)').fill('bd-tuy-phuoc');
  await confirm('Đổi tên');
  await page
    .locator('label', { hasText: 'Mã (không dấu)' })
    .getByText('Mã bd-tuy-phuoc đã có đơn vị khác dùng')
    .waitFor();
  assert.equal(await page.getByLabel('Tên đơn vị').inputValue(), 'Thành phố An Nhơn');
  await assertGood('unit-refused');
  await page.getByLabel('Mã (không dấu)').fill('bd-an-nhon-tp');
  await confirm('Đổi tên');
  await page.getByRole('heading', { level: 1, name: 'Thành phố An Nhơn' }).waitFor();
  await page.getByText('Tên trước đây:').waitFor();
});

test('of a split unit each unit below is given to one of the new', async () => {
  const old = (await coded('bd-quy-nhon')).id;
  const [first, ...others] = (await administrator.get(`/api/units?parent=${old}&limit=200`)).items;
  const goesTo = ({ name }) => page.getByRole('combobox', { name: `${name} về` });
  await open('bd-quy-nhon');
  await button('Chia tách').click();
  await page.getByLabel('Có hiệu lực từ ngày').fill('2025-07-01');
  for (const [i, name] of ['Quy Nhơn Bắc', 'Quy Nhơn Nam'].entries()) {
    await page.getByLabel('Tên đơn vị').nth(i).fill(name);
    await page.getByLabel('Mã (không dấu)').nth(i).fill(`bd-qn-${i}`);
  }
  await confirm('Chia tách');
  await page.getByText(`Hãy chọn đơn vị mới cho ${first.name}.`).first().waitFor();
  for (const child of others) await goesTo(child).selectOption('Quy Nhơn Nam');
  await goesTo(first).selectOption('Quy Nhơn Bắc');
  await assertGood('unit-split');
  await confirm('Chia tách');
  await page.getByRole('heading', { level: 1, name: 'Quy Nhơn Bắc' }).waitFor();
  assert.deepEqual(await below((await coded('bd-qn-0')).id), [first.code]);
  assert.equal((await below((await coded('bd-qn-1')).id)).length, others.length);
});

test('a unit is added below another and at the top, and a misspelling is put right without a history', async () => {
  await open('bd-phu-cat');
  await button('Thêm đơn vị trực thuộc').click();
  await page.getByLabel('Tên đơn vị').fill('Xã Cát Háii');
  await page.getByLabel('Loại').selectOption({ label: 'Cấp xã' });
  await confirm('Thêm đơn vị trực thuộc');
  await page.getByRole('heading', { level: 1, name: 'Xã Cát Háii' }).waitFor();
  await button('Sửa thông tin').click();
  await page.getByLabel('Tên đơn vị').fill('Xã Cát Hải');
  await page.getByLabel(/Tên gọn/).fill('Cát Hải');
  await confirm('Sửa thông tin');
  await page.getByRole('heading', { level: 1, name: 'Xã Cát Hải' }).waitFor();
  const made = await coded('xa-cat-haii');
  assert.equal(made.name, 'Xã Cát Hải');
  assert.equal(made.parent, (await coded('bd-phu-cat')).id);

  await page.goto(`${installation.base}/app/units`);
  await page.getByRole('list', { name: 'Đơn vị' }).getByRole('link').first().waitFor();
  assert.deepEqual(await page.getByRole('list', { name: 'Đơn vị' }).getByRole('link').allInnerTexts(), [
    'Tỉnh Bình Định',
  ]);
  await button('Thêm đơn vị').click();
  await page.getByLabel('Tên đơn vị').fill('Tỉnh Phú Yên');
  await assertGood('unit-add');
  await confirm('Thêm đơn vị');
  await page.getByRole('heading', { level: 1, name: 'Tỉnh Phú Yên' }).waitFor();
  assert.deepEqual(page.complaints, []);
});
