// A published work's own picture as a browser gets it: in a size that fits, at a place that was held for it.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { pause, until } from './people.mjs';
import { end, launch, startDemo } from './support.mjs';

let demo, browser, results;
const read = async (path) => (await fetch(demo.base + path)).text();
before(async () => {
  demo = await startDemo();
  browser = await launch();
  results = /href="(\/cuoc-thi\/[^"]*\/ket-qua)"/.exec(await read('/'))[1];
  await until(async () => (await read(results)).includes(' srcset='));
});
after(() => end(browser, demo));

/**
 * How far things were pushed about while the page was read from top to bottom. Pictures come late; the web's fonts, which move letters a
 * little when they come, not at all.
 */
async function shifted(page) {
  await page.route(/\.woff2$/, (route) => route.abort());
  await page.route(/\/bia\/|\/hinh\//, async (route) => {
    await pause(200);
    await route.continue();
  });
  await page.addInitScript(() => {
    window.shifts = [];
    const told = (list) => window.shifts.push(...list.getEntries().map((one) => one.value));
    new PerformanceObserver(told).observe({
      type: 'layout-shift',
      buffered: true,
    });
  });
  return async () => {
    for (let y = 0; y < 12; ++y) {
      await page.mouse.wheel(0, 600);
      await page.waitForLoadState('networkidle');
    }
    return page.evaluate(() => window.shifts);
  };
}

test('a work with a picture shows a WebP size that fits, and nothing moves when it comes', async () => {
  const work = /src="(\/tac-pham\/[^"]*)\/bia\//.exec(await read(results))[1];
  for (const viewport of [
    { width: 390, height: 800 },
    { width: 1366, height: 768 },
  ]) {
    const page = await (await browser.newContext({ locale: 'vi-VN', viewport })).newPage();
    const shifts = await shifted(page);
    for (const path of ['/', results, work, '/tim-kiem']) {
      await page.goto(demo.base + path);
      assert.deepEqual(await shifts(), [], `${path} at ${viewport.width}`);
      assert.deepEqual(await page.locator('.picture[src*="/tep/"]').count(), 0, path);
      const sized = page.locator('.picture[srcset]:visible');
      const shown = () =>
        sized.evaluateAll((all) => all.filter((img) => img.naturalWidth > 0).map((img) => img.currentSrc));
      await until(async () => (await shown()).length === (await sized.count()));
      for (const source of await shown()) assert.match(source, /\/bia\/(400|800|1600)\.webp$/);
      if (path !== '/') assert.notEqual(await sized.count(), 0, path);
    }
    await page.context().close();
  }
});

test('who passes on a work with a picture gets its largest JPEG', async () => {
  const work = /src="(\/tac-pham\/[^"]*)\/bia\//.exec(await read(results))[1];
  const [, image] = /property="og:image" content="([^"]*)"/.exec(await read(work));
  assert.equal(new URL(image).pathname, `${work}/bia/1600.jpg`);
  const answer = await fetch(demo.base + new URL(image).pathname);
  assert.equal(answer.headers.get('content-type'), 'image/jpeg');
  assert.deepEqual([...new Uint8Array(await answer.arrayBuffer()).subarray(0, 2)], [0xff, 0xd8]);
});
