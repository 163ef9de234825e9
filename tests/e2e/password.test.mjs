// A forgotten password: asked for while signed out, a one-time link of the administrator, a new password, and in again.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { board, password } from './people.mjs';
import { Installation, Person } from './service.mjs';
import { axeViolations, end, launch, scrollsSideways, shoot } from './support.mjs';

let installation, browser, administrator;
before(async () => {
  installation = await new Installation().serve();
  browser = await launch();
  ({ administrator } = await board(installation));
});
after(() => end(browser, installation));

test('somebody who forgot the password gets in again by a one-time link', async () => {
  await Person.registered(installation, 'quen-mat-khau@thi.test', 'Lê Văn Quên');
  const context = await browser.newContext({ locale: 'vi-VN', viewport: { width: 360, height: 740 } });
  const page = await context.newPage();
  await page.goto(`${installation.base}/app/`);
  await page.getByRole('link', { name: 'Quên mật khẩu?' }).click();
  await page.getByLabel('Email hoặc số điện thoại').fill('quen-mat-khau@thi.test');
  assert.deepEqual(await axeViolations(page), []);
  await shoot(page, 'password-forgot');
  await page.keyboard.press('Enter');
  await page.getByText('Đã ghi nhận').waitFor();

  const [reset] = (await administrator.get('/api/password-resets')).items;
  const { token } = await administrator.post(`/api/password-resets/${reset.id}/link`);
  await page.goto(`${installation.base}/app/password-resets/${token}`);
  await page.getByLabel(/Mật khẩu/).fill('một mật khẩu mới tinh');
  assert.deepEqual(await axeViolations(page), []);
  await shoot(page, 'password-new');
  await page.keyboard.press('Enter');
  await page.getByText('Đã đặt mật khẩu mới').waitFor();
  await Person.signedIn(installation, 'quen-mat-khau@thi.test', 'một mật khẩu mới tinh');

  await page.goto(`${installation.base}/app/password-resets/${token}`);
  await page.getByLabel(/Mật khẩu/).fill(password);
  await page.keyboard.press('Enter');
  await page.getByRole('alert').waitFor();
  await context.close();
});

test('the administrator checks the ledger and makes a backup', async () => {
  const context = await browser.newContext({ locale: 'vi-VN' });
  const [name, value] = administrator.cookie.split('=');
  await context.addCookies([{ name, value, url: installation.base }]);
  const page = await context.newPage();
  await page.goto(`${installation.base}/app/`);
  await page.getByRole('main').getByRole('link', { name: 'Hệ thống' }).click();
  await page.getByRole('button', { name: 'Kiểm tra toàn bộ sổ cái' }).click();
  await page.getByText('Sổ cái nguyên vẹn').waitFor();
  await page.getByText('Không có tác vụ nào lỗi.').waitFor();
  await page.getByRole('button', { name: 'Sao lưu ngay' }).click();
  await page.getByText('Đang sao lưu').waitFor();
  let made;
  for (let i = 0; i < 600 && !made; i++) {
    made = (await administrator.get('/api/installation')).backups[0];
    await new Promise((wait) => setTimeout(wait, 100));
  }
  await page.reload();
  await page.getByText(made.name).waitFor();
  assert.deepEqual(await axeViolations(page), []);
  await shoot(page, 'installation');
  assert.equal(await scrollsSideways(page), false);
  await context.close();
});
