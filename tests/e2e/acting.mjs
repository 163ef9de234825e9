// Acting as people do: by clicks that are counted, by touch, by keyboard alone; and looking at a page at every width.
import assert from 'node:assert/strict';
import { axeViolations, scrollsSideways, shoot } from './support.mjs';

/** A page of somebody who is signed in, or of nobody. */
export async function pageOf(browser, installation, person, options = {}) {
  const context = await browser.newContext({ locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh', ...options });
  if (person) {
    const [name, value] = person.cookie.split('=');
    await context.addCookies([{ name, value, url: installation.base }]);
  }
  const page = await context.newPage();
  page.complaints = [];
  page.on('pageerror', (error) => page.complaints.push(String(error)));
  return page;
}

export const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };

/** Clicks that are counted. */
export function counting() {
  const clicks = { count: 0 };
  clicks.on = async (locator) => {
    clicks.count += 1;
    await locator.click();
  };
  return clicks;
}

const focused = (page) =>
  page.evaluate(() => {
    const at = document.activeElement;
    const label = at.labels?.[0]?.innerText ?? '';
    return `${at.getAttribute('aria-label') ?? ''} ${at.innerText ?? ''} ${label}`.trim();
  });

/** Goes with the Tab key until what has the focus is called so. */
export async function tabTo(page, called, most = 80) {
  const seen = [];
  for (let i = 0; i < most; i++) {
    await page.keyboard.press('Tab');
    const at = await focused(page);
    if (called.test(at)) return;
    seen.push(at.split('\n')[0]);
  }
  assert.fail(`no Tab reaches ${called}: ${seen.join(' | ')}`);
}

/** No violation in either theme and nothing sideways at the four widths; pictures of all. */
export async function assertGood(page, name) {
  const before = page.viewportSize();
  for (const width of [360, 768, 1280, 1920]) {
    await page.setViewportSize({ width, height: 800 });
    assert.deepEqual(await axeViolations(page), [], `${name} at ${width}`);
    assert.equal(await scrollsSideways(page), false, `${name} scrolls sideways at ${width}`);
  }
  await shoot(page, name);
  await page.setViewportSize(before);
}
