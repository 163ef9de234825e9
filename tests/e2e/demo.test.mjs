// A person of each role signs in to the demo and finds their work; anybody reads the public pages. Every page
// passes axe and is photographed at two widths.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { axeViolations, end, launch, scrollsSideways, shoot, startDemo } from './support.mjs';

let demo, browser;
before(async () => {
  demo = await startDemo();
  browser = await launch();
});
after(() => end(browser, demo));

/** A page of a browser that nobody else uses, whose console must stay quiet. */
async function freshPage(options = {}) {
  const context = await browser.newContext({ locale: 'vi-VN', ...options });
  const page = await context.newPage();
  const complaints = [];
  page.on('console', (line) => line.type() === 'error' && complaints.push(line.text()));
  page.on('pageerror', (error) => complaints.push(String(error)));
  return { page, complaints, close: () => context.close() };
}

async function assertGood(page, name) {
  assert.deepEqual(await axeViolations(page), [], name);
  await shoot(page, name);
  const wide = await scrollsSideways(page);
  assert.equal(wide, false, `${name} scrolls sideways`);
}

async function signIn(page, account) {
  await page.goto(demo.base + '/app/');
  await page.getByLabel('Email hoặc số điện thoại').fill(account.identifier);
  await page.getByLabel('Mật khẩu').fill(account.password);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Việc của tôi' }).waitFor();
}

const sections = {
  administrator: 'Quản trị',
  organiser: 'Cuộc thi của tôi',
  secretary: 'Cuộc thi của tôi',
  head: 'Cuộc thi của tôi',
  inspector: 'Cuộc thi của tôi',
  judge: 'Cuộc thi của tôi',
  entrant: 'Tác phẩm của tôi',
  coordinator: 'Đơn vị mà bạn làm đầu mối',
};
for (const [role, heading] of Object.entries(sections)) {
  test(`the ${role} of the demo signs in and finds their work`, async () => {
    const account = demo.accounts.find((candidate) => candidate.role === role);
    const { page, close } = await freshPage();
    await signIn(page, account);
    await page.getByRole('heading', { level: 2, name: heading, exact: true }).waitFor();
    await page.waitForFunction(() => !document.querySelector('.skeleton'));
    await assertGood(page, `work-${role}`);
    await page.getByRole('button', { name: `Tài khoản ${account.name}` }).click();
    await page.getByRole('button', { name: 'Đăng xuất' }).click();
    await page.getByRole('heading', { level: 1, name: 'Đăng nhập' }).waitFor();
    await close();
  });
}

test('a wrong password is told beside the form and what was typed stays', async () => {
  const { page, close } = await freshPage();
  await page.goto(demo.base + '/app/');
  await page.getByLabel('Email hoặc số điện thoại').fill('khong-co@guong.test');
  await page.getByLabel('Mật khẩu').fill('sai hoàn toàn');
  await page.keyboard.press('Enter');
  await page.getByRole('alert').waitFor();
  assert.equal(await page.getByLabel('Email hoặc số điện thoại').inputValue(), 'khong-co@guong.test');
  await assertGood(page, 'sign-in-refused');
  await close();
});

test('somebody new registers on a phone and is signed in', async () => {
  const { page, close } = await freshPage({ viewport: { width: 360, height: 740 } });
  await page.goto(demo.base + '/app/register');
  await page.getByLabel('Họ và tên').fill('Nguyễn Thị Mới');
  await page.getByLabel('Email hoặc số điện thoại').fill('0905 777 888');
  await page.getByLabel(/Mật khẩu/).fill('mật khẩu dài 2026');
  await assertGood(page, 'register');
  await page.getByRole('button', { name: 'Đăng ký' }).click();
  await page.getByRole('heading', { level: 1, name: 'Việc của tôi' }).waitFor();
  await page.getByRole('button', { name: 'Tài khoản Nguyễn Thị Mới' }).waitFor();
  await close();
});

for (const javaScriptEnabled of [true, false]) {
  test(`anybody reads the public pages ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async () => {
    const { page, complaints, close } = await freshPage({ javaScriptEnabled });
    const visit = async (path, name) => {
      const answer = await page.goto(demo.base + path);
      assert.equal(answer.status(), 200, path);
      if (javaScriptEnabled) await assertGood(page, name);
    };
    await visit('/', 'home');
    await page.locator('a[href$="/ket-qua"]').first().click();
    await page.getByRole('heading', { level: 1 }).waitFor();
    await visit(new URL(page.url()).pathname, 'results');
    await page.locator('main a[href^="/tac-pham/"]').first().click();
    await page.getByRole('heading', { level: 1 }).waitFor();
    await visit(new URL(page.url()).pathname, 'work');
    await page.goto(demo.base + '/');
    await page.locator('main a[href^="/cuoc-thi/"]').first().click();
    await page.getByRole('heading', { level: 3, name: 'Thể loại và yêu cầu' }).waitFor();
    await visit(new URL(page.url()).pathname, 'contest');
    await visit('/en', 'home-en');
    assert.deepEqual(complaints, []);
    await close();
  });
}
