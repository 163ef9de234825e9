// A contest with four entries whose authors left traces of themselves wherever they could, played state by
// state from open to superseded.
//
//   winner    a pen name, a partner, a file of every kind; wins, lets the work be published; loses the prize
//             when the result is superseded, being disqualified
//   reserved  neither pen name nor partner; wins, does not let the work be read
//   loser     as telling as the winner, but wins nothing
//   unsent    a draft that is never submitted
import { kinds, tellingFiles } from './made_files.mjs';
import { acceptAll, board, closeNow, draft, invited, openContest, openJudging, sendFile, until } from './people.mjs';
import { Person } from './service.mjs';

/** The next whole second: nothing that comes after shares a second with what came before. */
const nextSecond = () => {
  const now = Math.floor(Date.now() / 1000);
  return until(async () => Math.floor(Date.now() / 1000) > now);
};

/** Words that occur nowhere else; each but the last letters of one means something only here. */
function wordsOf(letter, { pen, partner }) {
  const word = (what) => `Zq${letter}${what}`;
  return {
    name: word('namewx'),
    pen: pen && word('penwxyz'),
    partner: partner && word('partwxy'),
    address: word('homewxy'),
    file: word('namewxfile'),
    title: word('titlewx'),
    text: word('textwxy'),
  };
}

const plans = {
  winner: { letter: 'a', pen: true, partner: true, consent: true, kinds, marks: [55, 28, 9] },
  reserved: { letter: 'b', consent: false, kinds: [], marks: [50, 25, 8] },
  loser: { letter: 'c', pen: true, partner: true, consent: true, kinds: ['pdf', 'jpeg'], marks: [30, 20, 5] },
  unsent: { letter: 'd', pen: true, partner: true, consent: true, kinds: ['docx'] },
};

/** The first category takes text and a file of every kind; one judge for each work. */
function rules(book) {
  const file = {
    purpose: 'work',
    name: { vi: 'Tệp', en: 'File' },
    kinds,
    min_count: 0,
    max_count: 20,
    max_megabytes: 20,
  };
  Object.assign(book.categories[0], { text_or_file: false, files: [file] });
  book.rounds[0].judges_per_entry = 1;
  for (const prize of book.prizes) prize.min_score = 60; // the loser wins nothing when the winner is gone
  book.public_counts = true;
}

export class LeakContest {
  constructor(installation) {
    this.installation = installation;
    this.sizes = new Set(); // no two files are of one size: it tells which one it is
  }

  async prepare() {
    const { administrator, organiser } = await board(this.installation);
    const opened = await openContest(organiser, rules);
    Object.assign(this, opened, { results: [], panels: [], codes: [], slugs: [] });
    const as = (role, n = '') => invited(organiser, this.contest, role, `${role}${n}@thi.test`, 'Phạm Thị Khác');
    const join = (name) => Person.registered(this.installation, `${name}@thi.test`, 'Lê Người Khác');
    this.people = {
      administrator,
      organiser,
      secretary: await as('secretary'),
      head: await as('head'),
      inspector: await as('inspector'),
      judge: await as('judge'),
      second: await as('judge', 2),
      entrant: await join('nguoi-khac'),
      coordinator: await join('dau-moi'),
      stranger: new Person(this.installation),
    };
    const units = (await administrator.get('/api/units?limit=200')).items;
    this.unit = units.find(({ code }) => code === 'bd-hoai-an').id;
    await administrator.post('/api/grants', {
      account: this.people.coordinator.id,
      role: 'coordinator',
      unit: this.unit,
    });
    await this.enter();
    this.people.author = this.entries.winner.author;
  }

  /** Each author works, and submits, in seconds in which nobody else does anything. */
  async enter() {
    this.entries = {};
    for (const [name, plan] of Object.entries(plans)) this.entries[name] = await this.author(name, plan);
    await nextSecond();
    for (const entry of Object.values(this.entries)) await this.handIn(entry);
  }

  async author(name, plan) {
    const words = wordsOf(plan.letter, plan);
    const fullName = `Nguyễn ${words.name}`;
    const author = await Person.registered(this.installation, `${words.name.toLowerCase()}@thi.test`, fullName);
    await author.must('PATCH', '/api/me', { unit: this.unit }, { 'If-Match': '"r1"' });
    const made = new Date(Date.UTC(2019, 2, 10 + Object.keys(this.entries).length, 4, 5, 6));
    let files;
    do files = await tellingFiles(plan.kinds, 'Anh den', words.file, made);
    while (files.some(({ bytes }) => this.sizes.has(bytes.length)));
    for (const { bytes } of files) this.sizes.add(bytes.length);
    const typed = draft('bai-viet', `Ánh đèn ${words.title}`, {
      body: `Một câu chuyện thật về một con người thật ở quê tôi ${words.text}.`,
      phone: `09${plan.letter.charCodeAt(0)}512398`,
      email: `${words.name.toLowerCase()}@rieng.test`,
      address: `hẻm 5 ${words.address}`,
      exemplar: { kind: 'person', name: `Gương ${plan.letter.toUpperCase()}`, place: 'xã Nhơn Lý' },
      ...(plan.pen && { pen_name: `Bút ${words.pen}` }),
      ...(plan.partner && { co_authors: [{ name: `Trần ${words.partner}` }] }),
    });
    typed.declarations.publish_consent = plan.consent;
    return { name, plan, words, fullName, author, made, files, typed, uploads: [] };
  }

  async handIn(entry) {
    const { author, files, typed } = entry;
    entry.id = (await author.post(`/api/contests/${this.contest}/entries`, typed)).id;
    for (const { name, bytes } of files)
      entry.uploads.push((await sendFile(author, entry.id, name, bytes)).split('/').at(-1));
    const path = `/api/entries/${entry.id}`;
    const { revision } = await author.get(path);
    await nextSecond();
    if (entry.plan.marks) entry.receipt = await author.postAt(path + '/submit', revision);
    entry.seen = await author.get(path);
    await nextSecond();
  }

  get submitted() {
    return Object.values(this.entries).filter(({ plan }) => plan.marks);
  }

  /** Plays on; gives the name of each state in which one may look around. */
  async *states() {
    const { organiser, secretary, head } = this.people;
    for (const { author, id } of Object.values(this.entries))
      await until(async () =>
        (await author.get(`/api/entries/${id}/files`)).items.every(({ rendition }) => rendition === 'ready'),
      );
    yield 'open';
    await closeNow(organiser, this.contest, this.rules);
    const outcomes = await acceptAll(secretary, this.contest);
    if (outcomes.some((outcome) => outcome !== 'accepted')) throw new Error(`not all accepted: ${outcomes}`);
    yield 'closed';
    await this.judge();
    yield 'judging';
    await this.mark();
    await organiser.post(`/api/contests/${this.contest}/rounds/1/lock`);
    yield 'locked';
    const first = await this.computed();
    await secretary.post(first + '/join');
    yield 'computed';
    await head.post(first + '/join');
    yield 'joined';
    await this.published(first);
    yield 'published';
    const { id } = this.entries.winner;
    const { revision } = await secretary.get(`/api/contests/${this.contest}/entries/${id}`);
    const decision = { reason: 'Sao chép.', decision_number: '15-QĐ/BTC' };
    await organiser.postAt(`/api/contests/${this.contest}/entries/${id}/disqualify`, revision, decision);
    const second = await this.computed('Loại bài sao chép.');
    await secretary.post(second + '/join');
    await head.post(second + '/join');
    await this.published(second);
    yield 'superseded';
  }

  async judge() {
    const { organiser, judge, second } = this.people;
    await openJudging(organiser, this.contest, [judge, second]);
    this.panels = (await organiser.get(`/api/contests/${this.contest}/panels`)).items.map(({ id }) => id);
    for (const person of [judge, second]) {
      for (const { code, title } of (await person.get(`/api/contests/${this.contest}/judge/works`)).items) {
        const entry = this.submitted.find(({ typed }) => typed.title === title);
        Object.assign(entry, { code, judge: person });
        this.codes.push(code);
        await person.must('PUT', this.work(code) + '/flag', {
          kind: 'other',
          note: 'Giống một bài đã đăng.',
        });
      }
    }
  }

  work = (code) => `/api/contests/${this.contest}/judge/works/${code}`;

  async mark() {
    for (const { code, judge, plan } of this.submitted) {
      const [content, form, impact] = plan.marks;
      const { revision } = await judge.put(this.work(code) + '/card', { marks: { content, form, impact } }, 0);
      await judge.postAt(this.work(code) + '/card/submit', revision);
    }
  }

  async computed(reason) {
    const { id } = await this.people.organiser.post(`/api/contests/${this.contest}/results`, { reason });
    this.results.push(id);
    return `/api/contests/${this.contest}/results/${id}`;
  }

  async published(path, more = {}) {
    const { organiser, head, stranger } = this.people;
    await organiser.post(path + '/propose', { decision_number: '12-QĐ/BTC', ...more });
    await head.post(path + '/approve');
    await organiser.post(path + '/publish');
    this.slugs.push(...(await stranger.get(`/api/contests/${this.contest}/works`)).items.map(({ slug }) => slug));
  }
}
