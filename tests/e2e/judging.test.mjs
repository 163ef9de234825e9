// The judge's desk in a browser: a work read and marked without a mouse, marks that survive a lost network
// and a reload, a phone.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Person } from './service.mjs';
import { axeViolations, end, launch, scrollsSideways, shoot, startDemo } from './support.mjs';

let demo, browser, judge;
before(async () => {
  demo = await startDemo();
  browser = await launch();
  const account = demo.accounts.find((candidate) => candidate.role === 'judge');
  judge = await Person.signedIn(demo, account.identifier, account.password);
});
after(() => end(browser, demo));

/** The contest that is being judged, its works, and a page on which the judge is signed in. */
async function desk(options = {}) {
  const contests = (await judge.get('/api/judging/contests')).items;
  const contest = contests.find((candidate) => candidate.state === 'judging');
  const works = (await judge.get(`/api/contests/${contest.contest}/judge/works?limit=200`)).items;
  const context = await browser.newContext({ locale: 'vi-VN', ...options });
  const [name, value] = judge.cookie.split('=');
  await context.addCookies([{ name, value, url: demo.base }]);
  const page = await context.newPage();
  const complaints = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  const cardOf = async (code) => (await judge.get(`/api/contests/${contest.contest}/judge/works/${code}`)).card;
  return { contest: contest.contest, works, context, page, complaints, cardOf };
}

const markField = (page, criterion) => page.getByRole('spinbutton', { name: new RegExp(`^${criterion}`) });
const saved = (page) => page.getByText(/^\s*Đã lưu( lúc .+|\.)\s*$/).waitFor();
/** How many cards are handed in, as the ring tells it. */
const told = (page, done, of) => page.getByRole('img', { name: `${done} trên ${of} phiếu đã nộp` }).waitFor();
const line = (page, text) =>
  page.getByRole('list', { name: 'Tất cả bài được phân công' }).getByRole('link', { name: text });

async function assertGood(page, name) {
  await page.evaluate(() => scrollTo(0, 0)); // a target half below the bar is not as large as it is
  assert.deepEqual(await axeViolations(page), [], name);
  await shoot(page, name);
  assert.equal(await scrollsSideways(page), false, `${name} scrolls sideways`);
}

test('a judge marks a work from the keyboard alone and is taken to the next', async () => {
  const { contest, works, context, page, complaints, cardOf } = await desk();
  const open = works.filter((work) => work.card_state === 'none');
  await page.goto(`${demo.base}/app/judging/${contest}`);
  await page.getByRole('link', { name: 'Chấm tiếp' }).waitFor();
  await assertGood(page, 'judging-list');
  await page.goto(`${demo.base}/app/judging/${contest}/${open[0].code}`);
  await page.getByRole('heading', { level: 1, name: open[0].title }).waitFor();
  await assertGood(page, 'judging-work');

  await markField(page, 'Nội dung').focus();
  await page.keyboard.type('52,5');
  await page.keyboard.press('Enter');
  await page.keyboard.type('24.5');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await page.keyboard.type('8');
  assert.match(await page.locator('.scorecard .total').innerText(), /85,50/);
  await page.keyboard.press('Control+Enter');
  await page.waitForURL((url) => !url.pathname.endsWith(open[0].code));
  await page.getByRole('heading', { level: 1 }).waitFor();
  const card = await cardOf(open[0].code);
  assert.equal(card.state, 'submitted');
  assert.deepEqual(card.marks, { content: 52.5, form: 25, impact: 8 });
  assert.deepEqual(complaints, []);
  await context.close();
});

test('a card that is handed in is told and counted at once, and Enter takes the next mark whole', async () => {
  const { contest, works, context, page, cardOf } = await desk({ viewport: { width: 360, height: 740 } });
  const [work] = works.filter((candidate) => candidate.card_state === 'none').slice(-5);
  const done = works.filter((candidate) => candidate.card_state === 'submitted').length;
  await page.goto(`${demo.base}/app/judging/${contest}`);
  await told(page, done, works.length);
  await line(page, new RegExp(work.code)).click();
  await markField(page, 'Nội dung').fill('40');
  await markField(page, 'Hình thức').fill('21');
  await markField(page, 'Sức lan tỏa').fill('7');
  await markField(page, 'Nội dung').press('Enter');
  await page.keyboard.type('25');
  assert.equal(await markField(page, 'Hình thức').inputValue(), '25');
  await page.getByRole('button', { name: 'Nộp phiếu, sang bài sau' }).click();
  await page.getByText(`Đã nộp phiếu «${work.title}»`).waitFor();
  await page.waitForURL((url) => !url.pathname.endsWith(work.code));
  assert.deepEqual((await cardOf(work.code)).marks, { content: 40, form: 25, impact: 7 });
  const around = page.getByRole('navigation', { name: 'Chuyển giữa các bài' });
  await around.getByText(`${done + 1}/${works.length} phiếu`).waitFor();
  await page.getByRole('link', { name: 'Tất cả bài được phân công' }).click();
  await told(page, done + 1, works.length);
  await line(page, new RegExp(`${work.code}.*Đã nộp phiếu.*72,00`)).waitFor();
  await context.close();
});

test('marks given without a network are kept on the device and sent when it is back', async () => {
  const { contest, works, context, page, cardOf } = await desk();
  const [work] = works.filter((candidate) => candidate.card_state === 'none').slice(-1);
  await page.goto(`${demo.base}/app/judging/${contest}/${work.code}`);
  await markField(page, 'Nội dung').fill('41');
  await saved(page);
  await context.setOffline(true);
  await markField(page, 'Hình thức').fill('17.5');
  await page.getByText(/Mất mạng/).waitFor();
  assert.deepEqual((await cardOf(work.code)).marks, { content: 41 });
  await context.setOffline(false);
  await page.reload();
  await saved(page);
  assert.equal(await markField(page, 'Hình thức').inputValue(), '17,5');
  assert.deepEqual((await cardOf(work.code)).marks, { content: 41, form: 17.5 });
  await context.close();
});

test('a mark that cannot be is told beside its criterion, and nothing is lost', async () => {
  const { contest, works, context, page, cardOf } = await desk();
  const [work] = works.filter((candidate) => candidate.card_state === 'none').slice(-2);
  await page.goto(`${demo.base}/app/judging/${contest}/${work.code}`);
  await markField(page, 'Nội dung').fill('75');
  await page.locator('.error').waitFor();
  assert.equal(await markField(page, 'Nội dung').inputValue(), '75');
  await markField(page, 'Nội dung').fill('20,3');
  await page.getByText('Điểm cho theo bước 0,5, ví dụ 40 hoặc 40,5.').waitFor();
  await markField(page, 'Nội dung').fill('5o');
  await page.getByText('Hãy gõ một số, ví dụ 7,5.').waitFor();
  assert.equal(await markField(page, 'Nội dung').inputValue(), '5o');
  await markField(page, 'Nội dung').fill('57');
  await page.getByText('Hãy gõ một số, ví dụ 7,5.').waitFor({ state: 'detached' });
  await saved(page);
  assert.deepEqual((await cardOf(work.code)).marks, { content: 57 });
  await context.close();
});

test('a judge compares with own earlier marks, and tells the board of a suspected copy', async () => {
  const { contest, works, context, page } = await desk();
  const marked = works.filter((candidate) => candidate.card_state !== 'none' && candidate.open);
  const [work] = works
    .filter((candidate) => candidate.card_state === 'none' && candidate.category === marked[0].category)
    .slice(-4);
  await page.goto(`${demo.base}/app/judging/${contest}/${work.code}`);
  await markField(page, 'Nội dung').fill('60');
  await markField(page, 'Hình thức').fill('30');
  await markField(page, 'Sức lan tỏa').fill('10');
  await page.getByText(/So với \d+ bài/).click();
  // With the highest total: only works of the same total may stand beside it.
  await page.locator('aside tbody tr', { hasText: 'bài này' }).filter({ hasText: '100' }).waitFor();
  await page.getByText('Báo với Ban Tổ chức').click();
  await page.getByLabel('Vì sao? (nguồn').fill('Giống bài đăng báo tỉnh năm 2024.');
  await page.getByRole('button', { name: 'Gửi', exact: true }).click();
  await page.getByText('Đã báo với Ban Tổ chức.').waitFor();
  await assertGood(page, 'judging-compare');
  const secretary = demo.accounts.find((candidate) => candidate.role === 'secretary');
  const board = await Person.signedIn(demo, secretary.identifier, secretary.password);
  const flags = (await board.get(`/api/contests/${contest}/rounds/${work.round}/flags`)).items;
  assert.deepEqual(
    flags.map(({ code, kind }) => ({ code, kind })),
    [{ code: work.code, kind: 'suspected_copy' }],
  );
  await page.getByRole('button', { name: 'Rút lại' }).click();
  await page.getByText('Đã rút lại.').waitFor();
  assert.equal((await board.get(`/api/contests/${contest}/rounds/${work.round}/flags`)).items.length, 0);
  await context.close();
});

test('a judge who knows the author gives the work back', async () => {
  const { contest, works, context, page } = await desk({ viewport: { width: 360, height: 740 } });
  const [work] = works.filter((candidate) => candidate.card_state === 'none').slice(-3);
  await page.goto(`${demo.base}/app/judging/${contest}/${work.code}`);
  await page.getByText('Tôi biết ai viết bài này').click();
  await page.getByLabel('Vì sao?', { exact: true }).fill('Người viết là đồng nghiệp cũ.');
  await assertGood(page, 'judging-recuse');
  await page.getByRole('button', { name: 'Từ chối chấm bài này' }).click();
  await page.getByRole('link', { name: 'Chấm tiếp' }).waitFor();
  const answer = await judge.call('GET', `/api/contests/${contest}/judge/works/${work.code}`);
  assert.equal(answer.status, 404);
  await context.close();
});
