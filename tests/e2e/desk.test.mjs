// The secretary's desk in a browser: entries found without accents, accepted together with time to undo it,
// sent back, refused, released in spite of a leak; what another secretary did meanwhile; a phone, the
// keyboard alone; what an organiser sees.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { board, draft, invited, openContest } from './people.mjs';
import { Installation, Person } from './service.mjs';
import { axeViolations, end, launch, scrollsSideways, shoot } from './support.mjs';

const kEntries = 30;
const kUndo = 6000; // ms that a bulk acceptance can be undone

let installation, browser, organiser, secretary, contest, entries;
before(async () => {
  installation = await new Installation().serve();
  browser = await launch();
  ({ organiser } = await board(installation));
  ({ contest } = await openContest(organiser, (rules) => {
    rules.author_data = ['pen_name', 'phone', 'address'];
    rules.eligibility.max_entries = 50;
    rules.categories[0].files[0].kinds = ['png', 'pdf'];
  }));
  secretary = await invited(organiser, contest, 'secretary', 'thu-ky@thi.test', 'Lê Thư Ký');
  const nguyen = await Person.registered(installation, 'nguyen@thi.test', 'Nguyễn Thị Hòa');
  const others = await Person.registered(installation, 'tac-gia@thi.test', 'Phạm Văn Sơn');
  entries = [];
  for (let n = 1; n <= kEntries; n++) {
    const author = n <= 3 ? nguyen : others;
    const told = n === 20 || n === 21 ? { body: 'Tôi là Phạm Văn Sơn, người viết những dòng này về cô Gương.' } : {};
    entries.push(await handIn(author, `Chuyện thứ ${n} ở xã Nhơn Lý`, told));
  }
});
after(() => end(browser, installation));

async function handIn(author, title, more = {}) {
  const body = draft('bai-viet', title, { phone: '0905123456', ...more });
  const { id, revision } = await author.post(`/api/contests/${contest}/entries`, body);
  await author.postAt(`/api/entries/${id}/submit`, revision);
  return { id, author, title };
}

const deskEntry = (at) => secretary.get(`/api/contests/${contest}/entries/${entries[at - 1].id}`);

async function browse(person, path, options = {}, base = installation.base) {
  const context = await browser.newContext({ locale: 'vi-VN', viewport: { width: 1280, height: 800 }, ...options });
  const [name, value] = person.cookie.split('=');
  await context.addCookies([{ name, value, url: base }]);
  const page = await context.newPage();
  page.complaints = [];
  page.on('pageerror', (error) => page.complaints.push(String(error)));
  await page.goto(base + '/app' + path);
  return { context, page };
}

const openList = (person = secretary, search = '', options = {}) =>
  browse(person, `/contests/${contest}/entries${search}`, options);
async function openEntry(at, options) {
  const opened = await browse(secretary, `/contests/${contest}/entries/${entries[at - 1].id}`, options);
  await opened.page.getByRole('heading', { level: 1, name: entries[at - 1].title }).waitFor();
  return opened;
}

async function assertGood(page, name) {
  const { width, height } = page.viewportSize();
  assert.deepEqual(await axeViolations(page), [], name);
  await shoot(page, name);
  await page.setViewportSize({ width: 320, height: 640 });
  assert.equal(await scrollsSideways(page), false, `${name} scrolls sideways`);
  await page.setViewportSize({ width, height });
}

const titles = (page) => page.getByRole('rowheader').locator('.title');
/** What accepts those that are chosen says how many it applies to. */
const acceptMany = (page) => page.getByRole('button', { name: /^Tiếp nhận \d+ bài$/ });
const table = (page) => page.getByRole('region', { name: 'Bảng bài dự thi' });
const found = (page, n) =>
  page
    .getByRole('status')
    .filter({ hasText: new RegExp(`^${n} bài$`) })
    .waitFor();
const boxOf = (page, at) => page.getByRole('row', { name: entries[at - 1].title }).getByRole('checkbox');

test('a secretary finds entries by state, and by an author without accents, and the view outlives a reload', async () => {
  const { page, context } = await openList();
  await found(page, kEntries);
  await page.getByRole('row').nth(5).waitFor();
  assert.equal(await page.getByRole('table').getAttribute('aria-rowcount'), String(kEntries + 1));
  await assertGood(page, 'desk-list');
  await page.getByRole('searchbox').fill('nguyen hoa');
  await found(page, 3);
  assert.deepEqual(
    await titles(page).allInnerTexts(),
    entries.slice(0, 3).map(({ title }) => title),
  );
  await page.waitForURL(/\?q=nguyen\+hoa$/);
  await page.reload();
  await found(page, 3);

  await page.getByRole('button', { name: 'Lưu bộ lọc này' }).click();
  await page.getByLabel('Đặt tên cho bộ lọc').fill('Bài của chị Hòa');
  await page.getByRole('button', { name: 'Lưu', exact: true }).click();
  await assertGood(page, 'desk-found');
  await page.getByRole('searchbox').fill('không có ai');
  await page.getByText('Không có bài nào như vậy').waitFor();
  await assertGood(page, 'desk-none');
  await page.getByRole('button', { name: 'Xem tất cả bài' }).click();
  await found(page, kEntries);
  await page.getByRole('button', { name: 'Bài của chị Hòa', exact: true }).click();
  await found(page, 3);
  await page.getByRole('button', { name: 'Bỏ bộ lọc Bài của chị Hòa' }).click();
  await page.getByRole('button', { name: 'Bài của chị Hòa', exact: true }).waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Hoàn tác' }).click();
  await page.getByRole('button', { name: 'Bài của chị Hòa', exact: true }).waitFor();

  await page.getByRole('button', { name: 'Cột hiển thị' }).click();
  await page.getByRole('checkbox', { name: 'Lĩnh vực' }).check();
  await assertGood(page, 'desk-columns');
  await page.reload();
  await page.getByRole('columnheader', { name: 'Lĩnh vực' }).waitFor();
  assert.deepEqual(page.complaints, []);
  await context.close();
});

test('a search whose first page is empty goes on by itself to where something is found', async () => {
  const { context, page } = await openList();
  let asked = 0;
  await page.route(/entries\?.*q=/, async (route) => {
    const address = new URL(route.request().url());
    if (asked++ === 0) return route.fulfill({ json: { items: [], next: 'here' } });
    assert.equal(address.searchParams.get('cursor'), 'here');
    address.searchParams.delete('cursor');
    return route.continue({ url: address.href });
  });
  await page.getByRole('searchbox').fill('nguyễn hòa');
  await found(page, 3);
  assert.equal(asked, 2);
  assert.deepEqual(page.complaints, []);
  await context.close();
});

test('the list stands by the Vietnamese alphabet, and is downloaded whole as a spreadsheet', async () => {
  const { page, context } = await openList(secretary, '?q=nguyen+hoa');
  await found(page, 3);
  await page.getByLabel('Xếp theo').selectOption({ label: 'Tên tác phẩm (A–Z)' });
  await page.locator('select:enabled').and(page.getByLabel('Xếp theo')).waitFor(); // it arranges as long as it is disabled
  const shown = await titles(page).allInnerTexts();
  assert.deepEqual(shown, [...shown].sort(new Intl.Collator('vi').compare));
  const download = async (name) => {
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name }).click()]);
    const pieces = [];
    for await (const piece of await file.createReadStream()) pieces.push(piece);
    return { name: file.suggestedFilename(), bytes: Buffer.concat(pieces) };
  };
  const csv = await download('CSV');
  assert.match(csv.name, /-\d{4}-\d\d-\d\d\.csv$/);
  const text = csv.bytes.toString('utf8');
  assert.ok(text.startsWith('\ufeff'), 'spreadsheets know by this mark that it is UTF-8');
  const lines = text.trim().split('\r\n');
  assert.match(lines[0], /^\ufeff?Số bài,Tên tác phẩm,Nhân vật/);
  assert.deepEqual(
    lines.slice(1).map((line) => line.split(',')[1]),
    shown,
  );
  const xlsx = await download('Excel (XLSX)');
  assert.match(xlsx.name, /\.xlsx$/);
  assert.equal(xlsx.bytes.subarray(0, 2).toString(), 'PK');
  const path = `/api/contests/${contest}/entries/export`;
  for (const person of [
    await Person.registered(installation, 'nguoi-la@thi.test', 'Người Lạ'),
    new Person(installation),
  ])
    assert.ok([401, 403, 404].includes((await person.call('GET', path)).status));
  await context.close();
});

test('entries chosen with Shift are accepted together: undone once, done once, and those held are named', async () => {
  const { page, context } = await openList();
  await boxOf(page, 19).click();
  await boxOf(page, 21).click({ modifiers: ['Shift'] });
  await page.getByText('Đã chọn 3 bài').waitFor();
  await assertGood(page, 'desk-chosen');
  await acceptMany(page).click();
  await page.getByText('Sắp tiếp nhận 3 bài.').waitFor();
  assert.equal(await page.getByText('Đang tiếp nhận…').count(), 3);
  await page.getByRole('button', { name: 'Hoàn tác' }).click();
  await page.getByText('Đã chọn 3 bài').waitFor();
  assert.equal((await deskEntry(19)).state, 'submitted');

  await acceptMany(page).click();
  assert.deepEqual(await axeViolations(page), []);
  const report = page.getByRole('region', { name: 'Kết quả tiếp nhận' });
  await report.getByText('Đã tiếp nhận 1 bài.').waitFor({ timeout: kUndo + 10_000 });
  assert.match(await report.innerText(), /2 bài được giữ lại[\s\S]*Tên hoặc bút danh của tác giả: trong nội dung/);
  assert.equal(await report.getByRole('link').count(), 2);
  assert.equal((await deskEntry(19)).state, 'accepted');
  assert.equal((await deskEntry(20)).state, 'submitted');
  await assertGood(page, 'desk-report');
  await report.getByRole('link', { name: entries[19].title }).click();
  await page.getByText('Thấy 1 chỗ:').waitFor();
  assert.deepEqual(page.complaints, []);
  await context.close();
});

test('an entry that tells who wrote it is accepted with a reason, and the next that waits is one key away', async () => {
  const { page, context } = await openEntry(21);
  await page.getByText('Tên hoặc bút danh của tác giả: trong nội dung').waitFor();
  await assertGood(page, 'desk-leaks');
  await page.getByRole('button', { name: 'Tiếp nhận', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Vì sao vẫn tiếp nhận?').fill('Tác giả chính là nhân vật kể lại.');
  await assertGood(page, 'desk-release');
  await dialog.getByRole('button', { name: 'Tiếp nhận', exact: true }).click();
  const next = page.getByRole('link', { name: 'Bài chờ tiếp theo' });
  await next.waitFor();
  await assertGood(page, 'desk-accepted');
  assert.equal((await deskEntry(21)).state, 'accepted');
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => !url.pathname.endsWith(`/${entries[20].id}`));
  await page.getByRole('button', { name: 'Tiếp nhận', exact: true }).waitFor();
  assert.deepEqual(page.complaints, []);
  await context.close();
});

test('an entry is sent back with a ready-made reason and a date; handed in again, its versions are compared', async () => {
  const { page, context } = await openEntry(5);
  await page.getByRole('button', { name: 'Trả lại để bổ sung' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Lý do có sẵn').selectOption({ label: 'Thiếu thông tin nhân vật' });
  const reason = dialog.getByLabel(/Cần bổ sung điều gì/);
  assert.match(await reason.inputValue(), /chưa đủ hoặc chưa chính xác/);
  await reason.fill('Xin ghi rõ cô Gương ở thôn nào.');
  await assertGood(page, 'desk-return');
  await dialog.getByRole('button', { name: 'Trả lại để bổ sung' }).click();
  await page.getByRole('link', { name: 'Bài chờ tiếp theo' }).waitFor();
  const returned = await deskEntry(5);
  assert.equal(returned.state, 'returned');
  assert.equal(returned.reason, 'Xin ghi rõ cô Gương ở thôn nào.');
  const days = (Date.parse(returned.reply_by) - Date.now()) / 86_400_000;
  assert.ok(days > 6.9 && days < 8.1, String(days));
  await assertGood(page, 'desk-returned');
  await context.close();

  const { author, id } = entries[4];
  const mine = await author.get(`/api/entries/${id}`);
  const { revision } = await author.postAt(`/api/entries/${id}/reopen`, mine.revision);
  const body = 'Một câu chuyện thật về cô Gương ở quê tôi.\nCô ở thôn Lý Lương.';
  const again = draft('bai-viet', entries[4].title, { phone: '0905123456', body });
  const saved = await author.put(`/api/entries/${id}`, again, revision);
  await author.postAt(`/api/entries/${id}/submit`, saved.revision);
  const second = await openEntry(5);
  await second.page.getByText('So sánh hai lần nộp').click();
  await second.page.locator('ins', { hasText: 'Cô ở thôn Lý Lương.' }).waitFor();
  assert.equal(await second.page.locator('del').first().innerText(), 'một con người thật');
  await assertGood(second.page, 'desk-compare');
  assert.deepEqual(second.page.complaints, []);
  await second.context.close();
});

test('what another secretary did meanwhile is told, and what was typed is still there', async () => {
  const { page, context } = await openEntry(6);
  await page.getByRole('button', { name: 'Không tiếp nhận' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(/Vì sao không tiếp nhận/).fill('Bài viết về một người không có thật.');
  const { author, id } = entries[5];
  const mine = await author.get(`/api/entries/${id}`);
  const { revision } = await author.postAt(`/api/entries/${id}/reopen`, mine.revision);
  await author.postAt(`/api/entries/${id}/submit`, revision);
  await dialog.getByRole('button', { name: 'Không tiếp nhận' }).click();
  await page.getByText('Bài vừa được thay đổi ở nơi khác').waitFor();
  await assertGood(page, 'desk-stale');
  assert.equal((await deskEntry(6)).state, 'submitted');
  await page.getByRole('button', { name: 'Không tiếp nhận' }).click();
  assert.equal(await dialog.getByLabel(/Vì sao không tiếp nhận/).inputValue(), 'Bài viết về một người không có thật.');
  await dialog.getByRole('button', { name: 'Không tiếp nhận' }).click();
  await page.getByRole('link', { name: 'Bài chờ tiếp theo' }).waitFor();
  assert.equal((await deskEntry(6)).state, 'refused');
  assert.deepEqual(page.complaints, []);
  await context.close();
});

test('an entry that another accepted meanwhile is shown as it is now', async () => {
  const { page, context } = await openEntry(7);
  await page.getByText('Không thấy tên').waitFor();
  await secretary.postAt(`/api/contests/${contest}/entries/${entries[6].id}/accept`, (await deskEntry(7)).revision);
  await page.getByRole('button', { name: 'Tiếp nhận', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Tiếp nhận', exact: true }).click();
  await page.getByText('Chỉ bài đang chờ xử lý mới tiếp nhận được').waitFor();
  await page.locator('.tag', { hasText: 'Đã tiếp nhận' }).first().waitFor();
  assert.equal(await page.getByRole('button', { name: 'Tiếp nhận', exact: true }).count(), 0);
  await context.close();
});

test('a secretary with only a keyboard finds, chooses, accepts, and leafs through what waits', async () => {
  const waiting = async (q = '') =>
    (
      await secretary.get(
        `/api/contests/${contest}/entries?${new URLSearchParams({ state: 'submitted', limit: 200, ...(q && { q }) })}`,
      )
    ).items;
  const all = await waiting();
  const wanted = await waiting('chuyen thu 1');
  assert.ok(wanted.length >= 2 && wanted.length < all.length);
  const { page, context } = await openList(secretary, '?state=submitted');
  await found(page, all.length);
  await page.getByRole('searchbox').focus();
  await page.keyboard.type('chuyen thu 1');
  await found(page, wanted.length);
  await page.waitForURL(/q=chuyen\+thu\+1$/);
  await page
    .getByRole('checkbox', { name: /^Chọn bài/ })
    .first()
    .focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('Shift+ArrowDown');
  await page.getByText('Đã chọn 2 bài').waitFor();
  await acceptMany(page).focus();
  await page.keyboard.press('Enter');
  await page
    .getByText('Đã tiếp nhận 2 bài.')
    .first()
    .waitFor({ timeout: kUndo + 10_000 });
  const left = await waiting();
  assert.equal(left.length, all.length - 2);
  await page.getByRole('button', { name: 'Xử lý lần lượt' }).focus();
  await page.keyboard.press('Enter');
  const heading = (at) => page.getByRole('heading', { level: 1, name: left[at].title, exact: true }).waitFor();
  await page.getByText(`Bài 1 trong ${left.length}`).waitFor();
  await heading(0);
  await page.getByRole('link', { name: 'Bài sau →' }).focus();
  await page.keyboard.press('Enter');
  await page.getByText(`Bài 2 trong ${left.length}`).waitFor();
  await heading(1);
  await page.getByRole('link', { name: '← Bài trước' }).focus();
  await page.keyboard.press('Enter');
  await heading(0);
  assert.deepEqual(page.complaints, []);
  await context.close();
});

test('ten thousand entries are scrolled through with only those in sight drawn', async () => {
  const { page, context } = await browse(secretary, '/');
  const total = 10_000;
  const line = (n) => ({
    id: n,
    number: `2026-${String(n).padStart(5, '0')}`,
    state: 'submitted',
    revision: 1,
    category: 'bai-viet',
    field: 'health',
    title: `Bài thứ ${n}`,
    exemplar_name: 'Lê Thị Gương',
    version: 1,
    submitted_at: '2026-01-05T08:00:00Z',
    reply_by: null,
  });
  await page.route(/\/entries\?/, (route) => {
    const from = Number(new URL(route.request().url()).searchParams.get('cursor') ?? 0);
    const items = Array.from({ length: 200 }, (_, i) => line(from + i + 1));
    return route.fulfill({ json: { items, next: from + 200 < total ? String(from + 200) : null } });
  });
  const counts = [{ state: 'submitted', category: 'bai-viet', field: 'health', count: total }];
  await page.route(/\/entry-counts$/, (route) => route.fulfill({ json: { counts } }));
  await page.goto(`${installation.base}/app/contests/${contest}/entries`);
  const headOf = (n) => page.getByRole('rowheader').filter({ has: page.getByText(`Bài thứ ${n}`, { exact: true }) });
  await headOf(1).waitFor();
  await page.locator(`table[aria-rowcount="${total + 1}"]`).waitFor(); // how many there are is asked by itself
  await page.getByRole('checkbox', { name: 'Chọn mọi bài' }).check();
  await page.getByRole('button', { name: 'Chọn tất cả' }).click();
  await page.getByText('Đã chọn 10.000 bài').waitFor();
  await table(page).evaluate((box) => box.scrollTo(0, box.scrollHeight));
  await headOf(total).waitFor();
  assert.equal(
    await page
      .getByRole('row')
      .filter({ has: headOf(total) })
      .getAttribute('aria-rowindex'),
    String(total + 1),
  );
  assert.ok((await page.getByRole('row').count()) < 60);
  await table(page).evaluate((box) => box.scrollBy(0, -17_500));
  await headOf(total - 340).waitFor();
  assert.deepEqual(page.complaints, []);
  await context.close();
});

test('what could not be sent is told, and what was not accepted still waits', async () => {
  const { page, context } = await openList(secretary, '?state=submitted');
  await page.route(/\/entries\/accept$/, (route) => route.abort());
  await boxOf(page, 25).check();
  await acceptMany(page).click();
  await page
    .getByRole('alert')
    .filter({ hasText: 'Một số bài chưa được gửi đi' })
    .waitFor({ timeout: kUndo + 10_000 });
  await assertGood(page, 'desk-not-sent');
  assert.equal((await deskEntry(25)).state, 'submitted');
  await boxOf(page, 25).waitFor();
  await context.close();
});

test('on a phone the entries are cards, and one is accepted', async () => {
  const { page, context } = await openList(secretary, '', { viewport: { width: 360, height: 740 }, hasTouch: true });
  // The last but one: what the tests before accepted by number stands further up.
  const card = page.getByRole('listitem').filter({ hasText: `${entries[28].title}` });
  await card.waitFor();
  assert.equal(await page.getByRole('table').count(), 0);
  await found(page, kEntries);
  // Scrolling draws other cards: a tap aimed before that would meet another one.
  await card.scrollIntoViewIfNeeded();
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
  await card.getByRole('link').tap();
  await page.getByRole('heading', { level: 1, name: entries[28].title }).waitFor();
  await page.getByRole('link', { name: 'Đến phần xử lý' }).tap();
  await page.getByRole('button', { name: 'Tiếp nhận', exact: true }).tap();
  await page.getByRole('dialog').getByRole('button', { name: 'Tiếp nhận', exact: true }).tap();
  await page.getByRole('link', { name: 'Bài chờ tiếp theo' }).waitFor();
  assert.equal((await deskEntry(29)).state, 'accepted');
  await page.getByRole('link', { name: 'Về danh sách' }).tap();
  await card.getByText('Đã tiếp nhận').waitFor();
  await context.close();
});

test('the files of an entry lie on the desk, and pictures are seen', async () => {
  const author = await Person.registered(installation, 'anh@thi.test', 'Võ Thị Ảnh');
  const { id } = await author.post(
    `/api/contests/${contest}/entries`,
    draft('bai-viet', 'Bữa cơm chiều', { phone: '0905123456' }),
  );
  const { page, context } = await openList();
  const picture = await page.screenshot();
  const metadata = ['filename', 'purpose'].map((name, i) => `${name} ${btoa(['bua-com.png', 'work'][i])}`).join();
  const made = await fetch(`${installation.base}/api/entries/${id}/uploads`, {
    method: 'POST',
    headers: {
      Cookie: author.cookie,
      'Tus-Resumable': '1.0.0',
      'Upload-Length': String(picture.length),
      'Upload-Metadata': metadata,
      'Content-Type': 'application/offset+octet-stream',
    },
    body: picture,
  });
  assert.equal(made.status, 201);
  await author.postAt(`/api/entries/${id}/submit`, (await author.get(`/api/entries/${id}`)).revision);
  await page.goto(`${installation.base}/app/contests/${contest}/entries/${id}`);
  const shown = page.getByRole('img', { name: 'bua-com.png' });
  await shown.scrollIntoViewIfNeeded();
  await page.waitForFunction((img) => img.complete && img.naturalWidth > 0, await shown.elementHandle());
  await assertGood(page, 'desk-files');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'bua-com.png' }).click(),
  ]);
  assert.equal(download.suggestedFilename(), 'bua-com.png');
  const address = `/api/contests/${contest}/entries/${id}`;
  await secretary.postAt(`${address}/accept`, (await secretary.get(address)).revision);
  await page.reload();
  await page.locator('.tag', { hasText: 'Đã tiếp nhận' }).first().waitFor();
  assert.doesNotMatch(await page.locator('main').innerText(), /phách/i);
  assert.deepEqual(page.complaints, []);
  await context.close();
});

test('an organiser looks on, and takes an entry out by a numbered decision, but does nothing that is the secretary’s', async () => {
  const { page, context } = await openList(organiser);
  await found(page, kEntries + 1);
  assert.equal(await page.getByRole('checkbox', { name: /^Chọn/ }).count(), 0);
  assert.equal(await page.getByRole('rowheader').getByRole('link').count(), 0);
  assert.equal(await page.getByRole('button', { name: 'Xử lý lần lượt' }).count(), 0);
  await assertGood(page, 'desk-organiser');
  const { number } = await deskEntry(12);
  await page.getByRole('button', { name: `Loại bài ${number}` }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Số quyết định').fill('12/QĐ-BTC');
  await dialog.getByLabel(/^Lý do/).fill('Chép từ một bài đã đăng.');
  await assertGood(page, 'desk-disqualify');
  await dialog.getByRole('button', { name: 'Loại khỏi cuộc thi' }).click();
  await page.getByText(`Đã loại bài ${number}.`).waitFor();
  assert.equal((await deskEntry(12)).state, 'disqualified');
  await page.goto(`${installation.base}/app/contests/${contest}/entries/${entries[0].id}`);
  await page.getByRole('alert').waitFor();
  assert.deepEqual(page.complaints, []);
  await context.close();
});
