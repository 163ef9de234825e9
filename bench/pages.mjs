// What pages cost on a phone: Lighthouse's scores of the public pages (slow 4G and a processor four times slower, simulated by
// Lighthouse as its mobile profile is), the bytes that a desk's first screen needs, the time from a key to the next work, and how
// smoothly a table of 10,000 entries scrolls.
import { spawn } from 'node:child_process';
import lighthouse from 'lighthouse';
import { freePort, Installation, Person } from '../tests/e2e/service.mjs';
import { board, draft, invited, openContest } from '../tests/e2e/people.mjs';
import { launch, startDemo } from '../tests/e2e/support.mjs';

const demo = await startDemo();
const kB = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;
const median = (numbers) => numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

async function signedIn(role) {
  const account = demo.accounts.find((candidate) => candidate.role === role);
  return Person.signedIn(demo, account.identifier, account.password);
}

/** A page of a fresh browser, its person signed in, and the compressed bytes that came, by kind. */
async function desk(browser, person, installation = demo) {
  const context = await browser.newContext({ locale: 'vi-VN' });
  const [name, value] = person.cookie.split('=');
  await context.addCookies([{ name, value, url: installation.base }]);
  const page = await context.newPage();
  const network = await context.newCDPSession(page);
  await network.send('Network.enable');
  const kinds = new Map();
  const bytes = {};
  network.on('Network.responseReceived', ({ requestId, type }) => kinds.set(requestId, type));
  network.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const kind = kinds.get(requestId);
    bytes[kind] = (bytes[kind] ?? 0) + encodedDataLength;
  });
  return { page, bytes, close: () => context.close() };
}

/** Addresses of a public page of each kind. */
async function publicAddresses() {
  const { items } = await new Person(demo).get('/api/contests');
  const published = items.find(({ state }) => state === 'published');
  const [work] = (await new Person(demo).get(`/api/contests/${published.id}/works`)).items;
  return ['/', `/cuoc-thi/${published.slug}`, `/cuoc-thi/${published.slug}/ket-qua`, `/tac-pham/${work.slug}`];
}

/** The largest contentful paint as the browser saw it, with its network and processor really slowed down. */
async function slowedDown(browser, addresses) {
  for (const address of addresses) {
    const times = [];
    for (let turn = 0; turn < 5; turn++) {
      const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
      const page = await context.newPage();
      const devtools = await context.newCDPSession(page);
      await devtools.send('Network.enable');
      await devtools.send('Network.emulateNetworkConditions', {
        offline: false,
        latency: 150,
        downloadThroughput: 1_600_000 / 8,
        uploadThroughput: 750_000 / 8,
      });
      await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 });
      await page.goto(demo.base + address, { waitUntil: 'networkidle' });
      times.push(
        await page.evaluate(
          () =>
            new Promise((done) =>
              new PerformanceObserver((list) => done(list.getEntries().at(-1).startTime)).observe({
                type: 'largest-contentful-paint',
                buffered: true,
              }),
            ),
        ),
      );
      await context.close();
    }
    console.log(
      `${address}: largest contentful paint ${median(times).toFixed(0)} ms at 150 ms and 1.6 Mbit/s, processor x4`,
    );
  }
}

async function publicPages(addresses) {
  const port = await freePort();
  const chromium = spawn(
    '/usr/bin/chromium',
    ['--headless=new', '--no-sandbox', '--disable-gpu', `--remote-debugging-port=${port}`, 'about:blank'],
    { stdio: 'ignore' },
  );
  for (let i = 0; i < 100 && !(await fetch(`http://127.0.0.1:${port}/json/version`).catch(() => undefined)); i++)
    await new Promise((wait) => setTimeout(wait, 100));
  console.log('page | performance | accessibility | best practices | SEO | LCP | transferred');
  for (const address of addresses) {
    const { lhr } = await lighthouse(demo.base + address, { port, logLevel: 'error' });
    const scores = ['performance', 'accessibility', 'best-practices', 'seo'].map((name) =>
      Math.round(lhr.categories[name].score * 100),
    );
    const { audits } = lhr;
    console.log(
      [
        address,
        ...scores,
        `${Math.round(audits['largest-contentful-paint'].numericValue)} ms`,
        kB(audits['total-byte-weight'].numericValue),
      ].join(' | '),
    );
    const failed = Object.values(audits).filter(
      ({ score, scoreDisplayMode }) => score !== null && score < 0.9 && scoreDisplayMode !== 'informative',
    );
    for (const { id, title, displayValue } of failed) console.log(`  ${id}: ${title} ${displayValue ?? ''}`);
  }
  chromium.kill();
}

async function firstScreens(browser) {
  const entrant = await signedIn('entrant');
  const judge = await signedIn('judge');
  const [judged] = (await judge.get('/api/judging/contests')).items.filter(({ state }) => state === 'judging');
  const works = (await judge.get(`/api/contests/${judged.contest}/judge/works?limit=50`)).items;
  const screens = [
    ["entrant's first screen", entrant, '/app/'],
    ["judge's first screen", judge, '/app/'],
    ['judge reads a work', judge, `/app/judging/${judged.contest}/${works[0].code}`],
  ];
  for (const [name, person, address] of screens) {
    const { page, bytes, close } = await desk(browser, person);
    await page.goto(demo.base + address, { waitUntil: 'networkidle' });
    console.log(
      `${name}: JavaScript ${kB(bytes.Script ?? 0)}, style ${kB(bytes.Stylesheet ?? 0)}, fonts ${kB(bytes.Font ?? 0)}`,
    );
    await close();
  }
  return { judge, contest: judged.contest, works };
}

/** From the key to the next work's heading in sight, when it was fetched before. */
async function nextWork(browser, { judge, contest, works }) {
  const { page, close } = await desk(browser, judge);
  await page.goto(`${demo.base}/app/judging/${contest}/${works[0].code}`);
  await page.locator('h1').waitFor();
  const times = [];
  for (const { title } of works.slice(1, 12)) {
    await page.waitForLoadState('networkidle');
    times.push(
      await page.evaluate(
        (wanted) =>
          new Promise((done) => {
            const begun = performance.now();
            const look = () =>
              document.querySelector('h1')?.textContent === wanted
                ? done(performance.now() - begun)
                : requestAnimationFrame(look);
            window.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', altKey: true }));
            look();
          }),
        title,
      ),
    );
  }
  console.log(`to the next work: median ${median(times).toFixed(0)} ms, slowest ${Math.max(...times).toFixed(0)} ms`);
  await close();
}

const kEntries = 10_000;

/** An installation whose secretary's list has 10,000 entries, handed in by two coordinators. */
async function crowded() {
  const installation = await new Installation().serve();
  const { administrator, organiser } = await board(installation);
  const { contest } = await openContest(organiser);
  const secretary = await invited(organiser, contest, 'secretary', 'thu-ky@thi.test', 'Lê Thư Ký');
  const unit = (await administrator.get('/api/units?q=tinh+binh+dinh')).items[0].id;
  for (const n of [1, 2]) {
    const coordinator = await Person.registered(installation, `dau-moi-${n}@thi.test`, 'Võ Đầu Mối');
    await administrator.post('/api/grants', { account: coordinator.id, role: 'coordinator', unit });
    let left = kEntries / 2;
    const handIn = async () => {
      while (left-- > 0) {
        const work = {
          ...draft('bai-viet', `Người thứ ${left} của đơn vị ${n}`),
          author: { name: `Nguyễn Văn ${left}`, unit, contact: '0905000111' },
        };
        const { id, revision } = await coordinator.post(`/api/contests/${contest}/entries`, work);
        await coordinator.postAt(`/api/entries/${id}/submit`, revision);
      }
    };
    await Promise.all(Array.from({ length: 16 }, handIn));
  }
  return { installation, secretary, contest };
}

/** Scrolls by 100 px in each frame for five seconds; gives the intervals between frames in ms. */
function scrolled(page) {
  return page.evaluate(
    () =>
      new Promise((done) => {
        const intervals = [];
        let last = performance.now();
        const begun = last;
        const step = (now) => {
          intervals.push(now - last);
          last = now;
          scrollBy(0, 100);
          if (now - begun < 5000) requestAnimationFrame(step);
          else done(intervals.slice(2));
        };
        requestAnimationFrame(step);
      }),
  );
}

function smoothness(name, intervals) {
  const sorted = intervals.sort((a, b) => a - b);
  const at = (share) => sorted[Math.floor(share * sorted.length)];
  const late = (100 * sorted.filter((ms) => ms > 20).length) / sorted.length;
  console.log(
    `${name}: ${(1000 / at(0.5)).toFixed(0)} frames/s in the middle, 95th percentile ${at(0.95).toFixed(1)} ms, ${late.toFixed(1)} % over 20 ms`,
  );
  return sorted.length;
}

/** The entries' table against a page of plain lines, which only has to be moved. */
async function scrolling(browser) {
  const { installation, secretary, contest } = await crowded();
  try {
    const { page, close } = await desk(browser, secretary, installation);
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.goto(`${installation.base}/app/contests/${contest}/entries`, { waitUntil: 'networkidle' });
    const table = smoothness(`a table of ${kEntries} entries`, await scrolled(page));
    await page.goto('about:blank');
    await page.evaluate(
      (rows) =>
        (document.body.innerHTML = Array.from(
          { length: rows },
          (_, i) => `<p style="height:3rem;margin:0">${i}</p>`,
        ).join('')),
      kEntries,
    );
    const plain = smoothness('plain lines', await scrolled(page));
    console.log(`frames in five seconds, table to plain lines: ${(table / plain).toFixed(2)}`);
    await close();
  } finally {
    await installation.remove();
  }
}

try {
  const addresses = await publicAddresses();
  await publicPages(addresses);
  const browser = await launch();
  await slowedDown(browser, addresses);
  await nextWork(browser, await firstScreens(browser));
  await scrolling(browser);
  await browser.close();
} finally {
  await demo.remove();
}
