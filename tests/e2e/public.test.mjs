// What anybody can read without an account and without JavaScript: rules, counts, search, exemplars, feeds, PDFs. Every page passes axe and
// is photographed at two widths.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createHash, createPublicKey, verify } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { get } from 'node:http';
import { after, before, test } from 'node:test';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { Person } from './service.mjs';
import { axeViolations, end, launch, scrollsSideways, shoot, startDemo } from './support.mjs';

let demo, browser, page;
before(async () => {
  demo = await startDemo();
  browser = await launch();
  // axe is a script: a second context reads the same page with JavaScript.
  page = await (await browser.newContext({ locale: 'vi-VN' })).newPage();
});
after(() => end(browser, demo));

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
  assert.equal(await scrollsSideways(page), false, `${name} scrolls sideways`);
}

/** What pdftotext reads in a PDF; its first pages are put among the screenshots. */
function pdfText(bytes, name) {
  const folder = new URL('./shots/', import.meta.url).pathname;
  mkdirSync(folder, { recursive: true });
  const file = `${folder}${name}.pdf`;
  writeFileSync(file, bytes);
  execFileSync('pdftoppm', ['-r', '70', '-png', file, `${folder}${name}`]);
  return execFileSync('pdftotext', ['-enc', 'UTF-8', file, '-'], { encoding: 'utf8' });
}

const text = async (path) => (await fetch(demo.base + path)).text();
const openContest = async () => /\/cuoc-thi\/([^"/]+)"/.exec(await text('/'))[1];

test('the first page tells what is open now and how long is left', async () => {
  await good('/', 'home', async (bare) => {
    const open = bare.locator('section').filter({ has: bare.getByRole('heading', { name: 'Đang nhận bài' }) });
    await open.getByRole('img', { name: /^Còn \d+ ngày$/ }).waitFor();
    assert.match(await open.locator('dl').innerText(), /^Hạn nộp bài\s\d\d\/\d\d\/\d{4} \d\d:\d\d\s/);
    assert.equal(await bare.getByRole('img', { name: /^Còn / }).count(), 1); // a contest that is judged has no time left
  });
});

test('an open contest tells its rules article by article, how long is left and where to enter', async () => {
  await good(`/cuoc-thi/${await openContest()}`, 'contest-open', async (bare) => {
    await bare.getByRole('heading', { level: 3, name: 'Điều 1. Giới thiệu' }).waitFor();
    await bare.getByRole('img', { name: /^Còn \d+ ngày$/ }).waitFor();
    await bare.getByRole('navigation', { name: 'Mục lục thể lệ' }).getByRole('link', { name: 'Giải thưởng' }).click();
    assert.ok(
      await bare
        .getByRole('heading', { level: 3, name: /Giải thưởng$/ })
        .evaluate((heading) => heading.getBoundingClientRect().top < 100),
    );
    assert.match(
      await bare
        .getByRole('complementary', { name: 'Dự thi' })
        .getByRole('link', { name: 'Dự thi', exact: true })
        .getAttribute('href'),
      /^\/app\/contests\/\d+\/enter$/,
    );
    assert.equal(await bare.getByText('publishing.').count(), 0);
  });
});

test('a contest whose rules allow it shows how many works came in', async () => {
  await good('/cuoc-thi/guong-sang-2026', 'contest-counts', async (bare) => {
    await bare.getByRole('heading', { level: 3, name: 'Tác phẩm đã nhận' }).waitFor();
    await bare.getByText('Ban Tổ chức đã nhận 200 tác phẩm dự thi.').waitFor();
    for (const caption of ['Theo lĩnh vực', 'Theo loại đơn vị của nhân vật']) {
      const numbers = await bare.getByRole('table', { name: caption }).locator('td.number').allTextContents();
      assert.equal(
        numbers.reduce((sum, n) => sum + Number(n), 0),
        200,
        caption,
      );
    }
    assert.equal(await bare.locator('[style]').count(), 0);
  });
});

test('feeds name what is new, and stay the same while nothing is', async () => {
  const atom = await fetch(demo.base + '/feed.atom');
  assert.match(atom.headers.get('content-type'), /^application\/atom\+xml/);
  const xml = await atom.text();
  await page.goto('about:blank'); // where no page's policy keeps the test from parsing
  const parsed = await page.evaluate((source) => {
    const root = new DOMParser().parseFromString(source, 'application/xml');
    const text = (node, name) => node.getElementsByTagName(name)[0]?.textContent;
    return {
      error: root.querySelector('parsererror')?.textContent,
      entries: [...root.getElementsByTagName('entry')].map((e) => [
        text(e, 'id'),
        text(e, 'title'),
        text(e, 'updated'),
      ]),
    };
  }, xml);
  assert.equal(parsed.error, undefined);
  assert.equal(parsed.entries.length, 4); // three contests, one result
  assert.ok(parsed.entries.some(([, title]) => title === 'Kết quả: Gương sáng quê hương Gia Lai 2025'));
  const again = await fetch(demo.base + '/feed.atom', { headers: { 'If-None-Match': atom.headers.get('etag') } });
  assert.equal(again.status, 304);

  const feed = await (await fetch(demo.base + '/feed.json')).json();
  assert.equal(feed.version, 'https://jsonfeed.org/version/1.1');
  assert.deepEqual(
    feed.items.map((item) => item.id),
    parsed.entries.map(([id]) => id),
  );
  const home = await text('/');
  for (const type of ['application/atom+xml', 'application/feed+json'])
    assert.ok(home.includes(`type="${type}"`), type);
});

test('published works are found without diacritics, and nothing else is', async () => {
  await good('/tim-kiem', 'search-empty', async (bare) => {
    await bare.goto(demo.base + '/');
    await bare.getByRole('link', { name: 'Tìm bài, người, đơn vị' }).click();
    await bare.getByLabel(/Tên tác phẩm/).fill('guong sang gia lai 2025');
    await bare.getByRole('button', { name: 'Tìm' }).click();
    assert.ok((await bare.locator('main .work-card h2 a').count()) > 3);
  });
  await good('/tim-kiem?q=guong+sang', 'search-found');
  await good('/en/search?q=binh', 'search-found-en');
  await good('/tim-kiem?q=kh%C3%B4ng%20c%C3%B3%20%C4%91%C3%A2u', 'search-nothing', async (bare) => {
    await bare.getByRole('heading', { name: 'Chưa thấy tác phẩm nào với “không có đâu”' }).waitFor();
  });
  const answer = await fetch(demo.base + '/tim-kiem?q=%ff%fe&cursor=abc');
  assert.equal(answer.status, 200);
});

test('prizes of a category say so on the page of results, where each category has a first prize', async () => {
  const results = await text('/cuoc-thi/guong-sang-nam-truoc/ket-qua');
  const prizes = [...results.matchAll(/<th scope="row">(.*?)<\/th>/gs)].map(([, cell]) => cell.replace(/<[^>]*>/g, ''));
  assert.ok(prizes.length > 3);
  for (const prize of prizes) assert.match(prize, /^Giải .* Bài viết$/);
});

test("a work leads to its exemplar's page and tells those who pass it on what it is", async () => {
  const results = await text('/cuoc-thi/guong-sang-nam-truoc/ket-qua');
  const work = /\/tac-pham\/[a-z0-9-]+/.exec(results)[0];
  const html = await text(work);
  assert.match(html, /property="og:type" content="article"/);
  const exemplar = /\/dien-hinh\/[a-z0-9-]+/.exec(html)[0];
  await good(exemplar, 'exemplar', async (bare) => {
    assert.ok((await bare.locator(`main .work-card a[href="${work}"]`).count()) === 1);
  });
  assert.equal((await fetch(demo.base + '/dien-hinh/khong-ai')).status, 404);
});

test('an address that leads nowhere says so as a page, and the way back', async () => {
  const bare = await (await browser.newContext({ locale: 'vi-VN', javaScriptEnabled: false })).newPage();
  for (const path of ['/khong-co-trang-nay', '/tac-pham/khong-co', '/cuoc-thi/khong-co/ket-qua']) {
    assert.equal((await bare.goto(demo.base + path)).status(), 404, path);
    await bare.getByRole('heading', { level: 1, name: 'Không tìm thấy trang' }).waitFor();
  }
  await bare.locator('main').getByRole('link', { name: 'Cuộc thi' }).click();
  await bare.waitForURL(demo.base + '/cuoc-thi');
  await bare.context().close();
  await page.goto(demo.base + '/en/nowhere');
  assert.deepEqual(await axeViolations(page), []);
  await shoot(page, 'nowhere');
  assert.equal((await fetch(demo.base + '/api/nowhere')).headers.get('content-type'), 'application/problem+json');
});

test('search engines are told of every public page, and each is there', async () => {
  assert.match(await text('/robots.txt'), /Sitemap: http.*\/sitemap\.xml/);
  const places = [...(await text('/sitemap.xml')).matchAll(/<loc>https?:\/\/[^/]+([^<]*)<\/loc>/g)].map((m) => m[1]);
  assert.ok(places.length > 20);
  for (const place of places) assert.equal((await fetch(demo.base + place)).status, 200, place);
});

test('the rules are a PDF in the form of an office, with every diacritic', async () => {
  const path = '/cuoc-thi/guong-sang-2026/the-le.pdf';
  const answer = await fetch(demo.base + path);
  assert.equal(answer.headers.get('content-type'), 'application/pdf');
  const words = pdfText(Buffer.from(await answer.arrayBuffer()), 'rules');
  const whole = words.replace(/\s+/g, ' ');
  for (const part of [
    'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    'Độc lập - Tự do - Hạnh phúc',
    'BAN TUYÊN GIÁO VÀ DÂN VẬN TỈNH ỦY GIA LAI',
    'THỂ LỆ',
    'Gương sáng quê hương Gia Lai 2026',
    'Điều 1. Giới thiệu',
    'Công nghiệp, thương mại, xây dựng, giao thông',
    '10.000.000 đồng',
  ]) {
    assert.ok(whole.includes(part), part);
  }
  assert.ok(words.split('\f').length > 3); // several pages
  const again = await fetch(demo.base + path, { headers: { 'If-None-Match': answer.headers.get('etag') } });
  assert.equal(again.status, 304);
  assert.equal((await fetch(demo.base + '/cuoc-thi/khong-co/the-le.pdf')).status, 404);
});

test('an author gets the receipt as a PDF that can be checked, and nobody else does', async () => {
  const author = demo.accounts.findLast((account) => account.role === 'entrant');
  const person = await Person.signedIn(demo, author.identifier, author.password);
  const entry = (await person.get('/api/entries')).items.find((item) => item.version > 0);
  const [receipt] = (await person.get(`/api/entries/${entry.id}/receipts`)).items;
  const path = `/api/entries/${entry.id}/receipts/1/pdf`;
  const answer = await fetch(demo.base + path, { headers: { Cookie: person.cookie, 'Accept-Language': 'vi' } });
  assert.equal(answer.status, 200);
  const words = pdfText(Buffer.from(await answer.arrayBuffer()), 'receipt');
  const whole = words.replace(/\s+/g, ' ');
  for (const part of [
    'GIẤY BIÊN NHẬN',
    `Bài dự thi số ${receipt.number}`,
    entry.title,
    'Cách kiểm tra',
    receipt.time,
  ]) {
    assert.ok(whole.includes(part), part);
  }
  const bare = words.replace(/\s+/g, '');
  for (const part of [receipt.text_sha256, receipt.signature, receipt.key]) assert.ok(bare.includes(part), part);
  // What stands on the paper is what was signed.
  const signed = /\{"contest":.*"version":1\}/.exec(bare)[0];
  const der = Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), Buffer.from(receipt.key, 'base64')]);
  const key = createPublicKey({ key: der, format: 'der', type: 'spki' });
  assert.ok(verify(null, Buffer.from(signed), key, Buffer.from(receipt.signature, 'base64')));
  assert.equal(
    createHash('sha256')
      .update((await person.get(`/api/entries/${entry.id}`)).body)
      .digest('hex'),
    receipt.text_sha256,
  );

  assert.equal((await fetch(demo.base + path)).status, 401);
  const other = await Person.registered(demo, 'nguoi-la@guong.test', 'Người Lạ');
  assert.equal((await other.call('GET', path)).status, 404);
  assert.equal((await person.call('GET', `/api/entries/${entry.id}/receipts/99/pdf`)).status, 404);
});

test('an asset is the same as brotli, as gzip and plain, and is kept for ever', async () => {
  const manifest = await (await fetch(`${demo.base}/app/manifest.json`)).json();
  const { file } = Object.values(manifest).find(({ isEntry, file }) => isEntry && file.endsWith('.js'));
  const bytes = {};
  const plain = (await raw(`${demo.base}/app/${file}`, 'identity')).body;
  for (const [coding, read] of [
    ['br', brotliDecompressSync],
    ['gzip', gunzipSync],
    ['identity', (same) => same],
  ]) {
    const { headers, body } = await raw(`${demo.base}/app/${file}`, coding);
    assert.equal(headers['content-encoding'] ?? 'identity', coding);
    assert.equal(headers['cache-control'], 'public, max-age=31536000, immutable');
    assert.equal(headers.vary, 'Accept-Encoding');
    assert.ok(read(body).equals(plain));
    bytes[coding] = body.length;
  }
  assert.ok(bytes.br < bytes.gzip && bytes.gzip < bytes.identity);
  assert.equal((await raw(`${demo.base}/app/${file}.br`, 'identity')).status, 404);
});

/** What came over the wire, not unpacked. */
function raw(address, coding) {
  return new Promise((done, failed) => {
    get(address, { headers: { 'Accept-Encoding': coding } }, (answer) => {
      const pieces = [];
      answer
        .on('data', (piece) => pieces.push(piece))
        .on('end', () => done({ status: answer.statusCode, headers: answer.headers, body: Buffer.concat(pieces) }));
    }).on('error', failed);
  });
}
