// The page of a work for its readers: all of it without a script, handier with one.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { until } from './people.mjs';
import { axeViolations, end, launch, shoot, startDemo } from './support.mjs';

let demo, browser, work;
const read = async (path) => (await fetch(demo.base + path)).text();
before(async () => {
  demo = await startDemo();
  browser = await launch();
  const results = /href="(\/cuoc-thi\/[^"]*\/ket-qua)"/.exec(await read('/'))[1];
  await until(async () => (await read(results)).includes(' srcset='));
  work = /src="(\/tac-pham\/[^"]*)\/bia\//.exec(await read(results))[1];
});
after(() => end(browser, demo));

async function open(options = {}, prepare = () => {}) {
  const context = await browser.newContext({ locale: 'vi-VN', ...options });
  const page = await context.newPage();
  page.complaints = [];
  page.on('pageerror', (error) => page.complaints.push(String(error)));
  page.on('console', (line) => line.type() === 'error' && page.complaints.push(line.text()));
  await page.addInitScript(prepare);
  await page.goto(demo.base + work);
  return page;
}

const letters = (page) => page.locator('.prose').evaluate((text) => getComputedStyle(text).fontSize);

test('without a script: larger letters, a picture in full, the link to pass on, the next work', async () => {
  const page = await open({ javaScriptEnabled: false });
  const usual = await letters(page);
  await page.locator('summary[title="Cỡ chữ"]').click();
  await page.getByLabel('Rất lớn').check();
  assert.notEqual(await letters(page), usual);
  assert.equal(await page.getByRole('button', { name: 'Nghe bài' }).count(), 0);
  assert.equal(await page.getByRole('button', { name: 'In', exact: true }).count(), 0);
  await page.getByRole('link', { name: 'Chia sẻ', exact: true }).click();
  assert.match(page.url(), /#chia-se$/);
  await page.getByRole('heading', { name: 'Chia sẻ bài này' }).waitFor();
  const beside = page.getByRole('navigation', { name: 'Bài trước, bài sau' }).getByRole('link').first();
  const [address, title] = [await beside.getAttribute('href'), await beside.locator('b').innerText()];
  await beside.click();
  assert.equal(new URL(page.url()).pathname, address);
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
  await page.goto(demo.base + work);
  await page.locator('a.enlarge').first().click();
  assert.match(page.url(), /\.webp$|\/tep\//);
  await page.context().close();
});

test('with a script: the picture over the page, by keys and closed by Escape; the size of letters is kept', async () => {
  const page = await open();
  await page.locator('a.enlarge').first().click();
  const dialog = page.getByRole('dialog');
  await dialog.locator('img').waitFor();
  assert.deepEqual(await axeViolations(page), []);
  await shoot(page, 'reading-picture');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
  assert.equal(new URL(page.url()).pathname, work);

  await page.locator('summary[title="Cỡ chữ"]').click();
  await page.getByLabel('Lớn', { exact: true }).check();
  const large = await letters(page);
  await page.reload();
  assert.equal(await letters(page), large);
  await page.getByRole('button', { name: 'In', exact: true }).waitFor();
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});

test('with a script: the link is copied; where the device shares, it is asked', async () => {
  const copying = await open({ permissions: ['clipboard-read', 'clipboard-write'] }, () => {
    delete Navigator.prototype.share;
  });
  await copying.getByRole('link', { name: 'Chia sẻ', exact: true }).click();
  await copying.getByRole('status').getByText('Đã sao chép liên kết').waitFor();
  assert.equal(await copying.evaluate(() => navigator.clipboard.readText()), demo.base + work);
  await copying.context().close();

  const sharing = await open({}, () => {
    Navigator.prototype.share = async (link) => void (window.shared = link.url);
  });
  await sharing.getByRole('link', { name: 'Chia sẻ', exact: true }).click();
  assert.equal(await sharing.evaluate(() => window.shared), demo.base + work);
  await sharing.context().close();
});

test('the work is read aloud where the device has a Vietnamese voice, and nowhere else', async () => {
  const voices = (langs) => `
    window.said = [];
    Object.defineProperty(window, 'speechSynthesis', { value: Object.assign(new EventTarget(), {
      getVoices: () => ${JSON.stringify(langs)}.map((lang) => ({ lang })),
      speak: (one) => window.said.push(one.text), cancel: () => (window.said.length = 0) }) });
    window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };`;
  const deaf = await open({}, voices(['en-US']));
  assert.equal(await deaf.getByRole('button', { name: 'Nghe bài' }).count(), 0);
  await deaf.context().close();
  const page = await open({}, voices(['en-US', 'vi-VN']));
  await page.getByRole('button', { name: 'Nghe bài' }).click();
  const first = await page.locator('.prose p').first().innerText();
  assert.equal((await page.evaluate(() => window.said))[0], first.trim());
  await page.getByRole('button', { name: 'Dừng nghe' }).click();
  assert.deepEqual(await page.evaluate(() => window.said), []);
  await page.getByRole('button', { name: 'Nghe bài' }).waitFor();
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});
