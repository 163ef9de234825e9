// Settling a result in a browser: computed, ties decided by the head, codes joined by two people, proposed,
// approved by another person, published; prizes at a line with equal works.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { acceptAll, board, closeNow, draft, invited, openContest, openJudging } from './people.mjs';
import { Installation, Person } from './service.mjs';
import { axeViolations, end, launch, scrollsSideways, shoot } from './support.mjs';

// Weights are the maxima 60, 30 and 10. Hai and Ba are equal in everything the rules compare; Một stands
// before them, Bốn behind.
const works = {
  'Một người thầy': [
    [50, 25, 8],
    [55, 20, 9],
  ],
  'Hai bàn tay trắng': [
    [40, 20, 7],
    [41, 20, 7],
  ],
  'Ba đời giữ rừng': [
    [41, 20, 7],
    [40, 20, 7],
  ],
  'Bốn mùa trên đảo': [
    [30, 20, 5],
    [31, 20, 5.5],
  ],
};
const first = 'Một người thầy';
const equals = ['Hai bàn tay trắng', 'Ba đời giữ rừng'];

let installation, browser, organiser;
before(async () => {
  installation = await new Installation().serve();
  ({ organiser } = await board(installation));
  browser = await launch();
});
after(() => end(browser, installation));

/** A contest whose only round is locked. */
async function judged(slug, change = () => {}) {
  const { contest, rules } = await openContest(organiser, (rules) => {
    rules.slug = slug;
    change(rules);
  });
  const by = (role, name) => invited(organiser, contest, role, `${role}@${slug}.test`, name);
  const secretary = await by('secretary', 'Lê Thư Ký');
  const head = await by('head', 'Võ Trưởng Ban');
  const inspector = await by('inspector', 'Đỗ Giám Sát');
  const judges = [];
  for (const n of [1, 2])
    judges.push(await invited(organiser, contest, 'judge', `cham${n}@${slug}.test`, 'Phạm Giám Khảo'));
  let author = 0;
  for (const title of Object.keys(works)) {
    const person = await Person.registered(
      installation,
      `tac-gia-${++author}@${slug}.test`,
      `Nguyễn Tác Giả ${author}`,
    );
    const entry = await person.post(`/api/contests/${contest}/entries`, draft('bai-viet', title));
    await person.postAt(`/api/entries/${entry.id}/submit`, entry.revision);
  }
  await closeNow(organiser, contest, rules);
  await acceptAll(secretary, contest);
  await openJudging(organiser, contest, judges);
  for (const [i, judge] of judges.entries()) await markAll(judge, i, contest);
  await organiser.post(`/api/contests/${contest}/rounds/1/lock`);
  return { contest, slug, secretary, head, inspector };
}

async function markAll(judge, i, contest) {
  for (const { code, title } of (await judge.get(`/api/contests/${contest}/judge/works`)).items) {
    const [content, form, impact] = works[title][i];
    const path = `/api/contests/${contest}/judge/works/${code}/card`;
    const { revision } = await judge.put(path, { marks: { content, form, impact } }, 0);
    await judge.postAt(path + '/submit', revision);
  }
}

/** A browser of one's own for somebody. */
async function pageOf(person, options = {}) {
  const context = await browser.newContext({ locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh', ...options });
  const [name, value] = person.cookie.split('=');
  await context.addCookies([{ name, value, url: installation.base }]);
  const page = await context.newPage();
  page.complaints = [];
  page.on('pageerror', (error) => page.complaints.push(String(error)));
  return page;
}

const press = (page, name) => page.getByRole('button', { name, exact: true }).click();
/** The button that does it, in the dialog that asks first. */
const confirm = (page, name) => page.getByRole('dialog').getByRole('button', { name, exact: true }).click();
const heading = (page, name) => page.getByRole('heading', { name, exact: true }).waitFor();

async function assertGood(page, name) {
  assert.deepEqual(await axeViolations(page), [], name);
  await shoot(page, name);
  await page.setViewportSize({ width: 320, height: 640 });
  assert.equal(await scrollsSideways(page), false, `${name} scrolls sideways`);
  await page.setViewportSize({ width: 1280, height: 800 });
}

async function close(...pages) {
  for (const page of pages) {
    assert.deepEqual(page.complaints, []);
    await page.context().close();
  }
}

/** The organiser computes in the browser; gives the address of the result and what the service has. */
async function computed(page, contest) {
  await page.goto(`${installation.base}/app/contests/${contest}/results`);
  await press(page, 'Tổng hợp kết quả');
  await confirm(page, 'Tổng hợp kết quả');
  await page.waitForURL(/results\/\d+$/);
  await heading(page, 'Kết quả lần 1');
  const id = page.url().split('/').at(-1);
  const path = `/api/contests/${contest}/results/${id}`;
  return { url: page.url(), path, read: () => organiser.get(path) };
}

test('a result goes from the first sum to the public page by three people', async () => {
  const { contest, slug, secretary, head, inspector } = await judged('tu-dau-den-cuoi', (rules) =>
    rules.prizes.push({
      id: 'collective',
      name: { vi: 'Giải tập thể', en: 'Collective prize' },
      kind: 'collective',
      basis: 'decision',
      rank: 3,
      count: 1,
    }),
  );
  const page = await pageOf(organiser);
  await page.goto(`${installation.base}/app/contests/${contest}/results`);
  await page.getByText('Chưa có kết quả.').waitFor();
  await assertGood(page, 'results-none');
  const { url, path, read } = await computed(page, contest);

  // The tie is the head's; the organiser is told so.
  await page.getByText('Chỉ Trưởng Ban Tổ chức được phân định').waitFor();
  assert.equal(await page.getByRole('button', { name: 'Quyết định thứ tự này' }).count(), 0);
  assert.equal(await page.getByText(first).count(), 0, 'no title is shown before the codes are joined');
  const [tie] = (await read()).ranking.open_ties;
  assert.equal(tie.codes.length, 2);
  const headPage = await pageOf(head);
  await headPage.goto(url);
  await heading(headPage, 'Việc tiếp theo: phân định bài bằng điểm');
  await headPage.locator('summary', { hasText: tie.codes[0] }).first().click();
  await headPage.getByRole('rowheader', { name: 'Nội dung' }).waitFor();
  await assertGood(headPage, 'results-ties');
  const up = headPage.getByRole('button', { name: `Đưa bài ${tie.codes[1]} lên` });
  await up.focus();
  await headPage.keyboard.press('Enter');
  await headPage.getByText(`Bài ${tie.codes[1]} ở vị trí 1`).waitFor();
  assert.equal(
    await up.evaluate((button) => button === document.activeElement),
    true,
    'the key stays where it was pressed',
  );
  await press(headPage, 'Quyết định thứ tự này');
  await confirm(headPage, 'Quyết định thứ tự này');
  await heading(headPage, 'Việc tiếp theo: ghép phách');
  assert.deepEqual((await read()).ranking.decisions, [{ category: tie.category, order: tie.codes.toReversed() }]);

  // Two people, in browsers of their own.
  const secretaryPage = await pageOf(secretary);
  await secretaryPage.goto(url);
  await press(secretaryPage, 'Đồng ý ghép phách');
  await confirm(secretaryPage, 'Đồng ý ghép phách');
  await secretaryPage.getByText('Bạn đã đồng ý.').waitFor();
  assert.equal(await secretaryPage.getByRole('button', { name: /ghép phách/i }).count(), 0);
  await assertGood(secretaryPage, 'results-consented');
  await headPage.reload();
  await headPage.getByText('Người thứ nhất: Lê Thư Ký').waitFor();
  await press(headPage, 'Ghép phách ngay');
  await assertGood(headPage, 'results-join');
  await confirm(headPage, 'Ghép phách ngay');
  await heading(headPage, 'Việc tiếp theo: trình kết quả');
  await headPage.getByText(first).first().waitFor();
  assert.equal((await read()).state, 'joined');
  const [unit] = (await organiser.get('/api/units?q=so+y+te')).items;
  const changes = [{ act: 'give', prize: 'collective', code: null, unit: unit.id }];
  await organiser.post(path + '/awards', { changes, reason: 'Có nhiều bài nhất.' });

  // The organiser proposes and cannot approve.
  await page.reload();
  await heading(page, 'Việc tiếp theo: trình kết quả');
  await assertGood(page, 'results-joined');
  await press(page, 'Trình kết quả');
  await page.getByLabel('Số quyết định').fill('12-QĐ/BTC');
  await confirm(page, 'Trình kết quả');
  await page.getByText('Bạn là người trình nên không tự phê duyệt').waitFor();
  assert.equal(await page.getByRole('button', { name: 'Phê duyệt' }).count(), 0);
  assert.ok([403, 409].includes((await organiser.call('POST', path + '/approve', {})).status));
  await headPage.reload();
  await press(headPage, 'Phê duyệt');
  await confirm(headPage, 'Phê duyệt');
  await heading(headPage, 'Việc tiếp theo: công bố');
  assert.equal((await read()).state, 'approved');

  // What everybody will read, before they can.
  await headPage.getByText('Xem trước trang kết quả').click();
  const preview = headPage.getByRole('region', { name: 'Xem trước trang kết quả' });
  await preview.getByRole('row', { name: /^Giải Nhất Bài viết Một người thầy.*Nguyễn Tác Giả 1.*83,50/ }).waitFor();
  await preview.getByText('Đăng toàn văn').first().waitFor();
  await assertGood(headPage, 'results-preview');
  assert.equal((await inspector.call('GET', path + '/preview')).status, 403);

  // At an hour first, then now.
  await press(headPage, 'Công bố');
  await headPage.getByLabel('Vào một giờ đã định').check();
  await headPage.getByLabel('Ngày, giờ công bố').fill('2099-01-02T08:30');
  await assertGood(headPage, 'results-publish');
  await confirm(headPage, 'Hẹn giờ công bố');
  await headPage.getByText('Sẽ tự công bố lúc 02/01/2099').waitFor();
  assert.equal((await read()).publish_at, '2099-01-02T01:30:00.000000Z');
  await press(headPage, 'Đổi giờ hoặc công bố ngay');
  await headPage.getByLabel('Ngay bây giờ').check();
  await confirm(headPage, 'Công bố ngay');
  await heading(headPage, 'Kết quả đã công bố');
  await assertGood(headPage, 'results-published');
  await headPage.getByRole('link', { name: 'Trang kết quả công khai' }).waitFor();
  const address = await headPage.getByRole('link', { name: 'Trang kết quả công khai' }).getAttribute('href');
  const public_ = await new Person(installation).call('GET', address);
  assert.equal(public_.status, 200);
  assert.ok(public_.text.includes(first) && address.includes(slug));
  assert.match(public_.text.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' '), new RegExp(`Giải tập thể ${unit.name}`));

  // An inspector reads it all and is offered nothing to do; a new sum needs a reason.
  const inspectorPage = await pageOf(inspector);
  await inspectorPage.goto(`${installation.base}/app/contests/${contest}/results`);
  await inspectorPage.getByRole('link', { name: 'Kết quả lần 1' }).waitFor();
  assert.equal(await inspectorPage.getByRole('main').getByRole('button').count(), 0);
  await page.goto(`${installation.base}/app/contests/${contest}/results`);
  await press(page, 'Tổng hợp lại');
  await page.getByLabel('Vì sao phải tổng hợp lại?').fill('Một phiếu ghi nhầm điểm.');
  await confirm(page, 'Tổng hợp kết quả');
  await heading(page, 'Kết quả lần 2');
  await page.goto(`${installation.base}/app/contests/${contest}/results`);
  await page.getByRole('link', { name: 'Kết quả lần 2' }).waitFor();
  await assertGood(page, 'results-list');
  await close(page, headPage, secretaryPage, inspectorPage);
});

test('equal works at a prize line are decided by the organiser with a reason', async () => {
  const { contest, secretary, head } = await judged('bang-nhau', (rules) => {
    rules.tie_breaks = [{ by: 'shared' }];
    rules.ties_at_prize_line = 'decide';
  });
  const page = await pageOf(organiser);
  const { url, path, read } = await computed(page, contest);
  await secretary.post(path + '/join');
  await head.post(path + '/join');
  await page.goto(url);
  await page.getByRole('heading', { name: /Giải Nhì.*còn 1 giải/ }).waitFor();
  await assertGood(page, 'results-undecided');

  await press(page, 'Trình kết quả');
  await page.getByLabel('Vì sao để trống các giải chưa quyết định?').waitFor();
  await page.keyboard.press('Escape');
  await page.locator('li', { hasText: equals[1] }).getByRole('button', { name: 'Trao Giải Nhì' }).click();
  await page.getByLabel('Lý do').fill('Hội đồng bỏ phiếu 5/7.');
  await confirm(page, 'Trao giải');
  await page.getByText('Đã trao giải.').waitFor();
  await page.getByRole('heading', { name: /còn 1 giải/ }).waitFor({ state: 'detached' });
  const { awards, works: known } = await read();
  const second = awards.find((award) => award.prize === 'second');
  assert.equal(known.find((work) => work.code === second.code).title, equals[1]);
  assert.equal(second.note, 'Hội đồng bỏ phiếu 5/7.');

  // One prize too many is refused in words, beside the field, and what was typed stays.
  await press(page, 'Trao giải');
  await page.getByRole('combobox', { name: 'Giải', exact: true }).selectOption({ label: 'Giải Nhất' });
  await page
    .getByRole('combobox', { name: 'Tác phẩm', exact: true })
    .selectOption({ label: `${second.code} · ${equals[1]}` });
  await page.getByLabel('Lý do').fill('Thử trao thêm.');
  await confirm(page, 'Trao giải');
  await page
    .getByRole('dialog')
    .getByText(/tối đa 1 giải/)
    .first()
    .waitFor();
  assert.equal(await page.getByLabel('Lý do').inputValue(), 'Thử trao thêm.');
  await assertGood(page, 'results-refused');
  await confirm(page, 'Hủy');

  await press(page, `Rút Giải Nhì của ${equals[1]}`);
  await page.getByLabel('Lý do').fill('Hội đồng họp lại.');
  await confirm(page, 'Rút giải');
  await page.getByText('Đã rút giải.').waitFor();
  assert.deepEqual(
    (await read()).awards.map(({ prize }) => prize),
    ['first'],
  );

  // Proposed undecided, the place stays vacant: the page says which, why, and who decided so.
  await press(page, 'Trình kết quả');
  await page.getByLabel('Số quyết định').fill('13-QĐ/BTC');
  await page.getByLabel('Vì sao để trống các giải chưa quyết định?').fill('Hai bài bằng nhau, không bỏ phiếu được.');
  await confirm(page, 'Trình kết quả');
  const vacant = page.getByText(/Để trống theo quyết định: Giải Nhì.* \(1\)\./);
  await vacant.waitFor();
  assert.match(
    await vacant.innerText(),
    /Lý do: Hai bài bằng nhau, không bỏ phiếu được\. \(Trần Tổ Chức, \d\d\/\d\d\/\d{4}/,
  );
  await assertGood(page, 'results-vacant');
  await close(page);
});

test('a sum that cannot be made yet is not offered, and the page says when it can', async () => {
  const { contest } = await openContest(organiser, (rules) => (rules.slug = 'chua-cham'));
  const page = await pageOf(organiser);
  await page.goto(`${installation.base}/app/contests/${contest}/results`);
  await page.getByText('Tổng hợp được khi mọi vòng chấm đã khóa điểm.').waitFor();
  assert.equal(await page.getByRole('button', { name: 'Tổng hợp kết quả' }).count(), 0);
  const { status, body } = await organiser.call(
    'POST',
    `/api/contests/${contest}/results`,
    {},
    { 'Idempotency-Key': 'chua-cham' },
  );
  assert.deepEqual([status, body.key], [409, 'results.rounds_not_locked']);
  assert.deepEqual(await axeViolations(page), []);
  await close(page);
});
