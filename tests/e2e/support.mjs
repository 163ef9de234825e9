// What the browser tests share: a demo installation of their own, a browser, axe, screenshots.
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { outsideContract } from './contract.mjs';
import { Installation } from './service.mjs';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const shots = new URL('./shots/', import.meta.url).pathname;
mkdirSync(shots, { recursive: true });

/** An installation filled with the demo and serving it. */
export async function startDemo(settings = {}) {
  const installation = new Installation(settings);
  installation.run(['demo']);
  installation.accounts = JSON.parse(readFileSync(join(installation.data, 'demo-accounts.json'), 'utf8'));
  return installation.serve();
}

/** What is outside the contract in an answer that a page got; one whose page has gone cannot be read. */
async function faultsOfResponse(response) {
  const url = new URL(response.url());
  if (!url.pathname.startsWith('/api/')) return [];
  const [lines, text] = await Promise.all([response.headersArray(), response.text()]).catch(() => []);
  if (lines === undefined) return [];
  const headers = new Headers(lines.map(({ name, value }) => [name, value]));
  const method = response.request().method();
  return outsideContract({ method, url, status: response.status(), headers, text });
}

const checks = [];

/** A browser whose pages' calls are held against the contract; `end` tells what was outside it. */
export async function launch() {
  const browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-dev-shm-usage',
    ],
  });
  const { newContext } = browser;
  browser.newContext = async (...options) => {
    const context = await newContext.apply(browser, options);
    return context.on('response', (response) => checks.push(faultsOfResponse(response)));
  };
  return browser;
}

/** Closes the browser, ends the service, and fails if a page got an answer outside the contract. */
export async function end(browser, installation) {
  await browser?.close();
  await installation?.remove();
  const faults = (await Promise.all(checks)).flat();
  if (faults.length) throw new Error(`pages got answers outside the contract:\n  ${[...new Set(faults)].join('\n  ')}`);
}

const themes = ['light', 'dark'];

/** Violations of WCAG 2.2 AA on the page in either theme, as short lines. */
export async function axeViolations(page) {
  await page.evaluate(axeSource);
  const found = [];
  for (const colorScheme of themes) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' }); // colours as they stand, none on its way
    const { violations } = await page.evaluate(() =>
      window.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }),
    );
    found.push(
      ...violations.map((v) => `${colorScheme}: ${v.id}: ${v.nodes.map((n) => n.target.join(' ')).join(', ')}`),
    );
  }
  await page.emulateMedia({ colorScheme: themes[0] });
  return found;
}

/** Whether the page is wider than its window, once it has answered to the width that the window has now. */
export function scrollsSideways(page) {
  const drawn = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  return page.evaluate(drawn).then(() => page.evaluate(() => document.documentElement.scrollWidth > innerWidth));
}

/** Pictures of the page on a phone, a tablet and a desk, in both themes, in a folder that git ignores. */
export async function shoot(page, name) {
  const before = page.viewportSize();
  await page.evaluate(() => scrollTo(0, 0));
  for (const colorScheme of themes) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' }); // colours as they stand, none on its way
    for (const width of [360, 768, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      await page.screenshot({
        path: `${shots}${name}-${width}${colorScheme === 'dark' ? '-dark' : ''}.png`,
        fullPage: true,
      });
    }
  }
  await page.emulateMedia({ colorScheme: themes[0] });
  if (before) await page.setViewportSize(before);
}
