// Numbers as pictures with their tables: entries by day and by unit for the board, a unit among the others
// for its coordinator; the rules written out beside their form.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { board, draft, openContest, root } from './people.mjs';
import { Installation, Person } from './service.mjs';
import { axeViolations, end, launch, scrollsSideways, shoot } from './support.mjs';

let installation, browser, organiser, administrator, contest, units;
before(async () => {
  installation = await new Installation().serve();
  browser = await launch();
  ({ organiser, administrator } = await board(installation));
  ({ contest } = await openContest(organiser));
  units = Object.fromEntries((await administrator.get('/api/units?limit=200')).items.map((unit) => [unit.code, unit]));
  const about = { 'bd-quy-nhon': 1, 'bd-phuong-tran-phu': 2, 'bd-hoai-an': 1, 'binh-dinh': 1 };
  let person = 0;
  for (const [code, works] of Object.entries(about)) {
    for (let i = 0; i < works; i++) {
      const author = await Person.registered(installation, `tac-gia-${++person}@thi.test`, 'Trần Thị Mai');
      const exemplar = { kind: 'person', name: 'Lê Thị Gương', unit: units[code].id, place: '' };
      const { id, revision } = await author.post(`/api/contests/${contest}/entries`, {
        ...draft('bai-viet', 'Một người'),
        exemplar,
      });
      await author.postAt(`/api/entries/${id}/submit`, revision);
    }
  }
});
after(() => end(browser, installation));

async function browse(person, path) {
  const context = await browser.newContext({
    locale: 'vi-VN',
    viewport: { width: 1280, height: 800 },
    timezoneId: 'Asia/Ho_Chi_Minh',
  });
  const [name, value] = person.cookie.split('=');
  await context.addCookies([{ name, value, url: installation.base }]);
  const page = await context.newPage();
  page.complaints = [];
  page.on('pageerror', (error) => page.complaints.push(String(error)));
  await page.goto(installation.base + path);
  return page;
}

async function assertGood(page, name) {
  assert.deepEqual(await axeViolations(page), [], name);
  await shoot(page, name);
  await page.setViewportSize({ width: 320, height: 640 });
  assert.equal(await scrollsSideways(page), false, `${name} scrolls sideways`);
  await page.setViewportSize({ width: 1280, height: 800 });
}

test('the board looks at entries by day and by unit, level by level, and reads the same numbers in tables', async () => {
  const page = await browse(organiser, `/app/contests/${contest}`);
  await page.getByRole('button', { name: 'Quy Nhơn: 3' }).waitFor();
  await page
    .getByRole('img', { name: 'Hoài Ân: 1' })
    .or(page.getByRole('button', { name: 'Hoài Ân: 1' }))
    .waitFor();
  await page.getByText('bài về gương của chính đơn vị này').waitFor();
  const today = new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Ho_Chi_Minh' }).format(new Date());
  await page.getByText(`Nhiều nhất ngày ${today}: 5 bài.`).waitFor();
  await page.getByText('Xem bảng số liệu').first().click();
  await page
    .getByRole('table', { name: 'Bài dự thi theo ngày' })
    .getByRole('row', { name: `${today} 5` })
    .waitFor();
  await assertGood(page, 'overview-numbers');
  await page.getByRole('button', { name: 'Quy Nhơn: 3' }).click();
  await page.getByRole('img', { name: 'Trần Phú: 2' }).waitFor();
  await page.getByRole('button', { name: 'Tất cả đơn vị' }).click();
  await page.getByRole('button', { name: 'Quy Nhơn: 3' }).waitFor();
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});

test('a coordinator sees what was handed in for the unit and its numbers beside the others, and of no other unit', async () => {
  const coordinator = await Person.registered(installation, 'dau-moi@thi.test', 'Võ Đầu Mối');
  await administrator.post('/api/grants', {
    account: coordinator.id,
    role: 'coordinator',
    unit: units['bd-hoai-an'].id,
  });
  const made = await coordinator.post(`/api/contests/${contest}/entries`, {
    ...draft('bai-viet', 'Người giữ rừng'),
    author: { name: 'Hồ Văn Rừng', unit: units['bd-hoai-an'].id, contact: '0905000111' },
  });
  const page = await browse(coordinator, '/app/');
  await page.getByRole('main').getByRole('link', { name: 'Huyện Hoài Ân' }).click();
  await page.getByRole('row', { name: /Người giữ rừng.*Hồ Văn Rừng/ }).waitFor();
  await page.getByText('Đơn vị bạn có 1 bài viết về gương của mình, đứng thứ 2').waitFor();
  await page.getByRole('img', { name: 'Quy Nhơn: 3' }).waitFor();
  await assertGood(page, 'coordination');
  await page.getByRole('link', { name: 'Người giữ rừng' }).click();
  await page.waitForURL(`**/entries/${made.id}`);
  const beside = (unit) => coordinator.get(`/api/units/${units[unit].id}/entry-counts?contest=${contest}`);
  const ofHoaiAn = (counts) => counts.units.find(({ name }) => name === 'Huyện Hoài Ân').count;
  assert.equal(ofHoaiAn(await beside('bd-hoai-an')), 1);
  // A work that arrives now is not seen to arrive: the numbers stay as they are until ten minutes are full by
  // the clock. Where they were full in between, one more arrives after it.
  for (let works = 1, same = false; !same; works++) {
    const held = tenMinutes();
    const before = await beside('bd-hoai-an');
    const other = await Person.registered(installation, `den-sau-${works}@thi.test`, 'Lê Đến Sau');
    const late = await other.post(`/api/contests/${contest}/entries`, {
      ...draft('bai-viet', 'Một người'),
      exemplar: { kind: 'person', name: 'Lê Thị Gương', unit: units['bd-hoai-an'].id, place: '' },
    });
    await other.postAt(`/api/entries/${late.id}/submit`, late.revision);
    const after = await beside('bd-hoai-an');
    same = tenMinutes() === held;
    if (same) assert.deepEqual(after, before);
  }
  await assert.rejects(beside('bd-quy-nhon'), /404/);
  await assert.rejects(
    author(installation).then((one) => one.get(`/api/contests/${contest}/unit-counts`)),
    /40[34]/,
  );
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});

/** Which ten minutes of the clock it is. */
const tenMinutes = () => Math.floor(Date.now() / 600_000);

const author = (installation) => Person.signedIn(installation, 'tac-gia-1@thi.test', 'một mật khẩu dài');

test('where the host has no units below it, the page says why there is no map', async () => {
  const { contest: small } = await openContest(organiser, (rules) => {
    rules.slug = 'mot-phuong';
    rules.host_unit = 'bd-phuong-tran-phu';
    rules.eligibility = {};
  });
  const one = await author(installation);
  const entry = await one.post(`/api/contests/${small}/entries`, draft('bai-viet', 'Một người'));
  await one.postAt(`/api/entries/${entry.id}/submit`, entry.revision);
  const page = await browse(organiser, `/app/contests/${small}`);
  await page.getByText('Phường Trần Phú không có đơn vị trực thuộc, nên bài không xếp theo đơn vị.').waitFor();
  assert.equal(await page.locator('.tiles').count(), 0);
  await assertGood(page, 'numbers-no-units');
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});

test('the rules are written out beside their form as they are typed', async () => {
  const rules = JSON.parse(readFileSync(join(root, 'schema/examples/api-test.json'), 'utf8'));
  const { id } = await organiser.post('/api/contests', { ...rules, slug: 'ban-nhap' });
  const page = await browse(organiser, `/app/contests/${id}/rules`);
  const preview = page.getByRole('article', { name: 'Xem trước thể lệ' });
  await preview.getByRole('heading', { name: /^Điều 1\./ }).waitFor();
  await preview.getByText('Tỉnh Bình Định').first().waitFor();
  await page.getByLabel('Tên cuộc thi (tiếng Việt)').fill('Người tốt quanh ta 2027');
  await preview.getByRole('heading', { name: 'Người tốt quanh ta 2027' }).waitFor();
  await assertGood(page, 'contest-preview');
  await page.getByRole('button', { name: 'Ẩn bản xem trước' }).click();
  await preview.waitFor({ state: 'detached' });
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});
