// Anybody checks a published result in their own browser: the file as it was published, and files that
// somebody changed.
import assert from 'node:assert/strict';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { axeViolations, end, launch, scrollsSideways, shoot, startDemo } from './support.mjs';

const folder = mkdtempSync(join(tmpdir(), 'guong-results-'));
const slug = 'guong-sang-nam-truoc';
let demo, browser, file, key, criterion;

before(async () => {
  demo = await startDemo();
  browser = await launch();
  const page = await (await fetch(`${demo.base}/cuoc-thi/${slug}/ket-qua`)).text();
  const [, address] = /href="(\/api\/contests\/\d+\/results\/published[^"]*)"/.exec(page);
  file = await (await fetch(demo.base + address)).json();
  key = demo.run(['ledger', 'key']).trim();
  criterion = JSON.parse(file.rule_book.document).rounds[0].criteria[0];
});
after(() => end(browser, demo));

/** A reader's page in a language and at a width. */
async function reader({ lang = 'vi', width = 360 } = {}) {
  const context = await browser.newContext({
    locale: lang === 'vi' ? 'vi-VN' : 'en-GB',
    timezoneId: 'Asia/Ho_Chi_Minh',
    viewport: { width, height: 740 },
  });
  await context.addCookies([{ name: 'lang', value: lang, url: demo.base }]);
  const page = await context.newPage();
  page.complaints = [];
  page.on('pageerror', (error) => page.complaints.push(String(error)));
  return page;
}
async function assertGood(page, name) {
  assert.deepEqual(page.complaints, []);
  assert.deepEqual(await axeViolations(page), [], name);
  assert.equal(await scrollsSideways(page), false, `${name} scrolls sideways`);
  await shoot(page, name);
}

/** The file with one thing changed, on the reader's disk. */
function changed(name, change) {
  const bent = structuredClone(file);
  change(bent);
  const path = join(folder, `${name}.json`);
  writeFileSync(path, JSON.stringify(bent));
  return path;
}
/** Chooses it, checks it, and gives what the page says of a step. */
async function check(page, path, step) {
  await page.goto(`${demo.base}/app/results/verify`);
  await page.getByLabel('Tệp kết quả (JSON)').setInputFiles(path);
  await page.getByLabel('Khóa công khai của sổ cái').fill(key);
  await page.getByRole('button', { name: 'Kiểm tra', exact: true }).click();
  await page.getByRole('heading', { name: 'Đã kiểm tra những gì' }).waitFor();
  return page.locator('ol > li', { has: page.getByText(step, { exact: true }) }).innerText();
}

for (const lang of ['vi', 'en'])
  test(`the published file holds, from the page of results on (${lang})`, async () => {
    const page = await reader({ lang });
    await page.goto(demo.base + (lang === 'vi' ? `/cuoc-thi/${slug}/ket-qua` : `/en/contests/${slug}/results`));
    const link = page.getByRole('link', { name: lang === 'vi' ? 'Tự kiểm tra kết quả' : 'Check this result yourself' });
    await link.focus();
    await page.keyboard.press('Enter');
    const verdict = page.getByRole('status').filter({ hasText: lang === 'vi' ? 'KHỚP. Mọi' : 'IT HOLDS.' });
    await verdict.waitFor();
    assert.equal(await page.locator('ol > li').count(), 9);
    assert.equal(await page.locator('ol .tag.bad, ol .tag.gold').count(), 0);
    await page.getByText(file.contest.name[lang]).first().waitFor();
    const cards = file.ranking.rounds.flatMap(({ works }) => works.flatMap((work) => work.cards)).length;
    await page.getByText(lang === 'vi' ? `Tính lại ${cards} phiếu` : `Computed anew from ${cards} cards`).waitFor();
    await assertGood(page, `check-results-${lang}`);
    await page.context().close();
  });

test('a changed mark is named by its work, judge and criterion', async () => {
  const page = await reader();
  const [work] = file.ranking.rounds[0].works;
  const path = changed('mark', (bent) => {
    const { marks } = bent.ranking.rounds[0].works[0].cards[0];
    marks[criterion.id] -= 1;
  });
  const scores = await check(page, path, 'Cộng điểm');
  assert.match(scores, /Không khớp/);
  assert.ok(scores.includes(`tác phẩm ${work.code}, giám khảo ${work.cards[0].judge}, tổng phiếu: tệp ghi`), scores);
  assert.ok(scores.includes(`tác phẩm ${work.code}, tiêu chí ${criterion.name.vi}`), scores);
  await page.getByRole('status').filter({ hasText: 'KHÔNG KHỚP' }).waitFor();
  await assertGood(page, 'check-results-mark');
  await page.context().close();
});

test('swapped prizes are named', async () => {
  const page = await reader({ width: 1280 });
  const path = changed('prizes', ({ awards }) => {
    const first = awards[0];
    const other = awards.find(({ code, prize }) => code && prize !== first.prize);
    for (const name of ['prize', 'name', 'money']) [first[name], other[name]] = [other[name], first[name]];
  });
  const prizes = await check(page, path, 'Giải thưởng');
  assert.match(prizes, /giải này không suy ra được từ bảng xếp hạng/);
  assert.ok(prizes.includes(`tác phẩm ${file.awards[0].code}`), prizes);
  await assertGood(page, 'check-results-prizes');
  await page.context().close();
});

test('a card that no record tells of is named, and so is what the record says instead', async () => {
  const page = await reader();
  const path = changed('records', ({ ledger }) => {
    const { open } = ledger.records.find(({ record }) => record.includes('"card.submitted"'));
    const marks = JSON.parse(open.marks.value);
    open.marks.value = JSON.stringify({ ...marks, [criterion.id]: '0.5' });
  });
  const records = await check(page, path, 'Bản ghi của từng việc');
  assert.match(records, /bản ghi số \d+.*: giá trị “marks” không phải giá trị mà bản ghi đã cam kết/);
  assert.match(records, /tác phẩm [A-Z0-9]+, giám khảo J\d+, phiếu chấm: phiếu không có bản ghi với đúng các điểm này/);
  assert.match(records, /bản ghi số \d+: bản ghi “Nộp phiếu chấm” không ứng với điều gì trong tệp/);
  await assertGood(page, 'check-results-records');
  await page.context().close();
});

test('a broken signature is named, and so are a key that is none and a file of tomorrow', async () => {
  const page = await reader();
  const broken = changed('signature', ({ ledger }) => {
    const at = ledger.head.length - 8;
    ledger.head = ledger.head.slice(0, at) + (ledger.head[at] === 'A' ? 'B' : 'A') + ledger.head.slice(at + 1);
  });
  assert.match(await check(page, broken, 'Chữ ký'), /không do khóa đã cho ký/);
  assert.match(await page.locator('ol > li', { hasText: 'Cộng điểm' }).innerText(), /Khớp/);
  await page.getByLabel('Khóa công khai của sổ cái').fill('khong+phai+khoa');
  await page.getByRole('button', { name: 'Kiểm tra', exact: true }).click();
  await page.getByText('Khóa này không đúng dạng').waitFor();
  const tomorrow = changed('tomorrow', (bent) => (bent.v = 99));
  assert.match(await check(page, tomorrow, 'Khuôn dạng'), /phiên bản 99 mà trang này chưa biết/);
  await page.context().close();
});

test('a contest without results says so', async () => {
  const page = await reader();
  await page.goto(`${demo.base}/app/results/verify/1`);
  await page.getByText('Cuộc thi này chưa công bố kết quả').waitFor();
  assert.deepEqual(await axeViolations(page), []);
  await page.context().close();
});
