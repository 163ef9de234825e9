// The organiser's way to judged works: a judge invited by link, a panel, the round opened and drawn, the
// board, locking.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { acceptAll, board, closeNow, draft, invited, openContest, password } from './people.mjs';
import { Installation, Person } from './service.mjs';
import { axeViolations, end, launch, scrollsSideways, shoot } from './support.mjs';

let installation, browser, organiser, secretary, contest, page, context;
before(async () => {
  installation = await new Installation().serve();
  browser = await launch();
  ({ organiser } = await board(installation));
  const opened = await openContest(organiser);
  contest = opened.contest;
  secretary = await invited(organiser, contest, 'secretary', 'thu-ky@thi.test', 'Lê Thư Ký');
  for (let i = 1; i <= 3; i++) {
    const entrant = await Person.registered(
      installation,
      `tac-gia-${i}@thi.test`,
      `Tác Giả ${['Một', 'Hai', 'Ba'][i - 1]}`,
    );
    const { id } = await entrant.post(`/api/contests/${contest}/entries`, draft('bai-viet', `Người tốt quê tôi ${i}`));
    await entrant.postAt(`/api/entries/${id}/submit`, 1);
  }
  await closeNow(organiser, contest, opened.rules);
  assert.deepEqual(await acceptAll(secretary, contest), ['accepted', 'accepted', 'accepted']);
  ({ context, page } = await browse(organiser));
});
after(() => end(browser, installation));

async function browse(person, options = {}) {
  const made = await browser.newContext({ locale: 'vi-VN', ...options });
  if (person) {
    const [name, value] = person.cookie.split('=');
    await made.addCookies([{ name, value, url: installation.base }]);
  }
  return { context: made, page: await made.newPage() };
}
const open = (at) => page.goto(`${installation.base}/app/contests/${contest}${at}`);

async function assertGood(of, name) {
  assert.deepEqual(await axeViolations(of), [], name);
  await shoot(of, name);
  await of.setViewportSize({ width: 320, height: 640 });
  assert.equal(await scrollsSideways(of), false, `${name} scrolls sideways`);
  await of.setViewportSize({ width: 1280, height: 800 });
}

test('a judge is invited by a one-time link, registers on a phone and lands on the terms', async () => {
  for (const [i, name] of ['Giám Khảo Một', 'Giám Khảo Hai'].entries()) {
    await open('/people');
    await page.getByLabel('Họ và tên').fill(name);
    await page.getByRole('button', { name: 'Tạo liên kết mời' }).click();
    const link = await page.getByLabel('Liên kết mời').inputValue();
    if (i === 0) await assertGood(page, 'people');
    const theirs = await browse(undefined, { viewport: { width: 360, height: 740 } });
    await theirs.page.goto(link);
    await theirs.page.getByRole('link', { name: /Đăng ký/ }).click();
    await theirs.page.getByLabel('Họ và tên').fill(name);
    await theirs.page.getByLabel('Email hoặc số điện thoại').fill(`giam-khao-${i}@thi.test`);
    await theirs.page.getByLabel(/Mật khẩu/).fill(password);
    await theirs.page.keyboard.press('Enter');
    await theirs.page.getByRole('heading', { name: 'Bạn được mời làm Giám khảo' }).waitFor();
    if (i === 0) await assertGood(theirs.page, 'people-invitation');
    await theirs.page.getByRole('button', { name: 'Chấp nhận lời mời' }).click();
    await theirs.page.getByRole('button', { name: 'Bắt đầu chấm' }).waitFor();
    if (i === 0) await assertGood(theirs.page, 'judging-terms');
    if (i === 1) {
      await theirs.page.getByLabel('Người thân có thể dự thi').fill('Nguyễn Văn Anh\nNguyễn Thị Em');
      await theirs.page.getByLabel('Người khác có quan hệ gần gũi').fill('Trần Bạn Thân');
      await theirs.page.getByRole('combobox', { name: 'Đơn vị bạn gắn bó' }).pressSequentially('so y te');
      await theirs.page.getByRole('listbox').getByRole('option').first().click();
      await theirs.page.getByRole('combobox', { name: 'Đơn vị thứ 2' }).waitFor();
    }
    await theirs.page.getByLabel('Tôi đồng ý').check();
    await theirs.page.getByRole('button', { name: 'Bắt đầu chấm' }).click();
    await theirs.page.getByText('Chưa có bài nào được phân công').waitFor();
    if (i === 1) {
      await theirs.page.getByText('Khai thêm người hoặc đơn vị').click();
      await theirs.page.getByLabel('Người thân có thể dự thi').fill('Nguyễn Văn Sau');
      await theirs.page.getByRole('button', { name: 'Khai báo', exact: true }).click();
      await theirs.page.getByText('Đã ghi nhận và niêm phong.').waitFor();
    }
    await theirs.page.goto(link);
    await theirs.page.getByRole('alert').waitFor();
    await theirs.context.close();
  }
  const second = await Person.signedIn(installation, 'giam-khao-1@thi.test', password);
  const { interests } = await second.get(`/api/contests/${contest}/judge/terms`);
  assert.deepEqual(interests.map(({ kind, name, unit }) => [kind, name || typeof unit]).sort(), [
    ['close_tie', 'Trần Bạn Thân'],
    ['relative', 'Nguyễn Thị Em'],
    ['relative', 'Nguyễn Văn Anh'],
    ['relative', 'Nguyễn Văn Sau'],
    ['unit', 'number'],
  ]);
  await open('/people');
  await page.getByRole('cell', { name: 'Giám Khảo Hai' }).first().waitFor();
});

test('a panel is made, the round opened and drawn, and the board shows how far it is', async () => {
  await open('/rounds');
  await page.getByText(/^Chưa mở được: .*giám khảo/).waitFor();
  assert.equal(await page.getByRole('button', { name: 'Mở vòng chấm' }).count(), 0);
  await page.locator('.tag', { hasText: 'Hết hạn nhận bài' }).waitFor();
  await assertGood(page, 'rounds-not-yet');
  await open('/results');
  await page.getByText('Tổng hợp được khi mọi vòng chấm đã khóa điểm.').waitFor();
  assert.equal(await page.getByRole('button', { name: 'Tổng hợp kết quả' }).count(), 0);
  await open('/rounds');

  await page.getByRole('button', { name: 'Thành lập tiểu ban' }).click();
  await page.getByLabel('Tên tiểu ban').fill('Tiểu ban bài viết');
  await page.getByLabel('Giám Khảo Một').check();
  await page.getByLabel('Giám Khảo Hai').check();
  await assertGood(page, 'rounds-panel');
  await page.getByRole('button', { name: 'Lưu' }).click();
  await page.getByRole('heading', { name: 'Tiểu ban bài viết' }).waitFor();
  await page.getByRole('button', { name: 'Mở vòng chấm' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Mở vòng chấm' }).click();
  await page.locator('.tag', { hasText: 'Giai đoạn chấm' }).waitFor();
  await page.getByRole('link', { name: 'Bảng tiến độ' }).click();

  await page.getByRole('button', { name: 'Bốc thăm phân công' }).click();
  await page.getByText('Đã phân công 6 lượt.').waitFor();
  await page.getByText('Đã nộp 0 trong 6 phiếu').waitFor();
  await assertGood(page, 'rounds-board');
});

test('an assignment is taken back, refused when it is gone already, and given again by hand', async () => {
  await open('/rounds/1');
  const rows = (await organiser.get(`/api/contests/${contest}/rounds/1/assignments`)).items;
  const [{ code, judges }] = rows;
  const take = () => page.getByRole('button', { name: 'Thu lại' });
  await take().first().click();
  await organiser.must('DELETE', `/api/contests/${contest}/rounds/1/assignments/${judges[0].assignment}`);
  await page.getByRole('dialog').getByRole('button', { name: 'Thu lại' }).click();
  await page.getByRole('dialog').getByRole('alert').waitFor();
  await page.getByRole('dialog').getByRole('button', { name: 'Hủy' }).click();
  await page.reload();
  await page.getByText('Còn 1 bài thiếu giám khảo').click();
  await page.getByRole('row', { name: `${code} 1` }).waitFor();
  await assertGood(page, 'rounds-understaffed');
  const head = await invited(organiser, contest, 'head', 'truong-ban@thi.test', 'Phan Trưởng Ban');
  const theirs = await browse(head);
  await theirs.page.goto(`${installation.base}/app/contests/${contest}/rounds`);
  await theirs.page.getByText('Miễn trừ một quan hệ').click();
  await theirs.page.getByLabel('Bài đang thiếu giám khảo').selectOption({ label: `${code}: thiếu 1 giám khảo` });
  await assertGood(theirs.page, 'rounds-waive');
  await theirs.context.close();
  await page.getByText('Phân công trực tiếp').click();
  await page.getByLabel('Mã phách').fill(code.toLowerCase());
  await page.getByRole('combobox').selectOption({ label: judges[0].judge.name });
  await page.getByRole('button', { name: 'Phân công bài' }).click();
  await page.getByText('Đã phân công.').waitFor();
});

test('locking is offered when all cards are in, and computing when the round is locked', async () => {
  await open('/rounds/1');
  await page.getByText(/^Khóa điểm được khi mọi phiếu đã nộp/).waitFor();
  assert.equal(await page.getByRole('button', { name: 'Khóa vòng chấm' }).count(), 0);
  await assertGood(page, 'rounds-lock-not-yet');
  for (let i = 0; i < 2; i++) {
    const judge = await Person.signedIn(installation, `giam-khao-${i}@thi.test`, password);
    for (const { code } of (await judge.get(`/api/contests/${contest}/judge/works`)).items) {
      const at = `/api/contests/${contest}/judge/works/${code}`;
      await judge.put(`${at}/card`, { marks: { content: 50 + 2 * i, form: 25, impact: 8 } }, 0);
      await judge.must('POST', `${at}/card/submit`, {}, { 'If-Match': '"r1"' });
    }
  }
  await page.reload();
  await page.getByText('Đã nộp 6 trong 6 phiếu').waitFor();
  const reader = await browse(secretary);
  await reader.page.goto(`${installation.base}/app/contests/${contest}/rounds/1`);
  await reader.page.getByRole('button', { name: 'Mở lại phiếu' }).first().click();
  await reader.page.getByLabel('Vì sao').fill('Giám khảo báo nhầm ô điểm.');
  await reader.page.getByRole('dialog').getByRole('button', { name: 'Mở lại phiếu' }).click();
  await reader.page.getByText('Đã mở lại phiếu.').waitFor();
  await reader.context.close();
  const [missing] = (await organiser.get(`/api/contests/${contest}/rounds/1/progress`)).missing;
  const judge = await Person.signedIn(
    installation,
    `giam-khao-${missing.judge.name.endsWith('Một') ? 0 : 1}@thi.test`,
    password,
  );
  const at = `/api/contests/${contest}/judge/works/${missing.code}`;
  const { card } = await judge.get(at);
  await judge.must('POST', `${at}/card/submit`, {}, { 'If-Match': `"r${card.revision}"` });
  await page.reload();
  await page.getByRole('button', { name: 'Khóa vòng chấm' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Khóa vòng chấm' }).click();
  await page.getByText('Vòng đã khóa.').waitFor();
  assert.equal((await organiser.get(`/api/contests/${contest}/rounds`)).items[0].state, 'locked');
  // Only now, when nobody can be pressed any more, how strictly each judge marked.
  const jury = page.getByRole('table', { name: 'Mức độ chấm chặt, rộng của giám khảo' });
  await jury.getByRole('row', { name: /-2/ }).waitFor();
  await jury.getByRole('row', { name: /\+2/ }).waitFor();
  await assertGood(page, 'rounds-jury');
  await open('/results');
  await page.getByRole('button', { name: 'Tổng hợp kết quả' }).waitFor();
  await context.close();
});
