// Signing in while somebody guesses at the account: the page works for a few seconds, says so, and lets the owner in.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { password } from './people.mjs';
import { Installation, Person } from './service.mjs';
import { axeViolations, end, launch, scrollsSideways, shoot } from './support.mjs';

const identifier = 'chu-tai-khoan@thi.test';
let installation, browser;
before(async () => {
  installation = await new Installation({ GUONG_TRUSTED_PROXIES: '127.0.0.1' }).serve();
  browser = await launch();
  await new Person(installation).must('POST', '/api/accounts', { identifier, name: 'Lê Thị Chủ', password });
});
after(() => end(browser, installation));

async function guess(times) {
  for (let i = 0; i < times; i++)
    await new Person(installation).call(
      'POST',
      '/api/sessions',
      { identifier, password: 'đoán bừa' },
      { 'X-Forwarded-For': `203.0.113.${i}` },
    );
}

async function fill(page, typed) {
  await page.goto(`${installation.base}/app/`);
  await page.getByLabel('Email hoặc số điện thoại').fill(identifier);
  await page.getByLabel('Mật khẩu').fill(typed);
  await page.keyboard.press('Enter');
}

test('the owner signs in on a new phone while others guess, and on a known one without a check', async () => {
  await guess(12);
  const context = await browser.newContext({ locale: 'vi-VN', viewport: { width: 360, height: 740 } });
  const page = await context.newPage();
  const problems = [];
  page.on('pageerror', (error) => problems.push(error.message));
  // The answer with the challenge; the proof is kept back until the page has been looked at.
  let goOn;
  const looked = new Promise((resolve) => (goOn = resolve));
  const sent = [];
  await page.route('**/api/sessions', async (route) => {
    if (route.request().method() !== 'POST') return route.continue();
    sent.push(route.request().postDataJSON());
    if (sent.at(-1).proof) await looked;
    return route.continue();
  });

  await fill(page, password);
  await page.getByRole('button', { name: 'Đang kiểm tra…' }).waitFor();
  await page.getByText('mời bạn đợi vài giây').waitFor();
  assert.deepEqual(await axeViolations(page), []);
  await shoot(page, 'sign-in-checking');
  assert.equal(await scrollsSideways(page), false);
  goOn();
  await page.getByRole('link', { name: 'Việc của tôi' }).waitFor();
  assert.deepEqual(
    sent.map(({ proof }) => Boolean(proof)),
    [false, true],
  );

  const session = (await context.cookies()).find(({ name }) => name === 'guong_session');
  await context.clearCookies({ name: session.name });
  await fill(page, password);
  await page.getByRole('link', { name: 'Việc của tôi' }).waitFor();
  assert.equal(sent.length, 3);
  assert.equal(sent[2].proof, undefined);
  assert.deepEqual(problems, []);
  await context.close();
});
