// State of the list of entries of a contest: filter, loaded rows, selection. It outlives the page, so that an
// entry knows its neighbours and the list is found again as it was left.
import { SvelteSet } from 'svelte/reactivity';
import { api, messageOf, type Schemas } from '../../api/client';
import { t } from '../../i18n/index.svelte';
import { sortEntries, type EntryOrder } from './entry_order';
import { emptyFilter, sameFilter, searchOf, type Filter, type SubmittedState } from './entry_filter';

/** A line of the list; its author may have reopened it since it was listed. */
export type EntryLine = Omit<Schemas['DeskEntryLine'], 'state'> & { state: Schemas['EntryState'] };

/** Whether something can still be decided about it. */
export const isOpen = ({ state }: EntryLine) => state === 'submitted' || state === 'returned';

const kPage = 200;
const kDebounce = 250; // ms of quiet before what is typed is looked for

interface Count {
  state: Schemas['EntryState'];
  category: string;
  field: string;
  count: number;
}

export class EntryList {
  filter = $state.raw<Filter>(emptyFilter);
  items = $state.raw<EntryLine[]>();
  next = $state<string | null>(null);
  busy = $state(false);
  failure = $state('');
  counts = $state.raw<Count[]>([]);
  readonly selected = new SvelteSet<number>();
  order = $state<EntryOrder>('came');
  arranging = $state(false);
  /** How far down the rows were, and which one had the focus last. */
  scrollTop = 0;
  at = $state<number>();
  /** Brings a row into sight; of whatever shows the rows. */
  reveal: (index: number) => void = () => undefined;
  #anchor = -1;
  #requests = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(readonly contest: number) {}

  /** How many there are by what is looked for; undefined while only the service knows. */
  get total(): number | undefined {
    if (!this.next && this.items) return this.items.length;
    return this.filter.q.trim() ? undefined : this.count(this.filter.state);
  }

  /** How many are in a state (all of them: ''), in the category and the field that are looked for. */
  count(state: SubmittedState | ''): number {
    const { category, field } = this.filter;
    const inState = this.counts.filter((one) => (state ? one.state === state : one.state !== 'draft'));
    const counted = inState.filter(
      (one) => (!category || one.category === category) && (!field || one.field === field),
    );
    return counted.reduce((sum, { count }) => sum + count, 0);
  }

  /** Shows what the address asks for: as it was left if it is the same, without what has moved on since. */
  show(filter: Filter): void {
    void this.recount();
    if (!this.items || !sameFilter(filter, this.filter)) return this.search(filter);
    const { state } = this.filter;
    if (state) this.items = this.items.filter((line) => line.state === state);
  }

  search(filter: Filter, typing = false): void {
    this.filter = filter;
    this.scrollTop = 0;
    this.at = undefined;
    this.selected.clear();
    this.#anchor = -1;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.load(), typing ? kDebounce : 0);
  }

  async recount(): Promise<void> {
    const params = { path: { contest: this.contest } };
    const { data } = await api
      .GET('/api/contests/{contest}/entry-counts', { params })
      .catch(() => ({ data: undefined }));
    if (data) this.counts = data.counts;
  }

  /** Another order needs every line: the rest comes first. */
  async arrange(order: EntryOrder): Promise<void> {
    this.order = order;
    this.arranging = true;
    await this.loadAll();
    this.arranging = false;
    if (this.items) this.items = sortEntries(this.items, order);
  }

  /** The first page, or the one after `cursor`. */
  async load(cursor?: string): Promise<void> {
    clearTimeout(this.#timer);
    const mine = ++this.#requests;
    this.busy = true;
    this.failure = '';
    const { state, category, field, q } = this.filter;
    const query = {
      state: state || undefined,
      category: category || undefined,
      field: field || undefined,
      q: q.trim() || undefined,
      limit: kPage,
      cursor,
    };
    try {
      const { data, error } = await api.GET('/api/contests/{contest}/entries', {
        params: { path: { contest: this.contest }, query },
      });
      if (mine !== this.#requests) return;
      if (data) this.#merge(data.items, !!cursor);
      else this.failure = messageOf(error, t('app.unreachable'));
      if (data) this.next = data.next;
      if (data && !cursor && this.order !== 'came') void this.arrange(this.order);
    } catch {
      if (mine === this.#requests) this.failure = t('app.unreachable');
    } finally {
      if (mine === this.#requests) this.busy = false;
    }
  }

  async loadMore(): Promise<void> {
    if (this.next && !this.busy) await this.load(this.next);
  }

  /** Everything that there is to come. */
  async loadAll(): Promise<void> {
    while (this.next && !this.failure) await this.load(this.next);
  }

  /** An entry that was handed in again meanwhile comes a second time, later: that one counts. */
  #merge(loaded: EntryLine[], append: boolean): void {
    const reload = new Set(loaded.map(({ id }) => id));
    this.items = append ? [...(this.items ?? []).filter(({ id }) => !reload.has(id)), ...loaded] : loaded;
  }

  /** What has become of some entries. */
  update(changes: Map<number, Partial<EntryLine>>): void {
    this.items = this.items?.map((line) => ({ ...line, ...changes.get(line.id) }));
    for (const id of changes.keys()) this.selected.delete(id);
    void this.recount();
  }

  remove(ids: Set<number>): void {
    this.items = this.items?.filter(({ id }) => !ids.has(id));
  }

  /** Chooses or leaves a line that something can be decided about, or all from the last one touched to it. */
  select(line: EntryLine, to: boolean, range = false): void {
    const items = this.items ?? [];
    const at = items.indexOf(line);
    const from = range && this.#anchor >= 0 ? this.#anchor : at;
    this.#anchor = at;
    this.selectLines(items.slice(Math.min(from, at), Math.max(from, at) + 1), to);
  }

  selectLines(lines: EntryLine[], to: boolean): void {
    for (const line of lines) {
      if (!to) this.selected.delete(line.id);
      else if (isOpen(line)) this.selected.add(line.id);
    }
  }

  async selectAll(): Promise<void> {
    await this.loadAll();
    this.selectLines(this.items ?? [], true);
  }

  /** The entry's address, which knows what was looked for. */
  address(id: number): string {
    return `/app/contests/${this.contest}/entries/${id}${searchOf(this.filter)}`;
  }

  /** The line `step` places on; undefined at the ends. */
  neighbour(id: number, step: number): EntryLine | undefined {
    const at = this.items?.findIndex((line) => line.id === id) ?? -1;
    return at < 0 ? undefined : this.items?.[at + step];
  }

  /** The next that waits for the secretary: from here on in the list, round to its beginning, or anywhere in the contest. */
  async nextWaiting(id: number): Promise<EntryLine | undefined> {
    const items = this.items ?? [];
    const at = items.findIndex((line) => line.id === id);
    const near = [...items.slice(at + 1), ...items.slice(0, Math.max(at, 0))].find(
      ({ state }) => state === 'submitted',
    );
    if (near) return near;
    const params = { path: { contest: this.contest }, query: { state: 'submitted' as const, limit: 2 } };
    const { data } = await api.GET('/api/contests/{contest}/entries', { params }).catch(() => ({ data: undefined }));
    return data?.items.find((line) => line.id !== id);
  }
}

const lists = new Map<number, EntryList>();

/** One list for each contest. */
export function entryListOf(contest: number): EntryList {
  const list = lists.get(contest) ?? new EntryList(contest);
  lists.set(contest, list);
  return list;
}
