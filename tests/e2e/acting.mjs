// Acting as people do: with a hand that counts what it does, by touch, by keyboard alone; and looking at a page at every width.
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

/** Closes pages that complained of nothing. */
export async function leave(...pages) {
  for (const page of pages) {
    assert.deepEqual(page.complaints, []);
    await page.context().close();
  }
}

export const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };

/**
 * Works on a page and counts clicks or taps, and fields typed in. Typing into a field is one typed field however it was reached;
 * choosing from a list is two clicks, one opens it.
 */
export class Hand {
  clicks = 0;
  typed = 0;

  constructor(page, { touch = false } = {}) {
    this.page = page;
    this.touch = touch;
  }

  async click(target) {
    await target.waitFor();
    this.clicks += 1;
    await (this.touch ? target.tap() : target.click());
  }

  async choose(list, label) {
    this.clicks += 2;
    await list.selectOption({ label });
  }

  async type(field, text) {
    this.typed += 1;
    await field.focus();
    await this.page.keyboard.type(text);
  }

  /** Fails above the limits, and says what was counted. */
  within({ clicks, typed }, what) {
    const counted = `${what}: ${this.clicks} clicks, ${this.typed} typed fields`;
    assert.ok(this.clicks <= clicks, `${counted}; at most ${clicks} clicks`);
    assert.ok(this.typed <= typed, `${counted}; at most ${typed} typed fields`);
  }
}

/** Reaches by the Tab key alone what is called so: by its label, its text, or what it is named for who listens. */
export async function tabTo(page, name, most = 80) {
  const passed = [];
  for (let i = 0; i < most; i++) {
    await page.keyboard.press('Tab');
    const called = await page.evaluate(() => {
      const at = document.activeElement;
      const label = at?.labels?.[0];
      return [at?.getAttribute('aria-label'), label?.firstChild?.textContent, label?.textContent, at?.innerText].map(
        (text) => text?.trim() ?? '',
      );
    });
    if (called.some((text) => (name instanceof RegExp ? name.test(text) : text === name))) return;
    passed.push(called.find(Boolean)?.split('\n')[0] ?? '');
  }
  assert.fail(`no Tab reaches ${name}: ${passed.join(' | ')}`);
}

/** Bytes of JavaScript that the page has been sent, as they were compressed. */
export function scriptBytes(page) {
  return page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .filter(({ name }) => new URL(name).pathname.endsWith('.js'))
      .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0),
  );
}

/** No violation in either theme and nothing sideways at the four widths; pictures of all. */
export async function assertGood(page, name) {
  const before = page.viewportSize();
  for (const width of [360, 768, 1280, 1920]) {
    await page.setViewportSize({ width, height: 800 });
    await page.evaluate(() => scrollTo(0, 0)); // a target half below the bar is not as large as it is
    assert.deepEqual(await axeViolations(page), [], `${name} at ${width}`);
    assert.equal(await scrollsSideways(page), false, `${name} scrolls sideways at ${width}`);
  }
  await shoot(page, name);
  await page.setViewportSize(before);
}
