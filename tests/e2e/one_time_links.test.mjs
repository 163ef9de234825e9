// One-time links carry their secret after the '#': no address that is asked for has it, so no proxy's log, no
// referrer and no log of the service. Links that earlier releases handed out go on working.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { board, openContest, password } from './people.mjs';
import { Installation, Person } from './service.mjs';
import { axeViolations, end, launch } from './support.mjs';

let installation, browser, administrator, organiser, contest;
before(async () => {
  installation = await new Installation().serve();
  browser = await launch();
  ({ administrator, organiser } = await board(installation));
  ({ contest } = await openContest(organiser));
});
after(() => end(browser, installation));

const invitation = () => organiser.post(`/api/contests/${contest}/invitations`, { role: 'inspector' });

async function resetLink(identifier) {
  await Person.registered(installation, identifier, 'Lê Văn Quên');
  await new Person(installation).must('POST', '/api/password-resets', { identifier });
  const { items } = await administrator.get('/api/password-resets');
  const { id } = items.find(({ account }) => account.email === identifier);
  return administrator.post(`/api/password-resets/${id}/link`);
}

/** A page, and all that its requests tell in addresses and headers. */
async function watched(options = {}) {
  const context = await browser.newContext({ locale: 'vi-VN', viewport: { width: 360, height: 740 }, ...options });
  const page = await context.newPage();
  const told = [];
  page.on('request', (request) => told.push(`${request.url().split('#')[0]} ${JSON.stringify(request.headers())}`));
  return { context, page, told };
}

const telling = (told, token) => told.filter((text) => text.includes(token));

test('an invitation is read, an account registered and the role taken on, and no address has the secret', async () => {
  const { link, token } = await invitation();
  assert.equal(link.split('#')[1], token);
  const { context, page, told } = await watched();
  await page.goto(link.replace(/^https?:\/\/[^/]+/, installation.base));
  await page.getByRole('link', { name: /Đăng ký/ }).click();
  await page.reload(); // where one registers is kept over it too
  await page.getByLabel('Họ và tên').fill('Phạm Giám Sát');
  await page.getByLabel('Email hoặc số điện thoại').fill('giam-sat@thi.test');
  await page.getByLabel(/Mật khẩu/).fill(password);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Nhận lời' }).waitFor();
  await page.keyboard.press('Tab'); // to the content: it is still the page of this invitation
  await page.evaluate(() => (location.hash = '#main'));
  await page.getByRole('button', { name: 'Nhận lời' }).click();
  await page.waitForURL(`**/app/contests/${contest}`);
  assert.deepEqual(telling(told, token), []);
  assert.equal(installation.log.includes(token), false);
  await context.close();
});

test('a password is set anew, and no address has the secret', async () => {
  const { link, token } = await resetLink('quen@thi.test');
  assert.equal(link.split('#')[1], token);
  const { context, page, told } = await watched();
  await page.goto(link.replace(/^https?:\/\/[^/]+/, installation.base));
  await page.getByLabel(/Mật khẩu/).fill('một mật khẩu mới tinh');
  await page.keyboard.press('Enter');
  await page.getByText('Đã đặt mật khẩu mới').waitFor();
  assert.deepEqual(telling(told, token), []);
  assert.equal(installation.log.includes(token), false);
  await Person.signedIn(installation, 'quen@thi.test', 'một mật khẩu mới tinh');
  await context.close();
});

test('links that an earlier release handed out lead on', async () => {
  const reset = await resetLink('quen-lau@thi.test');
  const { context, page, told } = await watched();
  await page.goto(`${installation.base}/app/password-resets/${reset.token}`);
  await page.waitForURL(`**/app/password-resets#${reset.token}`);
  await page.getByLabel(/Mật khẩu/).fill('một mật khẩu mới tinh');
  assert.deepEqual(await axeViolations(page), []);
  await page.keyboard.press('Enter');
  await page.getByText('Đã đặt mật khẩu mới').waitFor();
  assert.equal(telling(told, `/${reset.token}`).filter((text) => !text.includes('"referer"')).length, 1);

  const { token } = await invitation();
  const inspector = await Person.registered(installation, 'giam-sat-hai@thi.test', 'Phạm Thị Hai');
  const [name, value] = inspector.cookie.split('=');
  await context.addCookies([{ name, value, url: installation.base }]);
  await page.goto(`${installation.base}/app/invitations/${token}`);
  await page.waitForURL(`**/app/invitations#${token}`);
  await page.getByRole('button', { name: 'Nhận lời' }).click();
  await page.waitForURL(`**/app/contests/${contest}`);
  await context.close();
});
