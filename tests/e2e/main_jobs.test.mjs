// The main job of an entrant and of a judge, from the public home page to the receipt and from the list to the next work: on a phone by
// touch and on a wide screen by keyboard alone. Clicks, typed fields and the weight of the program are counted and have limits.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Hand, assertGood, leave, pageOf, phone, scriptBytes, tabTo } from './acting.mjs';
import { acceptAll, board, closeNow, draft, invited, openContest, openJudging, password } from './people.mjs';
import { Installation, Person } from './service.mjs';
import { end, launch } from './support.mjs';

const wide = { viewport: { width: 1920, height: 1080 } };
const kEntrantClicks = 10;
const kEntrantTyped = 6;
const kEntrantScript = 90_000;
const kJudgeScript = 120_000;
const marks = ['52,5', '24', '8,5'];

let installation, browser, contest, judged, judges;
before(async () => {
  installation = await new Installation().serve();
  browser = await launch();
  const { organiser } = await board(installation);
  ({ contest } = await openContest(organiser));
  let rules;
  ({ contest: judged, rules } = await openContest(organiser, (book) => (book.slug = 'dang-cham')));
  const secretary = await invited(organiser, judged, 'secretary', 'thu-ky@thi.test', 'Lê Thư Ký');
  for (const title of ['Con chữ vượt dốc', 'Lớp học ven đầm', 'Thư viện trên xe đạp', 'Chuyến đò chở chữ']) {
    const author = await Person.registered(installation, `${title.length}-${title.at(0)}@thi.test`, 'Trần Tác Giả');
    const { id, revision } = await author.post(`/api/contests/${judged}/entries`, draft('bai-viet', title));
    await author.postAt(`/api/entries/${id}/submit`, revision);
  }
  judges = [];
  for (const n of [1, 2])
    judges.push(await invited(organiser, judged, 'judge', `cham-${n}@thi.test`, `Giám khảo ${n}`));
  await closeNow(organiser, judged, rules);
  await acceptAll(secretary, judged);
  await openJudging(organiser, judged, judges);
});
after(() => end(browser, installation));

const browse = (person, options) => pageOf(browser, installation, person, options);
const body = (page) => page.getByRole('textbox', { name: 'Nội dung' });
const receipt = (page) => page.getByRole('status').filter({ hasText: 'Đã nộp thành công' });
const markField = (page, criterion) => page.getByRole('spinbutton', { name: new RegExp(`^${criterion}`) });
const heading = (page) => page.getByRole('heading', { level: 1 });

test('an entrant comes from the public home page to the receipt by touch, in ten clicks and six typed fields', async () => {
  const page = await browse(undefined, phone);
  const hand = new Hand(page, { touch: true });
  await page.goto(`${installation.base}/`);
  await hand.click(page.getByRole('link', { name: 'Dự thi', exact: true }).first());
  await hand.click(page.getByRole('link', { name: /Đăng ký/ }));
  await hand.type(page.getByLabel('Họ và tên'), 'Đặng Thị Ngọc Ánh');
  await hand.type(page.getByLabel('Email hoặc số điện thoại'), 'ngoc-anh@thi.test');
  await hand.type(page.getByLabel(/Mật khẩu/), password);
  await hand.click(page.getByRole('button', { name: 'Đăng ký' }));
  await hand.click(page.getByRole('button', { name: 'Chọn Bài viết' }));
  await hand.choose(page.getByLabel('Lĩnh vực'), 'Y tế');
  await hand.type(page.getByLabel('Tên người, tập thể'), 'Lê Thị Gương');
  await hand.type(page.getByLabel('Tên tác phẩm'), 'Nồi cháo sáng thứ bảy');
  await hand.type(body(page), 'Ba giờ sáng mỗi thứ bảy, bếp nhà chị Gương đỏ lửa.');
  for (const name of [/cam đoan/, /Người thật/, /dữ liệu cá nhân/]) await hand.click(page.getByLabel(name));
  await hand.click(page.getByRole('button', { name: 'Nộp bài' }));
  await receipt(page).and(page.locator(':focus')).waitFor();
  hand.within({ clicks: kEntrantClicks, typed: kEntrantTyped }, 'from home to the receipt');
  await assertGood(page, 'the receipt');
  await leave(page);
});

test('an entrant writes and hands in on a wide screen by keyboard alone', async () => {
  const person = await Person.registered(installation, 'ban-phim@thi.test', 'Trần Thị Mai');
  const page = await browse(person, wide);
  await page.goto(`${installation.base}/app/contests/${contest}/enter`);
  await page.getByRole('button', { name: 'Chọn Bài viết' }).waitFor();
  await assertGood(page, 'entering');
  assert.ok((await scriptBytes(page)) < kEntrantScript, `the entrant is sent ${await scriptBytes(page)} bytes first`);
  await tabTo(page, 'Chọn Bài viết');
  await page.keyboard.press('Enter');
  await body(page).waitFor();
  await tabTo(page, /^Lĩnh vực/);
  await page.keyboard.type('Y t');
  await tabTo(page, /^Tên người/);
  await page.keyboard.type('Lê Thị Gương');
  await tabTo(page, 'Tên tác phẩm');
  await page.keyboard.type('Nồi cháo sáng thứ bảy');
  await page.keyboard.press('Enter'); // from the title into the text
  await body(page).and(page.locator(':focus')).waitFor();
  await page.keyboard.type('# Ba giờ sáng');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Bếp nhà chị Gương đỏ lửa mỗi sáng thứ bảy.');
  await page.locator('.written h2', { hasText: 'Ba giờ sáng' }).waitFor();

  // Too early: the list of what is missing leads to the field.
  await tabTo(page, 'Nộp bài');
  await page.keyboard.press('Enter');
  await page.locator('#faults:focus').waitFor();
  await assertGood(page, 'what is missing');
  await tabTo(page, /cam đoan/i);
  await page.keyboard.press('Enter');
  await page
    .getByLabel(/cam đoan/)
    .and(page.locator(':focus'))
    .waitFor();
  await page.keyboard.press('Space');
  for (const name of [/^Người thật/, /dữ liệu cá nhân/]) {
    await tabTo(page, name, 3);
    await page.keyboard.press('Space');
  }
  await page.getByText('Đã đủ mọi điều').waitFor();
  await assertGood(page, 'the editor');
  await tabTo(page, 'Nộp bài');
  await page.keyboard.press('Enter');
  await receipt(page).and(page.locator(':focus')).waitFor();
  await leave(page);
});

test('a judge marks a work on a wide screen with its marks and one key, again and again', async () => {
  const [judge] = judges;
  const page = await browse(judge, wide);
  await page.goto(`${installation.base}/app/judging/${judged}`);
  await page.getByRole('link', { name: 'Chấm tiếp' }).waitFor();
  await assertGood(page, 'the list');
  await tabTo(page, 'Chấm tiếp');
  await page.keyboard.press('Enter');
  for (let n = 1; n <= 2; n++) {
    await heading(page).and(page.locator(':focus')).waitFor();
    const title = await heading(page).innerText();
    // A mark ends with Enter, the last one with the key that hands in.
    await page.keyboard.type(marks[0]);
    await page.keyboard.press('Enter');
    await page.keyboard.type(marks[1]);
    await page.keyboard.press('Enter');
    await page.keyboard.type(marks[2]);
    await page.keyboard.press('Control+Enter');
    await page.getByText(`Đã nộp phiếu «${title}» (${n} trong 4).`).waitFor();
  }
  const { items } = await judge.get(`/api/contests/${judged}/judge/works`);
  const done = items.filter(({ card_state }) => card_state === 'submitted');
  assert.deepEqual(
    done.map((item) => item.marks),
    [1, 2].map(() => ({ content: 52.5, form: 24, impact: 8.5 })),
  );
  assert.ok((await scriptBytes(page)) < kJudgeScript, `the judge is sent ${await scriptBytes(page)} bytes`);
  await assertGood(page, 'the work');
  await leave(page);
});

test('a judge marks a work on a phone by touch: marks, and two taps', async () => {
  const judge = judges[1];
  const page = await browse(judge, phone);
  const hand = new Hand(page, { touch: true });
  await page.goto(`${installation.base}/app/judging/${judged}`);
  await page.getByRole('link', { name: 'Chấm tiếp' }).tap();
  await heading(page).waitFor();
  const title = await heading(page).innerText();
  await hand.click(page.getByRole('link', { name: 'Đến phiếu chấm' }));
  await page.locator('#card:focus').waitFor();
  for (const [i, criterion] of ['Nội dung', 'Hình thức', 'Sức lan tỏa'].entries())
    await hand.type(markField(page, criterion), marks[i]);
  await hand.click(page.getByRole('button', { name: 'Nộp phiếu, sang bài sau' }));
  await page.getByText(`Đã nộp phiếu «${title}» (1 trong 4).`).waitFor();
  hand.within({ clicks: 2, typed: 3 }, 'a work on a phone');
  await leave(page);
});

test('what a judge writes is above the total, never below it', async () => {
  const page = await browse(judges[1], { viewport: { width: 1280, height: 620 } });
  const { items } = await judges[1].get(`/api/contests/${judged}/judge/works`);
  await page.goto(`${installation.base}/app/judging/${judged}/${items.find((one) => one.card_state === 'none').code}`);
  for (const name of ['Nhận xét cho Ban Giám khảo', /^Lời nhắn cho tác giả/]) {
    await page.getByLabel(name).focus();
    const [field, total] = [
      await page.getByLabel(name).boundingBox(),
      await page.locator('.scorecard footer').boundingBox(),
    ];
    assert.ok(
      field.y + field.height <= total.y + 1,
      `${name} ends at ${field.y + field.height}, the total begins at ${total.y}`,
    );
    assert.ok(total.y + total.height <= 621, 'the total is on the screen');
  }
  await leave(page);
});

test('the list of a judge: filters with counts, own totals, own flags; thanks when all is handed in', async () => {
  const judge = judges[1];
  const at = `/api/contests/${judged}/judge/works`;
  const { items } = await judge.get(at);
  const [first, second, third] = items.filter(({ card_state }) => card_state === 'none');
  await judge.put(`${at}/${first.code}/card`, { marks: { content: 40, form: 20, impact: 5 } }, 0);
  await judge.must('PUT', `${at}/${second.code}/flag`, { kind: 'suspected_copy', note: 'Giống một bài báo.' });
  const page = await browse(judge, wide);
  await page.goto(`${installation.base}/app/judging/${judged}`);
  await page.getByRole('img', { name: '1 trên 4 phiếu đã nộp' }).waitFor();
  assert.equal(await heading(page).innerText(), (await judge.get(`/api/contests/${judged}`)).name.vi);
  const filters = page.getByRole('group', { name: 'Lọc bài' });
  const shown = page.getByRole('list', { name: 'Tất cả bài được phân công' }).getByRole('link');
  for (const [name, codes] of [
    ['Tất cả 4', items.map(({ code }) => code)],
    ['Chưa chấm 2', [second.code, third.code]],
    ['Đang chấm 1', [first.code]],
    ['Đã nộp 1', items.filter(({ card_state }) => card_state === 'submitted').map(({ code }) => code)],
    ['Có cờ 1', [second.code]],
  ]) {
    await filters.getByRole('button', { name }).click();
    assert.equal(await shown.count(), codes.length, name);
    for (const code of codes) await shown.filter({ hasText: code }).waitFor();
  }
  await filters.getByRole('button', { name: 'Tất cả' }).click();
  await shown.filter({ hasText: first.code }).getByText('65,00', { exact: true }).waitFor();
  await assertGood(page, 'the list with a flag');
  // The list beside a work is the same one.
  await shown.filter({ hasText: third.code }).click();
  await shown.and(page.locator('[aria-current=page]')).filter({ hasText: third.code }).waitFor();
  const places = await page.locator('.queue ul').evaluate((list) => getComputedStyle(list).overflowY);
  assert.equal(places, 'auto', 'a long list scrolls by itself, below the ring and the filters');
  for (const { code } of [first, second, third]) {
    const revision = code === first.code ? 1 : 0;
    const card = await judge.put(`${at}/${code}/card`, { marks: { content: 41, form: 20, impact: 5 } }, revision);
    await judge.postAt(`${at}/${code}/card/submit`, card.revision);
  }
  await page.goto(`${installation.base}/app/judging/${judged}`);
  await page.getByText('Bạn đã chấm xong. Cảm ơn bạn!').waitFor();
  await assertGood(page, 'all done');
  await leave(page);
});

test('the keys are told once, and stay told for this judge', async () => {
  const [judge] = judges;
  const { items } = await judge.get(`/api/contests/${judged}/judge/works`);
  const open = items.find(({ card_state }) => card_state !== 'submitted');
  const page = await browse(judge, wide);
  await page.goto(`${installation.base}/app/judging/${judged}/${open.code}`);
  await page.getByRole('button', { name: 'Đã hiểu' }).click();
  await page.getByRole('button', { name: 'Đã hiểu' }).waitFor({ state: 'detached' });
  await page.waitForFunction(() => Object.keys(localStorage).some((key) => key.includes('marking-keys')));
  await page.reload();
  await page.getByText('Phím tắt').waitFor();
  assert.equal(await page.getByRole('button', { name: 'Đã hiểu' }).count(), 0);
  await leave(page);
});
