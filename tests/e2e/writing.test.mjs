// Pictures in the text of a work: uploaded, put into the text, moved and captioned; read by the secretary and, under another number,
// by the judge; gone from the text with its file.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { acceptAll, board, closeNow, draft, invited, openContest, openJudging } from './people.mjs';
import { Installation, Person } from './service.mjs';
import { axeViolations, end, launch, shoot } from './support.mjs';

let installation, browser, organiser, contest, rules, author, secretary;
before(async () => {
  installation = await new Installation().serve();
  browser = await launch();
  ({ organiser } = await board(installation));
  ({ contest, rules } = await openContest(organiser, (book) => {
    const writing = book.categories.find(({ id }) => id === 'bai-viet');
    writing.files.push({
      purpose: 'photo',
      name: { vi: 'Ảnh', en: 'Photo' },
      kinds: ['jpeg', 'png'],
      min_count: 0,
      max_count: 5,
      max_megabytes: 10,
    });
  }));
  secretary = await invited(organiser, contest, 'secretary', 'thu-ky@thi.test', 'Lê Thư Ký');
  author = await Person.registered(installation, 'tac-gia@thi.test', 'Trần Thị Mai');
});
after(() => end(browser, installation));

async function browse(person, path) {
  const context = await browser.newContext({ locale: 'vi-VN', viewport: { width: 360, height: 740 } });
  const [name, value] = person.cookie.split('=');
  await context.addCookies([{ name, value, url: installation.base }]);
  const page = await context.newPage();
  page.complaints = [];
  page.on('pageerror', (error) => page.complaints.push(String(error)));
  await page.goto(installation.base + path);
  return page;
}

function photo(name, colour) {
  const file = join(installation.data, name);
  execFileSync('ffmpeg', [
    '-y',
    '-loglevel',
    'error',
    '-f',
    'lavfi',
    '-i',
    `color=${colour}:size=640x360`,
    '-frames:v',
    '1',
    file,
  ]);
  return file;
}

/** Whether the picture in the page was fetched and drawn. */
const drawn = (picture) => picture.evaluate((img) => img.decode().then(() => img.naturalWidth));

test('a picture is put into the text with its caption, and leaves it with its file', async () => {
  const { id } = await author.post(`/api/contests/${contest}/entries`, draft('bai-viet', 'Lớp học đêm'));
  const page = await browse(author, `/app/entries/${id}`);
  const now = () => author.get(`/api/entries/${id}`);
  const body = page.getByRole('textbox', { name: 'Nội dung' });
  await body.waitFor();
  await page.getByRole('button', { name: 'Chèn ảnh' }).click();
  await page.getByText('Chưa có ảnh nào').waitFor();
  await page.getByRole('button', { name: 'Chèn ảnh' }).click();
  for (const [file, colour] of [
    ['lop.png', 'teal'],
    ['song.png', 'orange'],
  ]) {
    await page.getByLabel('Chọn tệp: Ảnh').setInputFiles(photo(file, colour));
    await page.getByRole('link', { name: file }).waitFor();
  }
  await body.click();
  await page.keyboard.press('Control+End');
  await page.getByRole('button', { name: 'Chèn ảnh' }).click();
  await page.getByRole('button', { name: 'lop.png', exact: true }).click();
  await page.keyboard.type('Lớp học bên sông');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Đèn sáng đến khuya.');
  assert.equal(await drawn(page.locator('.written img')), 640);
  assert.deepEqual(await axeViolations(page), []);
  await shoot(page, 'entry-picture');
  await page.getByText(/^\s*Đã lưu( lúc .+|\.)\s*$/).waitFor();
  const [lop] = (await now()).files;
  assert.deepEqual((await now()).body.split('\n').slice(-2), [`▣ ${lop.id} Lớp học bên sông`, 'Đèn sáng đến khuya.']);

  // Cut and pasted elsewhere in the text, it stays what it is.
  await page.locator('.written figcaption').click();
  await page.evaluate(() => getSelection().selectAllChildren(document.querySelector('.written')));
  await page.keyboard.press('Control+X');
  await page.keyboard.press('Control+V');
  assert.equal(await drawn(page.locator('.written img')), 640);
  await page.getByText(/^\s*Đã lưu( lúc .+|\.)\s*$/).waitFor();
  assert.match((await now()).body, new RegExp(`▣ ${lop.id} Lớp học bên sông`));

  // Among the files it shows itself, with the caption that it has in the text.
  assert.equal(await drawn(page.locator('.face img').first()), 640);
  const caption = page.getByLabel('Chú thích của lop.png');
  assert.equal(await caption.inputValue(), 'Lớp học bên sông');
  await caption.press('End');
  await page.keyboard.type(' Côn');
  await page.locator('.written figcaption', { hasText: 'Lớp học bên sông Côn' }).waitFor();
  await page.getByRole('button', { name: 'Đưa vào cuối bài: song.png' }).waitFor();
  await page.getByText(/^\s*Đã lưu( lúc .+|\.)\s*$/).waitFor();

  await page.reload();
  assert.equal(await drawn(page.locator('.written img')), 640);
  await page.getByRole('button', { name: 'Bỏ tệp lop.png' }).click();
  await page.locator('.written img').waitFor({ state: 'detached' });
  await page.getByText(/^\s*Đã lưu( lúc .+|\.)\s*$/).waitFor();
  assert.doesNotMatch((await now()).body, /▣/);
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});

test('the secretary sees the picture in its place, the judge under the number of its place in the work', async () => {
  const { items } = await author.get('/api/entries');
  const entry = await author.get(`/api/entries/${items[0].id}`);
  const [song] = entry.files;
  const { category, field, title, exemplar, declarations, body } = entry;
  const { revision } = await author.put(
    `/api/entries/${entry.id}`,
    { category, field, title, exemplar, declarations, body: `${body}\n▣ ${song.id} Bến sông` },
    entry.revision,
  );
  await author.postAt(`/api/entries/${entry.id}/submit`, revision);

  let page = await browse(secretary, `/app/contests/${contest}/entries/${entry.id}`);
  assert.equal(await drawn(page.getByRole('img', { name: 'Bến sông' })), 640);
  await page.context().close();
  page = await browse(author, `/app/entries/${entry.id}`);
  await page.getByText('Đọc lại bài').click();
  assert.equal(await drawn(page.getByRole('img', { name: 'Bến sông' })), 640);
  await page.context().close();

  const judges = [];
  for (const n of [1, 2])
    judges.push(await invited(organiser, contest, 'judge', `cham-${n}@thi.test`, `Giám khảo ${n}`));
  await closeNow(organiser, contest, rules);
  await acceptAll(secretary, contest);
  await openJudging(organiser, contest, judges);
  const [{ code }] = (await judges[0].get(`/api/contests/${contest}/judge/works`)).items;
  const work = await judges[0].get(`/api/contests/${contest}/judge/works/${code}`);
  assert.equal(JSON.stringify(work).includes(String(song.id)), false);
  assert.equal(work.body.split('\n').at(-1), `▣ ${work.files[0].position} Bến sông`);
  page = await browse(judges[0], `/app/judging/${contest}/${code}`);
  const seen = page.getByRole('article').getByRole('img', { name: 'Bến sông' });
  assert.equal(await drawn(seen), 640);
  assert.equal(await page.getByRole('article').getByRole('img').count(), 1);
  assert.deepEqual(await axeViolations(page), []);
  await shoot(page, 'judge-picture');
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});
