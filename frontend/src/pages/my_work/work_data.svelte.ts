// What waits for the signed-in person, as the service tells it in parts: asked for once, then again when they
// look at their work or have done some of it. The navigation counts it, "my work" shows it.
import { serviceNow } from '../../api/clock';
import { api, type Schemas } from '../../api/client';
import { mayBe } from '../../api/contest';
import { session } from '../../session.svelte';

const kContests = 50; // that somebody holds roles on, and whose numbers are asked for

export interface OrganisedContest {
  contest: Schemas['Contest'];
  /** How many entries wait for the secretary. */
  waiting: number;
  /** The newest result. */
  result?: Schemas['ResultBrief'];
}

export interface WorkData {
  confirmations: Schemas['Confirmation'][];
  named: Schemas['CoAuthorship'][];
  entries: Schemas['MyEntryLine'][];
  judging: Schemas['JudgingContest'][];
  organised: OrganisedContest[];
  /** Those one has a role or a work in. */
  contests: Map<number, Schemas['Contest']>;
}

class WorkList {
  data = $state.raw<WorkData>();
  failed = $state(false);

  async load(): Promise<void> {
    try {
      this.data = await read();
      this.failed = false;
    } catch {
      this.failed = true;
    }
  }
}
export const workList = new WorkList();

async function read(): Promise<WorkData> {
  const roles = session.me?.roles ?? [];
  const nothing = { data: { items: [] } };
  const [confirmations, named, entries, judging, mine] = await Promise.all([
    api.GET('/api/confirmations'),
    api.GET('/api/me/co-authorships'),
    api.GET('/api/entries'),
    roles.some(({ role }) => role === 'judge') ? api.GET('/api/judging/contests') : nothing,
    roles.some(({ contest }) => contest)
      ? api.GET('/api/contests', { params: { query: { mine: '1', limit: kContests } } })
      : nothing,
  ]);
  if (!entries.data) throw new Error('not answered');
  const own = (mine.data?.items ?? []) as Schemas['Contest'][];
  const contests = new Map(own.map((contest) => [contest.id, contest]));
  const [organised, others] = await Promise.all([
    Promise.all(own.filter(({ id }) => mayBe(id, 'organiser', 'secretary', 'head')).map(organisedContest)),
    // The deadlines of contests that one only takes part in.
    entries.data.items.some(({ contest }) => !contests.has(contest.id))
      ? api.GET('/api/contests', { params: { query: { limit: 200 } } })
      : nothing,
  ]);
  const entered = new Set(entries.data.items.map(({ contest }) => contest.id));
  for (const contest of (others.data?.items ?? []) as Schemas['Contest'][])
    if (entered.has(contest.id) && !contests.has(contest.id)) contests.set(contest.id, contest);
  return {
    confirmations: confirmations.data?.items ?? [],
    named: named.data?.items ?? [],
    entries: entries.data.items,
    judging: (judging.data?.items ?? []) as Schemas['JudgingContest'][],
    organised,
    contests,
  };
}

/** The numbers that tell what its board has to do next; only those that the contest's state leaves open are asked for. */
async function organisedContest(contest: Schemas['Contest']): Promise<OrganisedContest> {
  const params = { path: { contest: contest.id } };
  const settling = contest.state === 'judging' || contest.state === 'settled';
  const [counts, results] = await Promise.all([
    contest.state === 'open' ? api.GET('/api/contests/{contest}/entry-counts', { params }) : undefined,
    settling && Date.parse(contest.deadline) <= serviceNow()
      ? api.GET('/api/contests/{contest}/results', { params })
      : undefined,
  ]);
  const waiting = (counts?.data?.counts ?? []).filter(({ state }) => state === 'submitted');
  return {
    contest,
    waiting: waiting.reduce((sum, { count }) => sum + count, 0),
    result: results?.data?.items[0],
  };
}
