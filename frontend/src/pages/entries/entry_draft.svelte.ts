// An entry being written by its author: its content, saved as it is typed, and the check before submitting.
import { api, type Problem, type Schemas } from '../../api/client';
import { idempotencyKey, ifMatch } from '../../api/request.svelte';
import { Autosave } from '../../parts/autosave.svelte';
import { adoptOwn, unsent } from '../../parts/own_storage';

export type MyEntry = Schemas['MyEntry'];
type Draft = Schemas['EntryDraft'];

const kInvalid = 422;

export async function fetchEntry(entry: number): Promise<MyEntry> {
  const { data, error } = await api.GET('/api/entries/{entry}', { params: { path: { entry } } });
  if (!data) throw error;
  return data;
}

/** By which this device keeps what its author has not sent yet. */
export const entryDraftKey = (entry: number) => `entry-${entry}`;

/** What of an entry its author writes. */
function authoredPart(entry: MyEntry) {
  const {
    category,
    field,
    title,
    body,
    language,
    exemplar,
    author,
    co_authors,
    pen_name,
    phone,
    email,
    address,
    declared_interests,
    declarations,
  } = entry;
  return {
    category,
    field,
    title,
    body,
    language,
    exemplar,
    author,
    co_authors,
    pen_name,
    phone,
    email,
    address,
    declared_interests,
    declarations,
  };
}

type Content = ReturnType<typeof authoredPart>;

/** Whom an entry names, without what they have said to it. */
const named = ({ name, pen_name, unit, contact }: Content['co_authors'][number]) => ({ name, pen_name, unit, contact });

/** As it is sent: a line for a co-author without a name yet is left out; for whom it is handed in stays. */
function draftOf(content: Content): Draft {
  const kind = content.exemplar.kind as NonNullable<Draft['exemplar']>['kind'];
  const co_authors = content.co_authors.filter(({ name }) => name.trim()).map(named);
  const author = content.author && named(content.author);
  return { ...content, exemplar: { ...content.exemplar, kind }, author, co_authors };
}

export class EntryDraft {
  content = $state() as Content;
  readonly autosave: Autosave<Draft>;
  /** What handing in would be refused for, as last checked. */
  faults = $state<Schemas['Fault'][]>();
  /** Handing in was tried and refused. */
  tried = $state(false);

  constructor(
    readonly id: number,
    entry: MyEntry,
  ) {
    this.content = authoredPart(entry);
    this.autosave = new Autosave<Draft>({
      key: entryDraftKey(id),
      revision: entry.revision,
      draft: () => draftOf($state.snapshot(this.content)),
      current: async () => {
        const now = await fetchEntry(id);
        return { revision: now.revision, draft: draftOf(authoredPart(now)) };
      },
      send: (body, revision) => api.PUT('/api/entries/{entry}', { params: this.#params(revision), body }),
    });
    adoptOwn(id, unsent(entryDraftKey(id)));
    const restored = this.autosave.restore();
    if (!restored) return;
    // A page of an earlier release kept them under another name.
    const { declared_ties, ...kept } = restored as Partial<Content> & { declared_ties?: string[] };
    this.content = { ...this.content, ...(declared_ties && { declared_interests: declared_ties }), ...kept };
    this.autosave.changed();
  }

  #params(revision: number) {
    return { path: { entry: this.id }, header: ifMatch(revision) };
  }

  async check(): Promise<void> {
    const { data } = await api
      .GET('/api/entries/{entry}/faults', { params: { path: { entry: this.id } } })
      .catch(() => ({ data: undefined }));
    if (data) this.faults = data.faults;
  }

  /** The receipt, or nothing when the service refused (`faults` says why) or could not be reached. */
  async submit(): Promise<Schemas['Receipt'] | undefined> {
    if (this.autosave.state === 'refused') this.autosave.changed();
    if (!(await this.autosave.save())) return undefined;
    const { path, header } = this.#params(this.autosave.revision);
    try {
      const { data, error, response } = await api.POST('/api/entries/{entry}/submit', {
        params: { path, header: { ...header, ...idempotencyKey() } },
      });
      if (data) return data;
      this.tried = true;
      this.faults = (error as Problem).faults ?? this.faults;
      if (!this.faults?.length || response.status !== kInvalid) this.autosave.refused(error, response);
    } catch {
      this.autosave.retryLater('offline');
    }
    return undefined;
  }
}
