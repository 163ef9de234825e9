// Whose installation it is, from the administrator's form to the public pages.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Person } from './service.mjs';
import { axeViolations, end, launch, shoot, startDemo } from './support.mjs';

let demo, browser;
before(async () => {
  demo = await startDemo();
  browser = await launch();
});
after(() => end(browser, demo));

const brand = (page) => page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--brand'));

test('the administrator dresses the installation, and pages and desks wear it at once', async () => {
  const account = demo.accounts.find(({ role }) => role === 'administrator');
  const administrator = await Person.signedIn(demo, account.identifier, account.password);
  const context = await browser.newContext({ locale: 'vi-VN', colorScheme: 'light' });
  const [name, value] = administrator.cookie.split('=');
  await context.addCookies([{ name, value, url: demo.base }]);
  const page = await context.newPage();
  await page.goto(`${demo.base}/app/installation`);
  await page.getByLabel('Tên cơ quan').fill('Tỉnh đoàn Gia Lai');
  await page.getByLabel('Màu riêng', { exact: true }).check();
  const colour = page.getByLabel('Màu riêng, dùng cho nút và liên kết');
  await colour.fill('#ffcc00');
  await page.getByRole('button', { name: 'Lưu', exact: true }).click();
  const advice = page.locator('.error').getByText(/Màu #ffcc00 quá nhạt.*Hãy chọn màu đậm hơn, ví dụ #[0-9a-f]{6}/);
  await advice.waitFor();
  assert.deepEqual(await axeViolations(page), []);

  const better = /ví dụ (#[0-9a-f]{6})/.exec(await advice.innerText())[1];
  await colour.fill(better);
  await page.getByRole('button', { name: 'Lưu', exact: true }).click();
  await page.getByText('Đã lưu.', { exact: true }).waitFor();
  const picture = await (await fetch(`${demo.base}/hinh/guong.png`)).arrayBuffer();
  await page
    .getByLabel('Biểu trưng')
    .setInputFiles({ name: 'bieu-trung.png', mimeType: 'image/png', buffer: Buffer.from(picture) });
  await page.locator('.mark img').waitFor();
  await page.getByRole('navigation').getByText('Tỉnh đoàn Gia Lai').first().waitFor();
  await page.waitForFunction(() => getComputedStyle(document.documentElement).getPropertyValue('--brand') !== '');
  const worn = await brand(page);
  assert.match(worn, new RegExp(better));
  await shoot(page, 'host-form');

  for (const path of ['/', '/cuoc-thi', '/tim-kiem', '/dien-hinh', '/khong-co']) {
    await page.goto(demo.base + path);
    assert.equal(await brand(page), worn, path);
    await page.locator('footer').getByText('Tỉnh đoàn Gia Lai').waitFor();
    assert.deepEqual(await axeViolations(page), [], path);
  }
  await shoot(page, 'host-page');
  await context.close();
});
