// A hand that works on a page and counts what it does: clicks or taps, fields typed in, keys. Typing into a field is one typed field
// however it was reached; choosing from a list is two clicks, one opens it.
import assert from 'node:assert/strict';

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

/** Reaches what has this name by the Tab key alone. */
export async function tabTo(page, name, most = 60) {
  for (let i = 0; i < most; i++) {
    await page.keyboard.press('Tab');
    const found = await page.evaluate(() => {
      const at = document.activeElement;
      const label = at?.labels?.[0];
      return [at?.getAttribute('aria-label'), label?.firstChild?.textContent, label?.textContent, at?.textContent].map(
        (text) => text?.trim() ?? '',
      );
    });
    if (found.some((text) => (name instanceof RegExp ? name.test(text) : text === name))) return;
  }
  assert.fail(`${name} is not reached by the Tab key`);
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
