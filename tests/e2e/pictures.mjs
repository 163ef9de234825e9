// Makes the pictures of README.md from a demo: the published results, a judge's desk, where a contest stands.
// usage: node tests/e2e/pictures.mjs          (GUONG_PROGRAM names the program, else build/guong)
import { join } from 'node:path';
import { root } from './people.mjs';
import { Person } from './service.mjs';
import { launch, startDemo } from './support.mjs';

const demo = await startDemo();
const browser = await launch();

async function signedIn(role) {
  const account = demo.accounts.find((candidate) => candidate.role === role);
  return Person.signedIn(demo, account.identifier, account.password);
}

async function picture(name, person, address, ready) {
  const context = await browser.newContext({
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    viewport: { width: 960, height: 620 },
  });
  if (person) {
    const [cookie, value] = person.cookie.split('=');
    await context.addCookies([{ name: cookie, value, url: demo.base }]);
  }
  const page = await context.newPage();
  await page.goto(demo.base + address);
  await page.locator(ready).first().waitFor();
  await page.waitForLoadState('networkidle');
  await page.screenshot({ path: join(root, 'docs/pictures', `${name}.png`) });
  await context.close();
}

try {
  const { items } = await new Person(demo).get('/api/contests');
  const published = items.find(({ state }) => state === 'published');
  const judge = await signedIn('judge');
  const [judged] = (await judge.get('/api/judging/contests')).items.filter(({ state }) => state === 'judging');
  const works = (await judge.get(`/api/contests/${judged.contest}/judge/works`)).items;
  await picture('results', undefined, `/cuoc-thi/${published.slug}/ket-qua`, 'h1');
  await picture(
    'judging',
    judge,
    `/app/judging/${judged.contest}/${works.find(({ card_state }) => card_state !== 'none').code}`,
    '.scorecard',
  );
  await picture('overview', await signedIn('organiser'), `/app/contests/${judged.contest}`, 'aside time');
} finally {
  await browser.close();
  await demo.remove();
}
