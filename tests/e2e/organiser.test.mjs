// An organiser's main job, led by the overview alone: from the first entries to the published result by its one next step, on a phone by
// touch and on a wide screen by the keyboard. What is another's to do waits there for them.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Hand, assertGood, leave, pageOf } from './acting.mjs';
import { acceptAll, board, closeNow, draft, invited, openContest, openJudging, pause } from './people.mjs';
import { Installation, Person } from './service.mjs';
import { end, launch } from './support.mjs';

const kMarks = [
  { content: 50, form: 25, impact: 8 },
  { content: 40, form: 20, impact: 7 },
  { content: 30, form: 15, impact: 6 },
];

let installation, browser, organiser;
before(async () => {
  installation = await new Installation().serve();
  browser = await launch();
  ({ organiser } = await board(installation));
});
after(() => end(browser, installation));

/** A contest with its people and three entries that wait. */
async function contestOf(slug) {
  const { contest, rules } = await openContest(organiser, (rules) => {
    rules.slug = slug;
    rules.calendar.judging_to = new Date(Date.now() + 20 * 86_400_000).toISOString();
  });
  const by = (role, name) => invited(organiser, contest, role, `${role}@${slug}.test`, name);
  const secretary = await by('secretary', 'Lê Thư Ký');
  const head = await by('head', 'Võ Trưởng Ban');
  const judges = [];
  for (const n of [1, 2])
    judges.push(await invited(organiser, contest, 'judge', `cham${n}@${slug}.test`, `Phạm Giám Khảo ${n}`));
  for (const n of [1, 2, 3]) {
    const person = await Person.registered(installation, `tac-gia-${n}@${slug}.test`, `Nguyễn Tác Giả ${n}`);
    const entry = await person.post(`/api/contests/${contest}/entries`, draft('bai-viet', `Người thầy số ${n}`));
    await person.postAt(`/api/entries/${entry.id}/submit`, entry.revision);
  }
  return { contest, rules, secretary, head, judges };
}

/** Goes to it by Tab and presses Enter, as somebody without a mouse does. */
async function byKeyboard(page, target) {
  await target.waitFor();
  for (let i = 0; i < 200; i++) {
    if (await target.evaluate((element) => element === document.activeElement)) return page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
  }
  throw new Error(`the keyboard does not get to ${target}`);
}
async function byTouch(page, target) {
  await target.tap();
}

const step = (page) => page.getByRole('region', { name: /^(Việc tiếp theo|Đang chờ)/ });
const button = (page, name) => page.getByRole('button', { name, exact: true });
const inDialog = (page, name) => page.getByRole('dialog').getByRole('button', { name, exact: true });

async function mark(judge, i, contest) {
  const { items } = await judge.get(`/api/contests/${contest}/judge/works`);
  for (const [n, { code }] of items.entries()) {
    const path = `/api/contests/${contest}/judge/works/${code}/card`;
    const marks = { ...kMarks[n], impact: kMarks[n].impact + i / 2 };
    const { revision } = await judge.put(path, { marks }, 0);
    await judge.postAt(path + '/submit', revision);
  }
}

for (const { name, act, options } of [
  {
    name: 'on a wide screen with the keyboard alone',
    act: byKeyboard,
    options: { viewport: { width: 1600, height: 900 } },
  },
  { name: 'on a phone by touch', act: byTouch, options: { viewport: { width: 360, height: 740 }, hasTouch: true } },
]) {
  test(`an organiser is led from the entries to the published result, ${name}`, async () => {
    const slug = options.hasTouch ? 'tren-dien-thoai' : 'bang-ban-phim';
    const { contest, rules, secretary, head, judges } = await contestOf(slug);
    const page = await pageOf(browser, installation, organiser, options);
    const home = `${installation.base}/app/contests/${contest}`;
    /** Opens the overview, takes its one next step. */
    const take = async (verb) => {
      await page.goto(home);
      const main = step(page).getByRole('link');
      await step(page).getByRole('link', { name: verb }).waitFor();
      assert.equal(await main.count(), 1, 'one next step');
      await act(page, main);
      await page.waitForURL((url) => url.pathname !== `/app/contests/${contest}`);
    };
    const waitsFor = async (who) => {
      await page.goto(home);
      await page.getByRole('region', { name: `Đang chờ ${who}` }).waitFor();
      assert.equal(await step(page).getByRole('link').count(), 0, 'nothing is offered that would be refused');
    };

    await waitsFor('Thư ký');
    await acceptAll(secretary, contest);
    await page.goto(home);
    await page.getByText('Đang nhận bài', { exact: true }).first().waitFor();
    await closeNow(organiser, contest, rules);
    await pause(1000); // a page knows the service's clock by the second
    await take('Thành lập tiểu ban');
    await button(page, 'Thành lập tiểu ban').waitFor();
    await organiser.post(`/api/contests/${contest}/panels`, {
      name: 'Tiểu ban',
      round: 1,
      categories: ['bai-viet', 'video'],
      members: judges.map((judge) => judge.id),
    });
    for (const judge of judges) await judge.post(`/api/contests/${contest}/judge/terms`, { interests: [] });

    await take('Mở vòng chấm');
    await act(page, button(page, 'Mở vòng chấm'));
    await act(page, inDialog(page, 'Mở vòng chấm'));
    await page.getByText('Đã mở vòng chấm.').waitFor();
    await take('Bốc thăm phân công');
    await act(page, button(page, 'Bốc thăm phân công'));
    await page.getByText('Đã phân công 6 lượt.').waitFor();

    await mark(judges[0], 0, contest);
    await page.goto(home);
    await step(page).getByRole('heading', { name: 'Giám khảo đang chấm' }).waitFor();
    await page.getByRole('img', { name: /^Đã nộp 3 trong 6 phiếu. Dự kiến đủ phiếu ngày/ }).waitFor();
    await mark(judges[1], 1, contest);

    await take('Khóa vòng chấm');
    await act(page, button(page, 'Khóa vòng chấm'));
    await act(page, inDialog(page, 'Khóa vòng chấm'));
    await page.getByText('Đã khóa vòng chấm.').waitFor();
    await take('Tổng hợp kết quả');
    await act(page, button(page, 'Tổng hợp kết quả'));
    await act(page, inDialog(page, 'Tổng hợp kết quả'));
    await page.waitForURL(/results\/\d+$/);
    const path = `/api/contests/${contest}/results/${page.url().split('/').at(-1)}`;

    await take('Ghép phách');
    await act(page, button(page, 'Đồng ý ghép phách'));
    await act(page, inDialog(page, 'Đồng ý ghép phách'));
    await page.getByText('Bạn đã đồng ý.').waitFor();
    await waitsFor('người thứ hai');
    await head.post(path + '/join');

    await take('Trình kết quả');
    await act(page, button(page, 'Trình kết quả'));
    await page.getByLabel('Số quyết định').fill('12-QĐ/BTC');
    const vacancy = page.getByLabel(/^Lý do/);
    if (await vacancy.count()) await vacancy.fill('Không đủ bài đạt giải.');
    await act(page, inDialog(page, 'Trình kết quả'));
    await page.getByText('Bạn là người trình nên không tự phê duyệt').waitFor();
    await waitsFor('Trưởng Ban Tổ chức');
    await head.post(path + '/approve');

    await take('Công bố');
    await act(page, button(page, 'Công bố'));
    await act(page, inDialog(page, 'Công bố ngay'));
    await page.getByRole('heading', { name: 'Kết quả đã công bố', exact: true }).waitFor();
    await page.goto(home);
    await step(page).getByRole('heading', { name: 'Kết quả đã công bố' }).waitFor();
    await leave(page);
  });
}

test('the overview of a contest in each state is good to see and to hear, at every width and in both themes', async () => {
  const { contest, rules, secretary, judges } = await contestOf('moi-co-man-hinh');
  const page = await pageOf(browser, installation, organiser, { viewport: { width: 1280, height: 900 } });
  const good = async (name) => {
    await page.goto(`${installation.base}/app/contests/${contest}`);
    await step(page).waitFor();
    await page.getByRole('figure').first().waitFor();
    await assertGood(page, `overview-${name}`);
  };
  await good('taking');
  await acceptAll(secretary, contest);
  await closeNow(organiser, contest, rules);
  await openJudging(organiser, contest, judges);
  await mark(judges[0], 0, contest);
  await good('marking');
  await leave(page);
});

test('from the lock to the public page two people need eight clicks each at most', async () => {
  const { contest, rules, secretary, head, judges } = await contestOf('it-bam');
  await acceptAll(secretary, contest);
  await closeNow(organiser, contest, rules);
  await openJudging(organiser, contest, judges);
  for (const [i, judge] of judges.entries()) await mark(judge, i, contest);
  await organiser.post(`/api/contests/${contest}/rounds/1/lock`);

  const wide = { viewport: { width: 1280, height: 900 } };
  const pages = [];
  for (const person of [organiser, head]) pages.push(await pageOf(browser, installation, person, wide));
  const [page, headPage] = pages;
  const [theirs, heads] = pages.map((one) => new Hand(one));
  /** Does an act that asks first. */
  const act = async (hand, name, confirm = name) => {
    await hand.click(button(hand.page, name));
    await hand.click(inDialog(hand.page, confirm));
  };
  await page.goto(`${installation.base}/app/contests/${contest}`);
  await theirs.click(step(page).getByRole('link', { name: 'Tổng hợp kết quả' }));
  await act(theirs, 'Tổng hợp kết quả');
  await page.waitForURL(/results\/\d+$/);
  await act(theirs, 'Đồng ý ghép phách');
  await page.getByText('Bạn đã đồng ý.').waitFor();

  await headPage.goto(`${installation.base}/app/`);
  await heads.click(headPage.getByRole('main').getByRole('link', { name: 'Ghép phách' }));
  await act(heads, 'Ghép phách ngay');
  await headPage.getByRole('heading', { name: 'Việc tiếp theo: trình kết quả', exact: true }).waitFor();

  await page.reload();
  await theirs.click(button(page, 'Trình kết quả'));
  await theirs.type(page.getByLabel('Số quyết định'), '12-QĐ/BTC');
  const vacancy = page.getByLabel(/^Vì sao để trống/);
  if (await vacancy.count()) await theirs.type(vacancy, 'Không đủ bài đạt giải.');
  await theirs.click(inDialog(page, 'Trình kết quả'));
  await page.getByText('Bạn là người trình nên không tự phê duyệt').waitFor();

  await headPage.reload();
  await act(heads, 'Phê duyệt');
  await act(heads, 'Công bố', 'Công bố ngay');
  await headPage.getByRole('heading', { name: 'Kết quả đã công bố', exact: true }).waitFor();
  theirs.within({ clicks: 8, typed: 2 }, 'the organiser');
  heads.within({ clicks: 8, typed: 0 }, 'the head');
  await leave(...pages);
});
