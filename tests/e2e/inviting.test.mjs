// Inviting: what an invitation is for is read before signing in; several people are invited at once, all or none, each with a message; who
// reads when somebody signed in last.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { assertGood, pageOf, phone, tabTo } from './acting.mjs';
import { board, invited, openContest } from './people.mjs';
import { Installation } from './service.mjs';
import { end, launch } from './support.mjs';

let installation, browser, organiser, contest;
before(async () => {
  installation = await new Installation().serve();
  browser = await launch();
  ({ organiser } = await board(installation));
  ({ contest } = await openContest(organiser));
});
after(() => end(browser, installation));

test('whoever opens the link reads the contest, the role and the inviter before signing in', async () => {
  const { token } = await organiser.post(`/api/contests/${contest}/invitations`, { role: 'judge', name: 'Bà Hoa' });
  const page = await pageOf(browser, installation, undefined);
  await page.goto(`${installation.base}/app/invitations#${token}`);
  await page.getByRole('heading', { level: 1, name: 'Bạn được mời làm Giám khảo' }).waitFor();
  await page.getByText('Lời mời gửi Bà Hoa').waitFor();
  await page.getByText('Trần Tổ Chức').waitFor();
  await page.getByText('không biết tác giả là ai').waitFor();
  assert.equal(await page.getByRole('button', { name: 'Chấp nhận lời mời' }).count(), 0);
  await assertGood(page, 'invitation-stranger');
  await page.getByLabel('Email hoặc số điện thoại').fill('to-chuc@thi.test');
  await page.getByLabel(/Mật khẩu/).fill('một mật khẩu dài');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Chấp nhận lời mời' }).waitFor();
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});

test('a pasted list is checked line by line and nobody is invited while one is wrong; each gets a message with a link', async () => {
  const page = await pageOf(browser, installation, organiser);
  await page.goto(`${installation.base}/app/contests/${contest}/people`);
  await page.getByRole('button', { name: 'Nhiều người' }).click();
  const list = page.getByLabel('Danh sách: mỗi dòng một người');
  await list.fill(
    'Nguyễn Thị Hoa, hoa@vidu.vn, Giám khảo\nTrần Văn Ba, 0905 123, thư ký\nLê Lan, lan@vidu.vn, tổng quản',
  );
  await page.getByText('không có vai trò “tổng quản”').waitFor();
  await page.getByText('Còn 2 dòng cần sửa. Chưa mời ai.').waitFor();
  assert.equal(await page.getByRole('button', { name: 'Tạo 3 liên kết mời' }).isDisabled(), true);
  await assertGood(page, 'people-several-wrong');
  // What only the service finds is told at its line, too: an address that is none.
  await list.fill('Nguyễn Thị Hoa, hoa@vidu.vn, Giám khảo\nTrần Văn Ba, ba@-vidu.vn, thư ký');
  await page.getByRole('button', { name: 'Tạo 2 liên kết mời' }).click();
  await page.getByText(/^Dòng 2: /).waitFor();
  const before = (await organiser.get(`/api/contests/${contest}/invitations`)).items.length;
  await list.fill('Nguyễn Thị Hoa, hoa@vidu.vn, Giám khảo\nTrần Văn Ba, 0905 123 456, thư ký\nLê Lan');
  await page.getByRole('button', { name: 'Tạo 3 liên kết mời' }).click();
  await page.getByText('Đã tạo 3 liên kết mời.').waitFor();
  const { items } = await organiser.get(`/api/contests/${contest}/invitations`);
  assert.equal(items.length, before + 3);
  const message = await page.getByLabel('Tin nhắn mời Nguyễn Thị Hoa').inputValue();
  assert.match(message, /\/app\/invitations#[\w-]{43}$/m);
  assert.ok(message.includes('vai trò Giám khảo') && message.includes('Kính gửi'));
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.getByRole('button', { name: 'Sao chép cả 3 tin nhắn' }).click();
  await page.getByText('Đã sao chép.').waitFor();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  assert.equal(copied.split('Kính gửi').length - 1, 3);
  await assertGood(page, 'people-several-made');
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});

test('organisers read the day of the last sign-in of the board, never of a judge', async () => {
  await invited(organiser, contest, 'judge', 'giam-khao@thi.test', 'Giám Khảo Một');
  await invited(organiser, contest, 'secretary', 'thu-ky@thi.test', 'Lê Thư Ký');
  const page = await pageOf(browser, installation, organiser);
  await page.goto(`${installation.base}/app/contests/${contest}/people`);
  const row = (name) => page.getByRole('region', { name: 'Người giữ vai trò' }).getByRole('row', { name });
  const days = async (name) => (await row(name).innerText()).match(/\d\d\/\d\d\/\d{4}/g).length;
  await row(/Lê Thư Ký/).waitFor();
  assert.equal(await days(/Lê Thư Ký/), 2);
  assert.equal(await days(/Giám Khảo Một/), 1);
  await assertGood(page, 'people-board');
  await page.context().close();
});

test('people are invited on a phone by touch, and by keyboard alone', async () => {
  const touch = await pageOf(browser, installation, organiser, phone);
  await touch.goto(`${installation.base}/app/contests/${contest}/people`);
  await touch.getByRole('button', { name: 'Nhiều người' }).tap();
  await touch.getByLabel('Danh sách: mỗi dòng một người').fill('Phạm Một\nPhạm Hai');
  await touch.getByRole('button', { name: 'Tạo 2 liên kết mời' }).tap();
  await touch.getByRole('button', { name: 'Sao chép tin nhắn Phạm Hai' }).tap();
  await touch.context().close();

  const page = await pageOf(browser, installation, organiser, { viewport: { width: 1280, height: 800 } });
  await page.goto(`${installation.base}/app/contests/${contest}/people`);
  await page.getByRole('button', { name: 'Nhiều người' }).waitFor();
  await tabTo(page, /^Nhiều người/);
  await page.keyboard.press('Enter');
  await tabTo(page, /Danh sách/);
  await page.keyboard.type('Phạm Ba, ba@vidu.vn, giám sát');
  await tabTo(page, /^Tạo 1 liên kết mời/);
  await page.keyboard.press('Enter');
  await page.getByText('Liên kết mời Phạm Ba.').waitFor();
  await page.context().close();
});
