// People of every role and contests in every state, on which the tables of rights_*.mjs build the calls that
// succeed.
import { pdf } from './made_files.mjs';
import { acceptAll, board, closeNow, confirmed, draft, openContest, password, sendFile, until } from './people.mjs';
import { resultAt } from './rights_results.mjs';
import { Person } from './service.mjs';

/** Roles that are held on a contest; the same people hold them on every contest of `world`. */
const onContest = ['secretary', 'head', 'inspector', 'judge', 'second'];

export class World {
  constructor(installation) {
    this.installation = installation;
    this.count = 0;
    this.contests = new Map();
  }

  /** Accounts, and what needs no contest. `people` are those whose rights are tried; the others only help. */
  async settle() {
    const { administrator, organiser } = await board(this.installation);
    const join = (name) => Person.registered(this.installation, `${name}@thi.test`, 'Phạm Thị Khác');
    const people = { administrator, organiser, stranger: new Person(this.installation) };
    for (const role of ['coordinator', 'entrant', 'secretary', 'head', 'inspector', 'judge'])
      people[role] = await join(role);
    this.second = await join('second');
    this.author = await join('author');
    this.other = await join('other-author');
    this.units = Object.fromEntries(
      (await administrator.get('/api/units?limit=200')).items.map((unit) => [unit.code, unit]),
    );
    const grant = (account, role, unit) =>
      administrator.post('/api/grants', { account: account.id, role, unit: unit?.id });
    this.unit = this.units['bd-hoai-an'];
    await grant(people.coordinator, 'coordinator', this.unit);
    await people.judge.must('PATCH', '/api/me', { unit: this.unit.id }, { 'If-Match': '"r1"' });

    // People who hold every role between them, but on another contest: a role counts only where it is held.
    this.guest = await join('organiser-elsewhere');
    await grant(this.guest, 'organiser', this.units['binh-dinh']);
    people.boardElsewhere = await join('board-elsewhere');
    people.judgeElsewhere = await join('judge-elsewhere');
    people.inspectorElsewhere = await join('inspector-elsewhere');
    this.people = people;
    const { contest } = await openContest(this.guest, this.rules('elsewhere'));
    this.elsewhereContest = contest;
    for (const role of ['organiser', 'secretary', 'head'])
      await this.grant(this.guest, contest, people.boardElsewhere, role);
    await this.grant(this.guest, contest, people.judgeElsewhere, 'judge');
    await this.grant(this.guest, contest, people.inspectorElsewhere, 'inspector');
    return this;
  }

  /** A contest on which none of those who are tried holds a role: they may enter it as anybody may. */
  async guests() {
    this.guestContest ??= openContest(this.guest, this.rules('guests'));
    return (await this.guestContest).contest;
  }

  /** A contest whose result is published, and the address of a work that won. */
  async published() {
    this.publishedResult ??= resultAt(this, 'published');
    const { contest } = (await this.publishedResult).in;
    const [{ slug }] = (await this.people.stranger.get(`/api/contests/${contest}/works`)).items;
    return { contest, work: slug };
  }

  async grant(organiser, contest, person, role) {
    const grant = await organiser.post(`/api/contests/${contest}/grants`, { account: person.id, role });
    return confirmed(this.installation, grant);
  }

  /**
   * One judge for each work, as many entries as one likes, and an exemplar's unit makes nobody's conflict by
   * chance.
   */
  rules(slug) {
    return (rules) => {
      rules.slug = slug;
      delete rules.eligibility.max_entries;
      rules.rounds[0].judges_per_entry = 1;
    };
  }

  fresh(word) {
    return `${word}-${++this.count}`;
  }

  /** A contest of the organiser's in the state, made when it is first asked for. */
  contest(state) {
    if (!this.contests.has(state)) this.contests.set(state, this.made(state));
    return this.contests.get(state);
  }

  /** Another one that nobody else changes. */
  async made(state) {
    const { organiser, secretary } = this.people;
    const { contest, rules } = await openContest(organiser, this.rules(this.fresh(state)));
    for (const role of onContest)
      await this.grant(organiser, contest, this.people[role] ?? this.second, role === 'second' ? 'judge' : role);
    if (state === 'open') return { contest, rules };
    const entries = [];
    for (let i = 0; i < (state === 'judging' ? 6 : 2); i++)
      entries.push(await this.submitted(contest, i % 2 ? this.other : this.author, { file: i === 0 }));
    if (state === 'judging') entries.push(await this.submitted(contest, this.author, { exemplarUnit: this.unit.id }));
    await until(() => this.renditionsReady(entries[0]));
    await closeNow(organiser, contest, rules);
    await acceptAll(secretary, contest);
    return this.judged({ contest, rules, entries }, state);
  }

  async renditionsReady(entry) {
    return (await entry.owner.get(`/api/entries/${entry.id}/files`)).items.every(
      ({ rendition }) => rendition === 'ready',
    );
  }

  /** From `waiting` (accepted, a panel, terms agreed to) through `judging` to `locked`. */
  async judged(it, state) {
    const { organiser, judge } = this.people;
    const at = `/api/contests/${it.contest}`;
    for (const one of [judge, this.second]) await one.post(`${at}/judge/terms`, { interests: [] });
    it.panel = (await organiser.post(`${at}/panels`, this.panelOf([judge, this.second]))).id;
    if (state === 'waiting') return it;
    await organiser.post(`${at}/rounds/1/open`);
    if (state === 'judging') return this.assigned(it);
    await organiser.post(`${at}/rounds/1/assignments/draw`);
    for (const one of [judge, this.second])
      for (const { code } of (await one.get(`${at}/judge/works`)).items) await this.markedBy(one, it.contest, code);
    if (state === 'marked') return it;
    await organiser.post(`${at}/rounds/1/lock`);
    return it;
  }

  panelOf(judges) {
    return {
      name: 'Tiểu ban',
      round: 1,
      categories: ['bai-viet', 'video'],
      members: judges.map(({ id }) => id),
    };
  }

  /** The same marks for every work: the rules leave all of them tied. */
  async markedBy(judge, contest, code) {
    const path = `/api/contests/${contest}/judge/works/${code}/card`;
    const { revision } = await judge.put(path, { marks: { content: 50, form: 25, impact: 8 } }, 0);
    return (await judge.postAt(path + '/submit', revision)).revision;
  }

  /** An entry of somebody's that is complete, but not submitted. */
  async drafted(contest, owner, { title = this.fresh('Một người'), file = false, exemplarUnit, more } = {}) {
    const content = draft('bai-viet', title, more);
    if (exemplarUnit) content.exemplar.unit = exemplarUnit;
    if (file) content.body = '';
    const entry = { ...(await owner.post(`/api/contests/${contest}/entries`, content)), owner };
    if (!file) return entry;
    entry.upload = await sendFile(owner, entry.id, 'bai.pdf', pdf(title));
    [entry.file] = (await owner.get(`/api/entries/${entry.id}/files`)).items;
    entry.revision = (await owner.get(`/api/entries/${entry.id}`)).revision;
    return entry;
  }

  async submitted(contest, owner, options) {
    const entry = await this.drafted(contest, owner, options);
    await owner.postAt(`/api/entries/${entry.id}/submit`, entry.revision);
    entry.revision = (await owner.get(`/api/entries/${entry.id}`)).revision;
    return entry;
  }

  /**
   * Every work to the judge, but the one about the judge's own unit: `mine`, `barred`, and `withFile` among
   * the former.
   */
  async assigned(it) {
    const { organiser, judge } = this.people;
    const path = `/api/contests/${it.contest}/rounds/1/assignments`;
    it.mine = [];
    for (const { code } of (await organiser.get(path)).items) {
      const { status } = await this.assign(it.contest, code, judge);
      if (status === 201) it.mine.push(code);
      else it.barred = code;
    }
    for (const code of it.mine)
      if ((await judge.get(`/api/contests/${it.contest}/judge/works/${code}`)).files.length) it.withFile = code;
    it.mine.splice(it.mine.indexOf(it.withFile), 1);
    return it;
  }

  assign(contest, code, judge) {
    const path = `/api/contests/${contest}/rounds/1/assignments`;
    return this.people.organiser.call(
      'POST',
      path,
      { code, judge: judge.id },
      { 'Idempotency-Key': crypto.randomUUID() },
    );
  }

  /** A session of somebody's own, which may be ended. */
  signedIn(person) {
    return Person.signedIn(this.installation, person.identifier, password);
  }
}
