// The account and the administrator's pages in a browser: profile, password, sessions, units and their
// import, roles, password links.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Person } from './service.mjs';
import { axeViolations, end, launch, scrollsSideways, shoot, startDemo } from './support.mjs';

let demo, browser, administrator;
before(async () => {
  demo = await startDemo();
  browser = await launch();
  administrator = await signedIn('administrator');
});
after(() => end(browser, demo));

function signedIn(role) {
  const account = demo.accounts.find((candidate) => candidate.role === role);
  return Person.signedIn(demo, account.identifier, account.password);
}

async function pageOf(person, path, options = {}) {
  const context = await browser.newContext({ locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh', ...options });
  const [name, value] = person.cookie.split('=');
  await context.addCookies([{ name, value, url: demo.base }]);
  const page = await context.newPage();
  page.complaints = [];
  page.on('pageerror', (error) => page.complaints.push(String(error)));
  await page.goto(demo.base + path);
  return page;
}

const press = (page, name) => page.getByRole('button', { name, exact: true }).click();
const confirm = (page, name) => page.getByRole('dialog').getByRole('button', { name, exact: true }).click();

async function assertGood(page, name) {
  assert.deepEqual(await axeViolations(page), [], name);
  await shoot(page, name);
  await page.setViewportSize({ width: 320, height: 640 });
  assert.equal(await scrollsSideways(page), false, `${name} scrolls sideways`);
  await page.setViewportSize({ width: 1280, height: 800 });
}

async function close(page) {
  assert.deepEqual(page.complaints, []);
  await page.context().close();
}

test('somebody changes their name, unit and language', async () => {
  const person = await Person.registered(demo, 'ten-cu@guong.test', 'Nguyễn Tên Cũ');
  const page = await pageOf(person, '/app/account');
  await page.getByLabel('Họ và tên').fill('Nguyễn Tên Mới');
  await page.getByRole('combobox', { name: 'Đơn vị' }).fill('phuong quy nhon dong');
  await page.getByRole('option', { name: 'Phường Quy Nhơn Đông' }).waitFor();
  await page.keyboard.press('Enter');
  await press(page, 'Lưu');
  await page.getByText('Đã lưu.', { exact: true }).waitFor();
  const me = await person.get('/api/me');
  assert.equal(me.name, 'Nguyễn Tên Mới');
  assert.equal((await person.get(`/api/units/${me.unit}`)).name, 'Phường Quy Nhơn Đông');
  await page.getByRole('combobox', { name: 'Ngôn ngữ' }).selectOption('en');
  await press(page, 'Lưu');
  await page.getByRole('heading', { name: 'About me' }).waitFor();
  assert.equal((await person.get('/api/me')).lang, 'en');
  await close(page);
});

test('a new password ends the other sessions, and a wrong one is told beside its field', async () => {
  const person = await Person.registered(demo, 'doi-mat-khau@guong.test', 'Trần Đổi Khóa');
  const elsewhere = await Person.signedIn(demo, person.identifier, 'một mật khẩu dài');
  const page = await pageOf(person, '/app/account');
  await page.getByRole('button', { name: /^Đăng xuất node/ }).waitFor();
  await assertGood(page, 'administration-account');
  await page.getByLabel('Mật khẩu hiện tại').fill('không phải thế này');
  await page.getByLabel('Mật khẩu mới').fill('một câu khác hẳn');
  await press(page, 'Đổi mật khẩu');
  await page.locator('.error').getByText('Mật khẩu hiện tại không đúng.').waitFor();
  assert.equal(await page.getByLabel('Mật khẩu mới').inputValue(), 'một câu khác hẳn');
  await assertGood(page, 'administration-password');
  await page.getByLabel('Mật khẩu hiện tại').fill('một mật khẩu dài');
  await page.keyboard.press('Enter');
  await page.getByText('Đã đổi mật khẩu.').waitFor();
  await page.getByRole('button', { name: /^Đăng xuất node/ }).waitFor({ state: 'detached' });
  assert.equal((await elsewhere.call('GET', '/api/me')).status, 401);
  await Person.signedIn(demo, person.identifier, 'một câu khác hẳn');
  await close(page);
});

test('somebody ends one session, then all of them', async () => {
  const person = await Person.registered(demo, 'nhieu-may@guong.test', 'Lê Nhiều Máy');
  const other = await Person.signedIn(demo, person.identifier, 'một mật khẩu dài');
  const page = await pageOf(person, '/app/account');
  await page.getByRole('button', { name: /^Đăng xuất node/ }).click();
  await page.getByText('Đã cho máy ấy đăng xuất.').waitFor();
  assert.equal((await other.call('GET', '/api/me')).status, 401);
  await press(page, 'Đăng xuất khỏi mọi nơi');
  await confirm(page, 'Đăng xuất khỏi mọi nơi');
  await page.getByRole('heading', { name: 'Đăng nhập', exact: true }).waitFor();
  assert.equal((await person.call('GET', '/api/me')).status, 401);
  await close(page);
});

test('the tree of units opens by keyboard, is searched without accents and shows what a unit came from', async () => {
  const person = await signedIn('entrant');
  const page = await pageOf(person, '/app/units');
  const province = page.getByRole('button', { name: 'Đơn vị dưới Tỉnh Gia Lai', exact: true });
  await province.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: 'Phường Quy Nhơn', exact: true }).waitFor();
  assert.equal(await province.getAttribute('aria-expanded'), 'true');
  await assertGood(page, 'administration-units');
  assert.equal(await page.getByRole('button', { name: 'Nhập tệp' }).count(), 0, 'only the administrator imports');
  await page.getByLabel('Vào ngày').fill('2024-01-01');
  await page.getByLabel('Tìm đơn vị').fill('thanh pho quy nhon');
  await page.getByRole('link', { name: 'Thành phố Quy Nhơn' }).click();
  await page.getByRole('heading', { level: 1, name: 'Thành phố Quy Nhơn' }).waitFor();
  const path = await page.getByRole('navigation', { name: 'Đơn vị cấp trên' }).getByRole('link').allInnerTexts();
  assert.deepEqual(path, ['Đơn vị', 'Tỉnh Bình Định']);
  await assertGood(page, 'administration-unit');
  await close(page);
});

test('a file of units with faults changes nothing and tells the lines; mended, it is imported', async () => {
  const page = await pageOf(administrator, '/app/units');
  const header = 'code,type,name,short_name,parent_code,valid_from,valid_to,successor_code,successor_kind';
  const csv = (...lines) => ({
    name: 'don-vi.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from([header, ...lines].join('\n') + '\n'),
  });
  const good = 'moi-1,commune,Xã Mới,Xã Mới,gia-lai-2025,2025-07-01,,,';
  const field = page.getByLabel('Tệp đơn vị (.csv)');
  await field.setInputFiles(csv(good, 'moi-2,commune,,,khong-co,hôm nay,,,'));
  await press(page, 'Nhập tệp');
  await page.getByText('Chưa có gì được nhập.').waitFor();
  await page.getByText('Dòng 3, cột name:').waitFor();
  await page.getByText('Dòng 3, cột valid_from:').waitFor();
  await assertGood(page, 'administration-import');
  assert.equal((await administrator.get('/api/units?q=xa+moi')).items.length, 0);

  await field.setInputFiles({ name: 'don-vi.csv', mimeType: 'text/csv', buffer: Buffer.from([0x63, 0xf5, 0xe3]) });
  await press(page, 'Nhập tệp');
  await page.getByText('Tệp không phải mã UTF-8.').waitFor();

  await field.setInputFiles(csv(good));
  await press(page, 'Nhập tệp');
  await page.getByText('Đã thêm 1 và sửa 0 đơn vị.').waitFor();
  assert.equal((await administrator.get('/api/units?q=xa+moi')).items.length, 1);
  const saving = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Xuất tất cả đơn vị' }).click();
  assert.equal((await saving).suggestedFilename(), 'units.csv');
  await close(page);
});

test('a role on a unit is given to somebody found by name, and taken away', async () => {
  const person = await Person.registered(demo, 'dau-moi@guong.test', 'Đặng Đầu Mối');
  const page = await pageOf(administrator, '/app/grants');
  await page.getByText('Giao vai trò', { exact: true }).first().click();
  await page.getByLabel('Tìm theo tên').fill('dang dau moi');
  await page.getByRole('radio', { name: /Đặng Đầu Mối/ }).check();
  await page.getByRole('combobox', { name: 'Vai trò' }).selectOption('coordinator');
  await press(page, 'Giao vai trò');
  await page.locator('.error').getByText('Hãy chọn đơn vị.').waitFor();
  await page.getByRole('combobox', { name: 'Đơn vị' }).fill('phuong quy nhon tay');
  await page.getByRole('option', { name: 'Phường Quy Nhơn Tây' }).click();
  await page.getByLabel('Theo quyết định số').fill('07-QĐ/TU');
  await assertGood(page, 'administration-give');
  await press(page, 'Giao vai trò');
  await page.getByText('Đã giao vai trò.').waitFor();
  const [held] = (await person.get('/api/me')).roles;
  assert.equal(held.role, 'coordinator');
  assert.equal(held.unit.name, 'Phường Quy Nhơn Tây');
  await page.getByRole('cell', { name: /^Đặng Đầu Mối/ }).waitFor();
  await assertGood(page, 'administration-grants');
  await press(page, 'Miễn nhiệm vai trò Cán bộ đầu mối của Đặng Đầu Mối');
  await assertGood(page, 'administration-take');
  await confirm(page, 'Miễn nhiệm');
  await page.getByText('Đã miễn nhiệm.').waitFor();
  assert.deepEqual((await person.get('/api/me')).roles, []);
  await page.getByText('Đã kết thúc').waitFor();
  await close(page);
});

test('the administrator finds an account and hands over a link that sets a new password once', async () => {
  const person = await Person.registered(demo, 'quen@guong.test', 'Phan Hay Quên');
  const stranger = new Person(demo);
  await stranger.must('POST', '/api/password-resets', { identifier: person.identifier });
  const page = await pageOf(administrator, '/app/accounts');
  const found = page.waitForResponse((answer) => answer.url().includes('/api/accounts?q='));
  await page.getByLabel('Tìm theo tên').fill('phan hay quen');
  await found; // the list of before has this account as well
  await page.getByRole('cell', { name: 'Phan Hay Quên', exact: true }).waitFor();
  await page.getByRole('button', { name: 'Chi tiết: Phan Hay Quên' }).click();
  await page.getByRole('button', { name: 'Sao chép: Mã số' }).waitFor();
  await press(page, 'Tạo liên kết cho Phan Hay Quên');
  await confirm(page, 'Tạo liên kết');
  const link = await page.getByRole('textbox', { name: 'Liên kết cho Phan Hay Quên' }).inputValue();
  await page.getByText('Đã có liên kết').waitFor();
  await assertGood(page, 'administration-accounts');
  const redeemed = { token: new URL(link).hash.slice(1), password: 'một câu mới để nhớ' };
  await stranger.must('POST', '/api/password-resets/redeem', redeemed);
  assert.equal((await stranger.call('POST', '/api/password-resets/redeem', redeemed)).status, 404);
  await Person.signedIn(demo, person.identifier, redeemed.password);
  await press(page, 'Xong, ẩn đi');
  assert.equal(await page.getByRole('textbox', { name: 'Liên kết cho Phan Hay Quên' }).count(), 0);
  await close(page);
});

test('who is no administrator is refused in plain words', async () => {
  const page = await pageOf(await signedIn('entrant'), '/app/accounts');
  await page.getByText('Tài khoản của bạn không giữ vai trò cần có cho việc này.').waitFor();
  assert.deepEqual(await axeViolations(page), []);
  await close(page);
});

for (const lang of ['vi', 'en'])
  test(`on a phone the header stays one line where a notice is new (${lang})`, async () => {
    const person = await Person.registered(demo, `thong-bao-${lang}@thi.test`, 'Lê Văn Báo');
    const [unit] = (await administrator.get('/api/units?q=quy+nhon')).items;
    await administrator.post('/api/grants', { account: person.id, role: 'organiser', unit: unit.id });
    const page = await pageOf(person, '/app/', { viewport: { width: 360, height: 740 } });
    await page.context().addCookies([{ name: 'lang', value: lang, url: demo.base }]);
    await page.reload();
    await page.getByRole('button', { name: lang === 'vi' ? 'Thông báo, 1 mới' : 'Notices, 1 new' }).waitFor();
    for (const width of [360, 412]) {
      await page.setViewportSize({ width, height: 740 });
      const { height } = await page.locator('.bar').boundingBox();
      assert.ok(height < 64, `the header is ${height} high at ${width}`);
      assert.equal(await scrollsSideways(page), false);
    }
    assert.deepEqual(await axeViolations(page), []);
    await shoot(page, `header-notice-${lang}`);
    await page.context().close();
  });
