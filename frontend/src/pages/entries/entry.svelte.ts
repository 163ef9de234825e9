// An entry while its author writes it.
import { api, type Problem, type Schemas } from '../../api/client';
import { Keeper } from '../../parts/keeper.svelte';

export type MyEntry = Schemas['MyEntry'];
type Draft = Schemas['EntryDraft'];

const kInvalid = 422;

export async function fetchEntry(entry: number): Promise<MyEntry> {
  const { data, error } = await api.GET('/api/entries/{entry}', { params: { path: { entry } } });
  if (!data) throw error;
  return data;
}

/** What of an entry its author writes. */
function written(entry: MyEntry) {
  const { category, field, title, body, language, exemplar, co_authors, pen_name, phone, email, address, declared_ties, declarations } = entry;
  return { category, field, title, body, language, exemplar, co_authors, pen_name, phone, email, address, declared_ties, declarations };
}

export class EntryKeeper {
  content = $state() as ReturnType<typeof written>;
  readonly keeper: Keeper<Draft>;
  /** What handing in would be refused for, as last checked. */
  faults = $state<Schemas['Fault'][]>();
  /** Handing in was tried and refused. */
  tried = $state(false);

  constructor(readonly id: number, entry: MyEntry) {
    this.content = written(entry);
    this.keeper = new Keeper<Draft>({
      key: `guong-entry-${id}`,
      revision: entry.revision,
      draft: () => this.#draft(),
      send: (body, revision) => api.PUT('/api/entries/{entry}', { params: this.#params(revision), body }),
    });
    const kept = this.keeper.kept();
    if (!kept) return;
    this.content = { ...this.content, ...(kept as ReturnType<typeof written>) };
    this.keeper.changed();
  }

  #draft(): Draft {
    const plain = $state.snapshot(this.content);
    const kind = plain.exemplar.kind as NonNullable<Draft['exemplar']>['kind'];
    // A line for a co-author without a name yet is not sent.
    return { ...plain, exemplar: { ...plain.exemplar, kind }, co_authors: plain.co_authors.filter(({ name }) => name.trim()) };
  }

  #params(revision: number) {
    return { path: { entry: this.id }, header: { 'If-Match': `"r${revision}"` } };
  }

  async check(): Promise<void> {
    const { data } = await api.GET('/api/entries/{entry}/faults', { params: { path: { entry: this.id } } }).catch(() => ({ data: undefined }));
    if (data) this.faults = data.faults;
  }

  /** The receipt, or nothing when the service refused (`faults` says why) or could not be reached. */
  async submit(): Promise<Schemas['Receipt'] | undefined> {
    if (this.keeper.saving === 'refused') this.keeper.changed();
    if (!(await this.keeper.save())) return undefined;
    const { path, header } = this.#params(this.keeper.revision);
    try {
      const { data, error, response } = await api.POST('/api/entries/{entry}/submit', {
        params: { path, header: { ...header, 'Idempotency-Key': crypto.randomUUID() } },
      });
      if (data) return data;
      this.tried = true;
      this.faults = (error as Problem).faults ?? this.faults;
      if (!this.faults?.length || response.status !== kInvalid) this.keeper.refused(error, response);
    } catch {
      this.keeper.later('offline');
    }
    return undefined;
  }
}
