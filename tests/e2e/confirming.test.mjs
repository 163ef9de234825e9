// What waits for somebody's word, in a browser: who is named as co-author answers from the keyboard and the
// secretary reads it; the head decides on a judge's other unit.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { board, draft, invited, openContest } from './people.mjs';
import { Installation, Person } from './service.mjs';
import { axeViolations, end, launch, scrollsSideways, shoot } from './support.mjs';

let installation, browser, organiser, contest;
before(async () => {
  installation = await new Installation().serve();
  browser = await launch();
  ({ organiser } = await board(installation));
  ({ contest } = await openContest(organiser, (rules) => {
    for (const category of rules.categories) category.max_authors = 3;
  }));
});
after(() => end(browser, installation));

async function browse(person) {
  const context = await browser.newContext({ locale: 'vi-VN', viewport: { width: 1280, height: 800 } });
  const [name, value] = person.cookie.split('=');
  await context.addCookies([{ name, value, url: installation.base }]);
  return context.newPage();
}

async function assertGood(page, name) {
  assert.deepEqual(await axeViolations(page), [], name);
  await shoot(page, name);
  await page.setViewportSize({ width: 320, height: 640 });
  assert.equal(await scrollsSideways(page), false, `${name} scrolls sideways`);
  await page.setViewportSize({ width: 1280, height: 800 });
}

test('who is named as co-author says so from the keyboard, and the secretary reads who has not', async () => {
  const [author, friend] = await Promise.all(
    ['tac-gia', 'ban-viet'].map((name) => Person.registered(installation, `${name}@thi.test`, 'Phan Thị Viết')),
  );
  const secretary = await invited(organiser, contest, 'secretary', 'thu-ky@thi.test', 'Ngô Thư Ký');
  const co_authors = [
    { name: 'Phan Bạn Viết', contact: friend.identifier },
    { name: 'Lê Chưa Biết', contact: '0905 111 333' },
  ];
  const entry = await author.post(`/api/contests/${contest}/entries`, draft('bai-viet', 'Bài chung', { co_authors }));
  await author.postAt(`/api/entries/${entry.id}/submit`, entry.revision);

  const page = await browse(friend);
  await page.goto(`${installation.base}/app/`);
  await page.getByRole('heading', { name: 'Bài ghi tên tôi' }).waitFor();
  await assertGood(page, 'named-works');
  await page.getByRole('button', { name: 'Tôi cùng viết bài này: “Bài chung”' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').getByRole('button', { name: 'Tôi cùng viết bài này' }).focus();
  await page.keyboard.press('Enter');
  await page.getByText('Bạn đã xác nhận').waitFor();
  await page.context().close();

  const own = await browse(author);
  await own.goto(`${installation.base}/app/entries/${entry.id}`);
  await own.getByText('Phan Bạn Viết: Đã xác nhận').waitFor();
  await own.getByText('Lê Chưa Biết: Chưa xác nhận').waitFor();
  await own.context().close();

  const desk = await browse(secretary);
  await desk.goto(`${installation.base}/app/contests/${contest}/entries/${entry.id}`);
  await desk.getByText('Đã xác nhận', { exact: true }).waitFor();
  await desk.getByText('Chưa xác nhận', { exact: true }).waitFor();
  await desk.getByRole('button', { name: 'Tiếp nhận' }).first().click();
  await desk.getByRole('dialog').getByText('Đồng tác giả chưa xác nhận: Lê Chưa Biết.').waitFor();
  await assertGood(desk, 'desk-unconfirmed');
  await desk.context().close();
});

test('the head decides on the other unit that a judge asks for', async () => {
  const head = await invited(organiser, contest, 'head', 'truong-ban@thi.test', 'Đỗ Trưởng Ban');
  const judge = await invited(organiser, contest, 'judge', 'giam-khao@thi.test', 'Lê Giám Khảo');
  const [unit] = (await judge.get('/api/units?q=quy+nhon')).items;
  await judge.put(`/api/contests/${contest}/judge/unit`, { unit: unit.id });
  const page = await browse(head);
  await page.goto(`${installation.base}/app/contests/${contest}/rounds`);
  await page.getByText('xin đổi đơn vị từ “không có”').waitFor();
  await assertGood(page, 'judge-changes');
  await page.getByRole('button', { name: 'Đồng ý với Lê Giám Khảo' }).focus();
  await page.keyboard.press('Enter');
  await page.getByText('Không có việc nào chờ bạn quyết định.').waitFor();
  assert.equal((await judge.get(`/api/contests/${contest}/judge/unit`)).unit.id, unit.id);
  await page.context().close();
});
