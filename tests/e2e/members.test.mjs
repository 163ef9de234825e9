// Who is of a unit: people say it of themselves, the coordinator confirms or refuses on the unit's page, and
// where only members may enter the secretary sees what nobody has confirmed and confirms it in the act of
// accepting.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { board, draft, invited, openContest } from './people.mjs';
import { Installation, Person } from './service.mjs';
import { axeViolations, end, launch, shoot } from './support.mjs';

let installation, browser, organiser, coordinator, unit, people;
before(async () => {
  installation = await new Installation().serve();
  browser = await launch();
  const { administrator, organiser: made } = await board(installation);
  organiser = made;
  unit = (await administrator.get('/api/units?limit=50')).items.at(-1);
  coordinator = await Person.registered(installation, 'dau-moi@thi.test', 'Võ Đầu Mối');
  await administrator.post('/api/grants', { account: coordinator.id, role: 'coordinator', unit: unit.id });
  people = {};
  for (const [name, fullName] of [
    ['mot', 'Hồ Thị Một'],
    ['hai', 'Hồ Văn Hai'],
    ['ba', 'Hồ Văn Ba'],
  ]) {
    people[name] = await Person.registered(installation, `${name}@thi.test`, fullName);
    await people[name].must('PATCH', '/api/me', { unit: unit.id }, { 'If-Match': '"r1"' });
  }
});
after(() => end(browser, installation));

async function pageOf(person, path) {
  const context = await browser.newContext({ locale: 'vi-VN', viewport: { width: 360, height: 740 } });
  const [name, value] = person.cookie.split('=');
  await context.addCookies([{ name, value, url: installation.base }]);
  const page = await context.newPage();
  await page.goto(`${installation.base}/app${path}`);
  return page;
}
const stateOf = async (name) => (await people[name].get('/api/me')).unit_state;

test('the coordinator confirms one by one and by the list, refuses with a reason and takes it back', async () => {
  const page = await pageOf(coordinator, `/coordination/${unit.id}`);
  await page.getByRole('heading', { name: 'Người khai thuộc đơn vị' }).waitFor();
  await page.getByText('m…@thi.test').waitFor();
  assert.deepEqual(await axeViolations(page), []);
  await page.getByRole('checkbox', { name: 'Chọn Hồ Thị Một' }).check();
  await page.getByRole('button', { name: 'Xác nhận người đã chọn (1)' }).click();
  await page.getByText('Đã xác nhận 1 người.').waitFor();
  assert.equal(await stateOf('mot'), 'confirmed');

  await page.getByText('Xác nhận theo danh sách của đơn vị').first().click();
  await page.getByRole('textbox').fill('hai@thi.test\nla@thi.test');
  await page.getByRole('button', { name: 'Xác nhận theo danh sách' }).click();
  await page.getByText('Chưa có ai khai thuộc đơn vị với: la@thi.test.').waitFor();
  assert.equal(await stateOf('hai'), 'confirmed');

  await page.getByRole('button', { name: 'Trả lời Hồ Văn Ba không thuộc đơn vị' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Lý do').fill('Đã chuyển công tác.');
  assert.deepEqual(await axeViolations(page), []);
  await dialog.getByRole('button', { name: 'Không thuộc đơn vị' }).click();
  await page.getByText('Không có ai.').waitFor();
  await shoot(page, 'members');
  assert.equal(await stateOf('ba'), 'refused');

  const own = await pageOf(people.ba, '/account');
  await own.getByText('Đơn vị trả lời bạn không thuộc đơn vị: Đã chuyển công tác.').waitFor();
  await own.getByRole('cell', { name: /^Trả lời bạn không thuộc đơn vị/ }).waitFor();

  await page.getByLabel('Xem').selectOption('refused');
  await page.getByRole('button', { name: 'Rút lại quyết định về Hồ Văn Ba' }).click();
  await page.getByText('Không có ai.').waitFor();
  assert.equal(await stateOf('ba'), 'claimed');
});

test('the secretary sees that nobody has confirmed the unit, and confirms it as they accept', async () => {
  const { contest } = await openContest(organiser, (rules) => {
    rules.eligibility = { ...rules.eligibility, scope: 'members', units: [unit.code] };
  });
  const secretary = await invited(organiser, contest, 'secretary', 'thu-ky@thi.test', 'Lê Thư Ký');
  const made = await people.ba.post(`/api/contests/${contest}/entries`, draft('bai-viet', 'Người giữ rừng'));
  await people.ba.postAt(`/api/entries/${made.id}/submit`, made.revision);
  const path = `/api/contests/${contest}/entries/${made.id}`;
  const revision = (await secretary.get(path)).revision;
  const refused = await secretary.call('POST', `${path}/accept`, {}, { 'If-Match': `"r${revision}"` });
  assert.equal(refused.body.key, 'entries.unit_not_confirmed');

  const page = await pageOf(secretary, `/contests/${contest}/entries/${made.id}`);
  await page.getByText('Đơn vị chưa xác nhận').waitFor();
  await page.getByRole('button', { name: 'Tiếp nhận', exact: true }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('Đơn vị chưa được xác nhận: Hồ Văn Ba.').waitFor();
  await dialog.getByRole('checkbox').check();
  assert.deepEqual(await axeViolations(page), []);
  await dialog.getByRole('button', { name: 'Tiếp nhận' }).click();
  await page.getByText('Đơn vị đã xác nhận').waitFor();
  assert.equal((await secretary.get(path)).state, 'accepted');
  const { events } = await people.ba.get(`/api/entries/${made.id}`);
  assert.ok(events.some(({ kind }) => kind === 'units_confirmed'));
  // The account itself is still a claim: an act beside the entry would tell by its time who wrote it.
  assert.equal(await stateOf('ba'), 'claimed');
});
