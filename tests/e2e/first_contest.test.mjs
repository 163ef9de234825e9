// An organiser makes a first contest following only what the screen says: in few clicks, by touch, by keyboard alone; nothing typed is lost
// between the steps, and faults lead to their step.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Hand, assertGood, pageOf, phone, tabTo } from './acting.mjs';
import { board } from './people.mjs';
import { Installation } from './service.mjs';
import { end, launch } from './support.mjs';

let installation, browser, organiser;
before(async () => {
  installation = await new Installation().serve();
  browser = await launch();
  ({ organiser } = await board(installation));
});
after(() => end(browser, installation));

const idOf = (page) => Number(/contests\/(\d+)/.exec(page.url())[1]);

test('from nothing to an open contest in at most six clicks, beginning with a described example', async () => {
  const page = await pageOf(browser, installation, organiser);
  const hand = new Hand(page);
  await page.goto(`${installation.base}/app/`);
  await page.getByRole('heading', { name: 'Ba bước đầu tiên: Ban Tổ chức' }).waitFor();
  await hand.click(page.getByRole('main').getByRole('link', { name: 'Lập cuộc thi mới' }).first());
  await page.getByText('3 giám khảo mỗi bài').or(page.getByText('2 vòng chấm')).first().waitFor();
  await hand.click(page.getByRole('radio', { name: /Bài viết và phóng sự video/ }));
  await page.getByLabel('Tên cuộc thi').fill('Gương sáng quê hương');
  // The host is the organiser's own unit, and the usual days stand there to be changed.
  await page.waitForFunction(() =>
    [...document.querySelectorAll('input')].some((one) => one.value === 'Tỉnh Bình Định'),
  );
  await assertGood(page, 'new-contest');
  await hand.click(page.getByRole('button', { name: 'Lập cuộc thi' }));
  await page.getByRole('heading', { level: 1, name: 'Xem lại và mở' }).waitFor();
  await page.getByText('Thể lệ hợp lệ.').waitFor();
  await assertGood(page, 'rules-review');
  await hand.click(page.getByRole('button', { name: 'Mở cuộc thi' }));
  await hand.click(page.getByRole('dialog').getByRole('button', { name: 'Mở cuộc thi' }));
  await page.waitForURL(/\/app\/contests\/\d+$/);
  assert.equal((await organiser.get(`/api/contests/${idOf(page)}`)).state, 'open');
  hand.within({ clicks: 6, typed: 0 }, 'from nothing to an open contest');
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});

test('each example is a rule book without faults', async () => {
  const page = await pageOf(browser, installation, organiser);
  for (const [i, example] of ['Bài viết', 'Bài viết và phóng sự video', 'Hai vòng: sơ khảo và chung khảo'].entries()) {
    await page.goto(`${installation.base}/app/contests/new`);
    await page
      .getByRole('radio', { name: new RegExp(`^${example}`) })
      .nth(0)
      .check();
    await page.getByLabel('Tên cuộc thi').fill(`Mẫu ${i}`);
    await page.getByRole('button', { name: 'Lập cuộc thi' }).click();
    await page.getByText('Thể lệ hợp lệ.').waitFor();
  }
  await page.context().close();
});

test('each step has its address and its state; nothing typed is lost between them, and a fault leads to its field', async () => {
  const page = await pageOf(browser, installation, organiser);
  await page.goto(`${installation.base}/app/contests/new`);
  await page.getByLabel('Tên cuộc thi').fill('Từng bước');
  await page.getByRole('button', { name: 'Lập cuộc thi' }).click();
  await page.getByText('Thể lệ hợp lệ.').waitFor();
  const id = idOf(page);
  const way = page.getByRole('navigation', { name: 'Các bước soạn thể lệ' });
  await way.getByRole('link', { name: /^Lịch/ }).click();
  await page.waitForURL(`**/app/contests/${id}/rules/calendar`);
  // The focus is on the step's heading.
  assert.equal(await page.evaluate(() => document.activeElement.textContent), 'Lịch');
  await page.getByLabel('Hạn nộp bài').fill('');
  await way.getByRole('link', { name: /^Lịch Cần điền/ }).waitFor();
  await way.getByRole('link', { name: /^Giải thưởng/ }).click();
  await page
    .getByLabel(/Tiền thưởng/)
    .first()
    .fill('12.5');
  await way.getByRole('link', { name: /^Giải thưởng Cần sửa/ }).waitFor();
  await assertGood(page, 'rules-step-wrong');
  await page.getByRole('link', { name: 'Tiếp: Xem lại và mở' }).click();
  await page.getByText(/^Mở được khi sửa xong 2 chỗ/).waitFor();
  assert.equal(await page.getByRole('button', { name: 'Mở cuộc thi' }).isDisabled(), true);
  await page.locator('.faults').getByRole('link').first().click();
  await page.waitForURL(/rules\/(calendar|prizes)$/);
  await page.waitForFunction(() => document.activeElement.getAttribute('aria-invalid') === 'true');
  await way.getByRole('link', { name: /^Giải thưởng/ }).click();
  assert.equal(
    await page
      .getByLabel(/Tiền thưởng/)
      .first()
      .inputValue(),
    '12,5',
  );
  await page
    .getByLabel(/Tiền thưởng/)
    .first()
    .fill('5.000.000');
  await page.goBack();
  await page.goto(`${installation.base}/app/contests/${id}/rules/calendar`);
  await page.getByLabel('Hạn nộp bài').fill('2030-05-01T17:00');
  await way.getByRole('link', { name: /^Lịch Xong/ }).waitFor();
  await page.getByText('Đã lưu.', { exact: true }).waitFor();
  await page.getByText('Thể lệ hợp lệ.').waitFor();
  for (const [step, name] of Object.entries({ name: 'Tên', categories: 'Thể loại', rounds: 'Vòng chấm' })) {
    await way.getByRole('link', { name: new RegExp(`^${name}`) }).click();
    await page.waitForURL(`**/rules/${step}`);
    await assertGood(page, `rules-step-${step}`);
  }
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});

test('an amendment that was begun is there after the page was loaded anew', async () => {
  const page = await pageOf(browser, installation, organiser);
  const { items } = await organiser.get('/api/contests?mine=1');
  const { id } = items.find(({ state }) => state === 'open');
  await page.goto(`${installation.base}/app/contests/${id}/rules`);
  await page.getByRole('button', { name: 'Sửa đổi thể lệ' }).click();
  await page.getByLabel('Tên cuộc thi (tiếng Anh)').fill('Amended');
  await page.getByText('Đang giữ trên thiết bị này').waitFor();
  await page.waitForFunction(() => Object.keys(localStorage).some((key) => key.includes('amendment')));
  await page.reload();
  await page.waitForFunction(() => [...document.querySelectorAll('input')].some((one) => one.value === 'Amended'));
  await page.getByRole('button', { name: 'Hủy sửa đổi' }).click();
  await page.getByRole('button', { name: 'Sửa đổi thể lệ' }).waitFor();
  await page.reload();
  await page.getByRole('button', { name: 'Sửa đổi thể lệ' }).waitFor();
  await page.context().close();
});

test('a contest is made and opened on a phone, by touch', async () => {
  const page = await pageOf(browser, installation, organiser, phone);
  await page.goto(`${installation.base}/app/`);
  await page.getByRole('button', { name: 'Đã biết, ẩn đi' }).tap();
  await page.getByRole('main').getByRole('link', { name: 'Lập cuộc thi mới' }).first().tap();
  await page.getByLabel('Tên cuộc thi').fill('Trên điện thoại');
  await page.getByRole('button', { name: 'Lập cuộc thi' }).tap();
  await page.getByText('Thể lệ hợp lệ.').waitFor();
  await page.getByRole('button', { name: /^Bước 9\/9/ }).tap();
  await page
    .getByRole('link', { name: /^Lĩnh vực/ })
    .first()
    .tap();
  await page.getByRole('button', { name: /^Bước 5\/9/ }).waitFor();
  await page.getByRole('button', { name: 'Bỏ Đối ngoại' }).tap();
  await page.getByText('Đã lưu.', { exact: true }).waitFor();
  await page.getByRole('button', { name: /^Bước 5\/9/ }).tap();
  await page
    .getByRole('link', { name: /^Xem lại và mở/ })
    .first()
    .tap();
  await page.getByRole('button', { name: 'Mở cuộc thi' }).tap();
  await page.getByRole('dialog').getByRole('button', { name: 'Mở cuộc thi' }).tap();
  await page.waitForURL(/\/app\/contests\/\d+$/);
  const rules = await organiser.get(`/api/contests/${idOf(page)}/rule-book`);
  assert.equal(rules.fields.length, 13);
  // The tour that was dismissed stays away.
  await page.goto(`${installation.base}/app/`);
  await page.getByRole('heading', { level: 1, name: 'Việc của tôi' }).waitFor();
  await page.waitForFunction(() => !document.querySelector('.skeleton'));
  assert.equal(await page.getByRole('heading', { name: /^Ba bước đầu tiên/ }).count(), 0);
  await page.context().close();
});

test('a contest is made and opened by keyboard alone', async () => {
  const page = await pageOf(browser, installation, organiser, { viewport: { width: 1280, height: 800 } });
  await page.goto(`${installation.base}/app/contests/new`);
  await page.getByLabel('Tên cuộc thi').waitFor();
  await tabTo(page, /Tên cuộc thi/);
  await page.keyboard.type('Bằng bàn phím');
  await page.keyboard.press('Enter');
  await page.getByText('Thể lệ hợp lệ.').waitFor();
  await tabTo(page, /^Mở cuộc thi/);
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor();
  await tabTo(page, /^Mở cuộc thi/);
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/app\/contests\/\d+$/);
  assert.equal((await organiser.get(`/api/contests/${idOf(page)}`)).state, 'open');
  await page.context().close();
});

test('the page of components is in development builds alone', async () => {
  const page = await pageOf(browser, installation, organiser);
  await page.goto(`${installation.base}/app/components`);
  await page.getByRole('heading', { level: 1, name: /Không tìm thấy|Không có trang/ }).waitFor();
  await page.context().close();
});
