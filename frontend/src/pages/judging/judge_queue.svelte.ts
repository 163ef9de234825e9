// The works assigned to a judge in one contest: order, progress, and those already fetched. The next one is
// fetched ahead, so that it appears at once.
import { api, type Schemas } from '../../api/client';
import { rulesOf, type RuleBook } from '../../api/contest';
import { local } from '../../i18n/index.svelte';
import { flushAutosave } from '../../parts/autosave.svelte';
import { cardDraftKey, totalOf } from './card_draft.svelte';

export type Work = Schemas['JudgeWork'];
export type Item = Schemas['JudgeWorkItem'];

const kMatches = {
  all: () => true,
  none: ({ card_state }: Item) => card_state === 'none',
  draft: ({ card_state }: Item) => card_state === 'draft',
  submitted: ({ card_state }: Item) => card_state === 'submitted',
  flagged: ({ flagged }: Item) => flagged,
};
export type Filter = keyof typeof kMatches;
export const kFilters = Object.keys(kMatches) as Filter[];

export class JudgeQueue {
  items = $state<Item[]>();
  failure = $state<unknown>();
  /** Which works the list shows; kept from work to work. */
  filter = $state<Filter>('all');
  rules = $state.raw<RuleBook>();
  #fetched = new Map<string, Promise<Work>>();

  constructor(readonly contest: number) {}

  /** Counted when it is asked for: a $derived would be the first page's, and stand still when that page is left. */
  get done(): number {
    return this.items?.filter((item) => item.card_state === 'submitted').length ?? 0;
  }

  /** How many works a filter leaves. */
  count(filter: Filter): number {
    return this.items?.filter(kMatches[filter]).length ?? 0;
  }

  get shown(): Item[] {
    return this.items?.filter(kMatches[this.filter]) ?? [];
  }

  /** The first that still takes marks. */
  get next(): Item | undefined {
    return this.items?.find((item) => item.open && item.card_state !== 'submitted');
  }

  /** Whether the rounds of all works are locked. */
  get over(): boolean {
    return !!this.items?.length && this.items.every(({ open }) => !open);
  }

  category(id: string): string {
    const found = this.rules?.categories.find((one) => one.id === id);
    return found ? local(found.name) : '';
  }

  /** What the judge's own marks of a work come to; nothing before the first. */
  total({ round, marks }: Item): number | undefined {
    const criteria = this.rules?.rounds[round - 1]?.criteria;
    return criteria && Object.keys(marks).length ? totalOf(criteria, marks) : undefined;
  }

  async load(): Promise<void> {
    this.failure = undefined;
    // Names, dates and weights: the list is of use without them.
    void rulesOf(this.contest).then(
      (rules) => (this.rules = rules),
      () => undefined,
    );
    const items: Item[] = [];
    let cursor: string | undefined;
    do {
      const params = { path: { contest: this.contest }, query: { limit: 200, cursor } };
      const { data, error } = await api.GET('/api/contests/{contest}/judge/works', { params });
      if (!data) {
        this.failure = error ?? {};
        return;
      }
      items.push(...data.items);
      cursor = data.next ?? undefined;
    } while (cursor);
    this.items = items;
  }

  /** The work `step` places on; undefined at the ends. */
  neighbour(code: string, step: number): Item | undefined {
    const at = this.items?.findIndex((item) => item.code === code) ?? -1;
    return at < 0 ? undefined : this.items?.[at + step];
  }

  /** The next work whose card is not handed in, from here round to the beginning. */
  nextUnsubmitted(code: string): Item | undefined {
    const items = this.items ?? [];
    const at = items.findIndex((item) => item.code === code);
    return [...items.slice(at + 1), ...items.slice(0, at)].find((item) => item.open && item.card_state !== 'submitted');
  }

  /** Asks for a work, or gives the one that was asked for before. */
  work(code: string): Promise<Work> {
    const before = this.#fetched.get(code);
    if (before) return before;
    const fetched = this.#fetch(code);
    this.#fetched.set(code, fetched);
    fetched.catch(() => this.#fetched.delete(code));
    return fetched;
  }

  /** The card has changed: what was fetched is old. */
  changed(code: string, state: Item['card_state'], marks?: Record<string, number | null>): void {
    this.#fetched.delete(code);
    const item = this.items?.find((one) => one.code === code);
    if (!item) return;
    item.card_state = state;
    if (marks)
      item.marks = Object.fromEntries(
        Object.entries(marks).filter((mark): mark is [string, number] => mark[1] !== null),
      );
  }

  flagged(code: string, flagged: boolean): void {
    this.#fetched.delete(code);
    const item = this.items?.find((one) => one.code === code);
    if (item) item.flagged = flagged;
  }

  remove(code: string): void {
    this.#fetched.delete(code);
    this.items = this.items?.filter((item) => item.code !== code);
  }

  async #fetch(code: string): Promise<Work> {
    await flushAutosave(cardDraftKey(this.contest, code));
    const params = { path: { contest: this.contest, code } };
    const { data, error } = await api.GET('/api/contests/{contest}/judge/works/{code}', { params });
    if (!data) throw error;
    return data;
  }
}

const queues = new Map<number, JudgeQueue>();

/** One queue for each contest, kept while the page lives. */
export function judgeQueueOf(contest: number): JudgeQueue {
  const queue = queues.get(contest) ?? new JudgeQueue(contest);
  queues.set(contest, queue);
  return queue;
}
