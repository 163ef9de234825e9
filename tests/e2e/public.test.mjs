// What anybody can read without an account and without JavaScript: rules, counts, search, exemplars, feeds, PDFs. Every page passes axe and
// is photographed at two widths.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { axeViolations, launch, shoot, startDemo } from './support.mjs';

let demo, browser, page;
before(async () => {
  demo = await startDemo();
  browser = await launch();
  // axe is a script: a second context reads the same page with JavaScript.
  page = await (await browser.newContext({ locale: 'vi-VN' })).newPage();
});
after(async () => {
  await browser?.close();
  await demo?.remove();
});

/** The page without JavaScript has what `find` says; with it, it passes axe and does not scroll sideways. */
async function good(path, name, find = async () => {}) {
  const plain = await browser.newContext({ locale: 'vi-VN', javaScriptEnabled: false });
  const bare = await plain.newPage();
  const answer = await bare.goto(demo.base + path);
  assert.equal(answer.status(), 200, path);
  await find(bare);
  await plain.close();
  await page.goto(demo.base + path);
  assert.deepEqual(await axeViolations(page), [], name);
  await shoot(page, name);
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth), false, `${name} scrolls sideways`);
}

const text = async (path) => (await fetch(demo.base + path)).text();
const openContest = async () => /\/cuoc-thi\/([^"/]+)"/.exec(await text('/'))[1];

test('an open contest tells its rules article by article, how long is left and where to enter', async () => {
  await good(`/cuoc-thi/${await openContest()}`, 'contest-open', async (bare) => {
    await bare.getByRole('heading', { level: 2, name: 'Điều 1. Giới thiệu' }).waitFor();
    await bare.getByText(/^Còn \d+ ngày$/).waitFor();
    assert.match(await bare.getByRole('link', { name: 'Dự thi' }).getAttribute('href'), /^\/app\/contests\/\d+\/enter$/);
    assert.equal(await bare.getByText('publishing.').count(), 0);
  });
});

test('a contest whose rules allow it shows how many works came in', async () => {
  await good('/cuoc-thi/guong-sang-2026', 'contest-counts', async (bare) => {
    await bare.getByRole('heading', { level: 2, name: 'Tác phẩm đã nhận' }).waitFor();
    await bare.getByText('Ban Tổ chức đã nhận 200 tác phẩm dự thi.').waitFor();
    for (const caption of ['Theo lĩnh vực', 'Theo loại đơn vị của nhân vật']) {
      const numbers = await bare.getByRole('table', { name: caption }).locator('td.number').allTextContents();
      assert.equal(numbers.reduce((sum, n) => sum + Number(n), 0), 200, caption);
    }
    assert.equal(await bare.locator('[style]').count(), 0);
  });
});
