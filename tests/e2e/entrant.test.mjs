// The entrant's pages in a browser: from signing up on a phone to the receipt; what is written survives a
// lost network, a second tab and a session that ends; uploads are paused, cut and gone on with; the deadline
// passes on the screen.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { film } from './film.mjs';
import { board, closeNow, draft, moveDeadline, openContest, password } from './people.mjs';
import { Installation, Person } from './service.mjs';
import { axeViolations, end, launch, scrollsSideways, shoot } from './support.mjs';

let installation, browser, organiser, contest;
before(async () => {
  installation = await new Installation().serve();
  browser = await launch();
  ({ organiser } = await board(installation));
  ({ contest } = await openContest(organiser, (rules) => {
    rules.author_data = ['pen_name', 'phone'];
    rules.eligibility.max_entries = 50;
  }));
});
after(() => end(browser, installation));

let people = 0;
async function entrant() {
  people += 1;
  return Person.registered(installation, `tac-gia-${people}@thi.test`, 'Trần Thị Mai');
}

async function browse(person, options = {}) {
  const context = await browser.newContext({ locale: 'vi-VN', ...options });
  if (person) {
    const [name, value] = person.cookie.split('=');
    await context.addCookies([{ name, value, url: installation.base }]);
  }
  const page = await context.newPage();
  page.complaints = [];
  page.on('pageerror', (error) => page.complaints.push(String(error)));
  return { context, page };
}

/** An entry begun through the API, and its page. */
async function writing(options = {}, category = 'bai-viet', more = {}) {
  const person = await entrant();
  const { id } = await person.post(`/api/contests/${options.contest ?? contest}/entries`, { category, ...more });
  const { context, page } = await browse(person, options);
  await page.goto(`${installation.base}/app/entries/${id}`);
  await page.getByRole('button', { name: 'Nộp bài' }).waitFor();
  const now = () => person.get(`/api/entries/${id}`);
  return { person, id, context, page, now };
}

const body = (page) => page.getByRole('textbox', { name: 'Nội dung' });
const saved = (page) => page.getByText(/^\s*Đã lưu( lúc .+|\.)\s*$/).waitFor();

async function assertGood(page, name) {
  assert.deepEqual(await axeViolations(page), [], name);
  await shoot(page, name);
  await page.setViewportSize({ width: 320, height: 640 });
  assert.equal(await scrollsSideways(page), false, `${name} scrolls sideways`);
  await page.setViewportSize({ width: 360, height: 740 });
}

test('somebody new signs up on a phone, writes, sees what is missing, hands in and gets a receipt', async () => {
  const { context, page } = await browse(undefined, { viewport: { width: 360, height: 740 } });
  await page.goto(`${installation.base}/app/contests/${contest}/enter`);
  await page.getByRole('link', { name: /Đăng ký/ }).click();
  await page.getByLabel('Họ và tên').fill('Đặng Thị Ngọc Ánh');
  await page.getByLabel('Email hoặc số điện thoại').fill('ngoc-anh@thi.test');
  await page.getByLabel(/Mật khẩu/).fill(password);
  await assertGood(page, 'entry-register');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Chọn Bài viết' }).waitFor();
  await assertGood(page, 'entry-enter');
  await page.getByRole('button', { name: 'Chọn Bài viết' }).click();

  await page.getByRole('heading', { name: 'Trước khi nộp' }).waitFor();
  assert.equal(await page.getByRole('alert').count(), 0, 'quiet until the first try');
  await body(page).waitFor();
  await assertGood(page, 'entry-empty');
  await page.getByRole('button', { name: 'Nộp bài' }).click();
  await page.locator('.error', { hasText: 'tên' }).first().waitFor();
  await page.getByText(/Còn \d điều cần bổ sung/).waitFor();
  await assertGood(page, 'entry-faults');
  await page
    .locator('#faults')
    .getByRole('link', { name: /đặt tên cho tác phẩm/ })
    .click();
  assert.ok(await page.getByLabel('Tên tác phẩm').evaluate((field) => field === document.activeElement));

  await page.getByLabel('Lĩnh vực').selectOption({ label: 'Y tế' });
  await page.getByLabel('Nhân vật là').selectOption({ label: 'Cá nhân' });
  await page.getByLabel('Tên người, tập thể').fill('Lê Thị Gương');
  await page.getByRole('combobox', { name: 'Đơn vị của nhân vật' }).pressSequentially('tinh binh dinh');
  await page.getByRole('listbox').getByRole('option').first().click();
  await page.getByLabel('Tên tác phẩm').fill('Người mẹ của những đứa trẻ mồ côi');
  await body(page).click();
  await page.keyboard.type('# Bữa cơm chiều');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Mỗi chiều, chị Gương lại nhóm bếp cho mười hai đứa trẻ.');
  for (const name of [/cam đoan/, /Người thật/, /dữ liệu cá nhân/]) await page.getByLabel(name).check();
  await page.getByText('Đã đủ mọi điều').waitFor();
  await assertGood(page, 'entry-complete');
  await page.getByRole('button', { name: 'Nộp bài' }).click();

  await page.getByRole('heading', { name: 'Giấy biên nhận' }).waitFor();
  const told = page.getByRole('status').filter({ hasText: 'Đã nộp thành công' });
  assert.ok(await told.evaluate((line) => line === document.activeElement), 'the focus is on what came of it');
  assert.equal(
    await page
      .getByText(/^[0-9a-f]{64}$/)
      .first()
      .isVisible(),
    false,
    'digests are folded',
  );
  await page.getByText('Mã kiểm tra và chứng thực').click();
  await page
    .getByText(/^[0-9a-f]{64}$/)
    .first()
    .waitFor();
  await assertGood(page, 'entry-receipt');
  assert.deepEqual(page.complaints, []);

  await page.getByRole('button', { name: 'Sửa và nộp lại' }).click();
  await page.getByText('Bản đã nộp lần trước vẫn có giá trị').waitFor();
  await body(page).waitFor();
  assert.equal(await page.locator('.written h2').innerText(), 'Bữa cơm chiều');
  await page.getByRole('button', { name: 'Nộp bài' }).click();
  await page.getByRole('button', { name: 'Rút bài' }).click();
  await page.getByText('Không lấy lại được').waitFor();
  await assertGood(page, 'entry-withdraw');
  await page.getByRole('button', { name: 'Rút bài khỏi cuộc thi' }).click();
  await page.locator('.tag', { hasText: 'Đã rút' }).waitFor();
  await context.close();
});

test('what is typed without a network stays on the device, survives a reload, and is sent when the network is back', async () => {
  const { page, context, now } = await writing();
  await page.getByLabel('Tên tác phẩm').fill('Trước khi mất mạng');
  await saved(page);
  await context.setOffline(true);
  await page.getByLabel('Tên tác phẩm').fill('Viết lúc mất mạng');
  await page.getByText(/Mất mạng/).waitFor();
  assert.equal((await now()).title, 'Trước khi mất mạng');
  await context.setOffline(false);
  await page.reload();
  await saved(page);
  assert.equal(await page.getByLabel('Tên tác phẩm').inputValue(), 'Viết lúc mất mạng');
  assert.equal((await now()).title, 'Viết lúc mất mạng');
  await context.close();
});

test('two tabs on one draft: the second to save is told, and chooses which text stays', async () => {
  const { page, context, id, now } = await writing();
  const other = await context.newPage();
  await other.goto(`${installation.base}/app/entries/${id}`);
  await other.getByLabel('Tên tác phẩm').waitFor();
  await page.getByLabel('Tên tác phẩm').fill('Của thẻ thứ nhất');
  await saved(page);
  await other.getByLabel('Tên tác phẩm').fill('Của thẻ thứ hai');
  await other.getByText('vừa được sửa ở nơi khác').waitFor();
  await assertGood(other, 'entry-stale');
  assert.equal((await now()).title, 'Của thẻ thứ nhất');
  await other.getByRole('button', { name: 'Giữ bản đang viết ở đây' }).click();
  await saved(other);
  assert.equal((await now()).title, 'Của thẻ thứ hai');
  await context.close();
});

test('a page that is left while something waits, and opened again at once, tells of no change made elsewhere', async () => {
  const { page, context, now } = await writing();
  const network = await context.newCDPSession(page);
  await network.send('Network.enable');
  const conditions = { offline: false, latency: 300, downloadThroughput: -1, uploadThroughput: -1 };
  await network.send('Network.emulateNetworkConditions', conditions);
  await page.getByLabel('Tên tác phẩm').fill('Viết rồi đi');
  await page.getByRole('link', { name: 'Việc của tôi' }).click();
  await page.goBack();
  await saved(page);
  await page.getByLabel('Tên tác phẩm').fill('Viết rồi tải lại');
  await page.waitForRequest((request) => request.method() === 'PUT');
  await page.reload();
  await saved(page);
  assert.equal(await page.getByLabel('Tên tác phẩm').inputValue(), 'Viết rồi tải lại');
  assert.equal((await now()).title, 'Viết rồi tải lại');
  assert.equal(await page.getByText('vừa được sửa ở nơi khác').count(), 0);
  await context.close();
});

test('a session that ends while one writes asks to sign in again, and goes on where one was', async () => {
  const { page, context, person, now } = await writing();
  await page.getByLabel('Tên tác phẩm').fill('Trước khi hết phiên');
  await saved(page);
  await person.must('DELETE', '/api/sessions');
  const field = page.getByLabel('Tên tác phẩm');
  await field.fill('Sau khi hết phiên');
  const before = await field.elementHandle();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('Phiên đăng nhập đã hết').waitFor();
  await assertGood(page, 'entry-expired');
  await dialog.getByLabel('Email hoặc số điện thoại').fill(person.identifier);
  await dialog.getByLabel('Mật khẩu').fill(password);
  await page.keyboard.press('Enter');
  await dialog.waitFor({ state: 'hidden' });
  await saved(page);
  assert.equal(
    await before.evaluate((input) => input.isConnected && input.value),
    'Sau khi hết phiên',
    'the page stays as it is',
  );
  const again = await Person.signedIn(installation, person.identifier, password);
  person.cookie = again.cookie;
  assert.equal((await now()).title, 'Sau khi hết phiên');
  await context.close();
});

test('an upload is paused, survives a reload, and goes on from where it was', async () => {
  const { page, context, now } = await writing({}, 'video');
  const file = film(installation.data, 12_000_000);
  const network = await context.newCDPSession(page);
  const slowly = (bytes) =>
    network.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: 5,
      downloadThroughput: -1,
      uploadThroughput: bytes,
    });
  await network.send('Network.enable');
  await slowly(1_000_000);
  const choose = () => page.getByLabel('Chọn tệp: Phim').setInputFiles(file);
  await choose();
  await page.getByRole('progressbar', { name: 'phim.mp4' }).waitFor();
  await page.waitForFunction(() => document.querySelector('progress[aria-label]')?.value > 4_500_000);
  await page.getByRole('button', { name: 'Tạm dừng' }).click();
  await page.getByRole('button', { name: 'Gửi tiếp' }).waitFor();
  await assertGood(page, 'entry-upload');
  await page.reload();
  const sent = [];
  page.on(
    'request',
    (request) => request.method() === 'PATCH' && sent.push(Number(request.headers()['upload-offset'])),
  );
  await page.getByRole('button', { name: 'Nộp bài' }).waitFor();
  await slowly(-1);
  await choose();
  await page.getByRole('link', { name: 'phim.mp4' }).waitFor();
  assert.ok(sent[0] >= 4_194_304, `went on from ${sent[0]}`);
  assert.equal((await now()).files.length, 1);
  await page.getByRole('button', { name: 'Bỏ tệp phim.mp4' }).click();
  await page.getByRole('link', { name: 'phim.mp4' }).waitFor({ state: 'detached' });
  await context.close();
});

test('an upload that the network drops goes on by itself', async () => {
  const { page, context, now } = await writing({}, 'video');
  await context.route('**/api/uploads/*', (route) => route.abort(), { times: 2 });
  await page.getByLabel('Chọn tệp: Phim').setInputFiles(film(installation.data, 1_000_000));
  await page.getByRole('link', { name: 'phim.mp4' }).waitFor();
  assert.equal((await now()).files.length, 1);
  await context.close();
});

test('a file of another kind is refused in words, beside the file', async () => {
  const { page, context } = await writing({}, 'video');
  await page
    .getByLabel('Chọn tệp: Phim')
    .setInputFiles({ name: 'phim.mp4', mimeType: 'video/mp4', buffer: Buffer.from('Đây không phải phim.') });
  await page.locator('li .error').waitFor();
  assert.match(await page.locator('li .error').innerText(), /phim\.mp4/);
  await context.close();
});

test('the deadline passes on the screen: the draft is kept and nothing can be handed in any more', async () => {
  const { contest: ending, rules } = await openContest(organiser, (rules) => (rules.slug = 'sap-het-han'));
  const { page, context, now } = await writing({ contest: ending });
  await page.getByLabel('Tên tác phẩm').fill('Viết đến phút chót');
  await saved(page);
  await closeNow(organiser, ending, rules);
  await page.reload();
  await page.locator('.tag', { hasText: 'Bản nháp' }).waitFor();
  assert.equal(await page.getByRole('button', { name: 'Nộp bài' }).count(), 0);
  assert.equal((await now()).title, 'Viết đến phút chót');
  await context.close();

  const { contest: sooner, rules: theirs } = await openContest(organiser, (rules) => (rules.slug = 'sap-het-han-2'));
  const second = await writing({ contest: sooner });
  await moveDeadline(organiser, sooner, theirs, 15_000);
  await second.page.reload();
  await second.page.getByText(/còn 00:/).waitFor();
  await second.page.getByLabel('Tên tác phẩm').fill('Giây cuối');
  await second.page.locator('.tag', { hasText: 'Bản nháp' }).waitFor();
  assert.equal((await second.now()).title, 'Giây cuối');
  await second.context.close();
});

test('Telex composition, quotations and lists come out as they were meant', async () => {
  const { page, context, now } = await writing();
  await body(page).click();
  const keyboard = await context.newCDPSession(page);
  // What an input method sends while "Người" is typed as "Nguwowif".
  for (const text of ['N', 'Ng', 'Ngu', 'Ngư', 'Ngươ', 'Người']) {
    await keyboard.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
  }
  await keyboard.send('Input.insertText', { text: 'Người' });
  await page.keyboard.type(' giữ rừng');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Trích dẫn' }).click();
  await page.keyboard.type('Rừng còn thì làng còn.');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await page.keyboard.type('• một');
  await page.keyboard.press('Enter');
  await page.keyboard.type('hai');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await page.keyboard.type('- Bác ơi!');
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+y');
  await saved(page);
  assert.equal((await now()).body.trim(), 'Người giữ rừng\n> Rừng còn thì làng còn.\n• một\n• hai\n- Bác ơi!');
  assert.equal((await now()).words, 3 + 5 + 2 + 3);
  await assertGood(page, 'entry-editor');
  await context.close();
});

test('what is pasted from Word keeps its headings and lists and loses the rest', async () => {
  const { page, context, now } = await writing();
  await body(page).click();
  await page.evaluate(() => {
    const html = `<html><head><style>p.MsoNormal{color:red}</style></head><body><!--StartFragment-->
      <h1 style="mso-x:1">Cô giáo vùng cao<o:p></o:p></h1>
      <p class="MsoNormal" style="font-family:'Times New Roman'"><b>Mười năm</b> cô <span lang="VI">ở lại</span> bản.</p>
      <p class="MsoListParagraph"><!--[if !supportLists]--><span style="mso-list:Ignore">·<span>&nbsp;</span></span><!--[endif]-->mở lớp đêm</p>
      <p class="MsoNormal">dòng một<br>dòng hai</p><script>alert(1)</script><img src="file:///C:/a.png" onerror="alert(2)">
      <!--EndFragment--></body></html>`;
    const data = new DataTransfer();
    data.setData('text/html', html);
    data.setData('text/plain', 'x');
    document
      .querySelector('.written')
      .dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  });
  await saved(page);
  assert.equal(
    (await now()).body.trim(),
    '# Cô giáo vùng cao\nMười năm cô ở lại bản.\n• mở lớp đêm\ndòng một\ndòng hai',
  );
  assert.deepEqual(page.complaints, []);
  await context.close();
});

test('an entry is written and handed in with the keyboard alone', async () => {
  const { page, context, now } = await writing({}, 'bai-viet', draft('bai-viet', ''));
  await page.getByLabel('Tên tác phẩm').focus();
  await page.keyboard.type('Gõ bằng bàn phím');
  const reach = async (name) => {
    for (let i = 0; i < 40; i++) {
      await page.keyboard.press('Tab');
      const found = await page.evaluate(
        () => document.activeElement?.textContent?.trim() || document.activeElement?.getAttribute('aria-label'),
      );
      if (found === name) return;
    }
    assert.fail(`${name} is not reached by the Tab key`);
  };
  await reach('Nộp bài');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Giấy biên nhận' }).waitFor();
  assert.equal((await now()).state, 'submitted');
  await context.close();
});

test('my work lists the entries, and an entry of somebody else is not found', async () => {
  const { page, context, id } = await writing({}, 'bai-viet', draft('bai-viet', 'Bài của tôi'));
  await page.goto(`${installation.base}/app/`);
  await page.getByRole('link', { name: 'Bài của tôi', exact: true }).waitFor();
  await context.close();
  const { page: theirs, context: other } = await browse(await entrant());
  await theirs.goto(`${installation.base}/app/entries/${id}`);
  await theirs.getByRole('alert').waitFor();
  assert.deepEqual(await axeViolations(theirs), []);
  await other.close();
});
