// What people take home: receipts and cards' proofs, checked on the command line, in a browser, and by a program that
// shares nothing with the service.
import assert from 'node:assert/strict';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { after, before, test } from 'node:test';
import { openProof, readKey } from './ledger.mjs';
import { board, draft, openContest } from './people.mjs';
import { Installation, Person, program } from './service.mjs';
import { axeViolations, end, launch, scrollsSideways, shoot } from './support.mjs';

let installation, browser, author, entry, receipt, key, organiser, contest;
const folder = mkdtempSync(join(tmpdir(), 'guong-receipts-'));

function keep(name, text) {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
}
/** Runs the check where there is no installation: {status, out}. */
function verify(file, ...more) {
  const env = { ...process.env, LANG: 'en_GB.UTF-8', GUONG_DATA: join(folder, 'nothing') };
  const { status, stdout, stderr } = spawnSync(program, ['receipt', 'verify', file, ...more], {
    env,
    encoding: 'utf8',
  });
  return { status, out: stdout + stderr };
}

before(async () => {
  installation = await new Installation().serve();
  browser = await launch();
  ({ organiser } = await board(installation));
  ({ contest } = await openContest(organiser));
  author = await Person.registered(installation, 'tac-gia@thi.test', 'Nguyễn Văn Tác');
  entry = await author.post(`/api/contests/${contest}/entries`, draft('bai-viet', 'Người gác đèn'));
  await author.postAt(`/api/entries/${entry.id}/submit`, entry.revision);
  key = installation.run(['ledger', 'key']).trim();
});
after(() => end(browser, installation));

const receipts = async () => (await author.get(`/api/entries/${entry.id}/receipts`)).items;

test('a receipt has no proof before a head is public, and holds by its signature', async () => {
  const [early] = await receipts();
  assert.equal(early.proof, null);
  const { status, out } = verify(keep('early.json', JSON.stringify(early)), '--key', key);
  assert.equal(status, 0, out);
  assert.match(out, /no proof of the ledger yet/);
});

test('downloaded later, it carries its number in the log and a proof', async () => {
  installation.run(['ledger', 'publish']);
  [receipt] = await receipts();
  const { record, openings } = openProof(receipt.proof, readKey(key));
  assert.equal(record.kind, 'entry.submitted');
  assert.equal(openings.number.value, receipt.number);
  const { status, out } = verify(
    keep('receipt.json', JSON.stringify(receipt)),
    '--key',
    key,
    '--log',
    `${installation.base}/ledger`,
  );
  assert.equal(status, 0, out);
  assert.match(out, new RegExp(`record ${record.seq} \\(entry.submitted`));
  assert.match(out, /still has this very record/);
});

test('a receipt that was changed anywhere does not hold', () => {
  const bends = [
    [(r) => (r.time = r.time.replace(/\d(?=\d{5}Z)/, (d) => (d === '0' ? '1' : '0'))), /signature/],
    [(r) => (r.number = '0000-0000'), /signature/],
    [(r) => (r.proof = r.proof.replace(/^index \d+/m, 'index 0')), /WRONG/],
    [(r) => (r.proof = r.proof.replace(/(?<=^index \d+\n)./m, (c) => (c === 'A' ? 'B' : 'A'))), /WRONG/],
    [(r) => (r.proof = r.proof.replace(/.(?=.{8}\n$)/s, (c) => (c === 'A' ? 'B' : 'A'))), /WRONG/],
  ];
  for (const [bend, says] of bends) {
    const bent = structuredClone(receipt);
    bend(bent);
    const { status, out } = verify(keep('bent.json', JSON.stringify(bent)), '--key', key);
    assert.equal(status, 1, out);
    assert.match(out, says);
  }
});

test('one author’s proof is no proof of another’s receipt', async () => {
  const rival = await Person.registered(installation, 'doi-thu@thi.test', 'Lê Thị Đối');
  const made = await rival.post(`/api/contests/${contest}/entries`, draft('bai-viet', 'Bài khác'));
  await rival.postAt(`/api/entries/${made.id}/submit`, made.revision);
  installation.run(['ledger', 'publish']);
  const [theirs] = (await rival.get(`/api/entries/${made.id}/receipts`)).items;
  const mixed = keep('mixed.json', JSON.stringify({ ...theirs, proof: receipt.proof }));
  assert.match(verify(mixed, '--key', key).out, /does not speak of this receipt/);
  assert.equal((await rival.call('GET', `/api/entries/${entry.id}/receipts`)).status, 404);
});

for (const locale of ['vi-VN', 'en-GB'])
  test(`the page checks it in the browser (${locale})`, async () => {
    const context = await browser.newContext({ locale, viewport: { width: 360, height: 740 } });
    if (locale === 'en-GB') await context.addCookies([{ name: 'lang', value: 'en', url: installation.base }]);
    const page = await context.newPage();
    const vi = locale === 'vi-VN';
    await page.goto(`${installation.base}/app/receipts/verify`);
    await page.locator('input[type=file]').setInputFiles(join(folder, 'receipt.json'));
    await page.getByLabel(vi ? 'Khóa công khai của sổ cái' : 'Public key of the ledger').fill(key);
    await page.getByRole('button', { name: vi ? 'Kiểm tra' : 'Check', exact: true }).click();
    await page.getByText(vi ? 'Khớp, và do đúng khóa trên ký.' : 'It holds, and the key above signed it.').waitFor();
    await page
      .getByText(vi ? 'Sổ cái hiện nay vẫn có đúng bản ghi này.' : "Today's ledger still has this very record.")
      .waitFor();
    await page.getByText(receipt.number).first().waitFor();
    assert.deepEqual(await axeViolations(page), []);
    assert.equal(await scrollsSideways(page), false);
    await shoot(page, `verify-receipt-${locale}`);

    await page.locator('input[type=file]').setInputFiles(join(folder, 'mixed.json'));
    await page.getByRole('button', { name: vi ? 'Kiểm tra' : 'Check', exact: true }).click();
    await page.getByRole('alert').waitFor();
    await context.close();
  });
