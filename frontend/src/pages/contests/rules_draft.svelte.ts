// A rule book being edited. The whole document is kept, so that parts which the form does not show survive.
import { api, type Problem, type Schemas } from '../../api/client';
import { contestOf, rulesOf, type Contest, type RuleBook } from '../../api/contest';
import { ifMatch } from '../../api/request.svelte';
import { Autosave } from '../../parts/autosave.svelte';
import { dropOwn, keepOwn, readOwn, unsent } from '../../parts/own_storage';

const kPause = 700; // ms of quiet before the service checks the rules

/** By which this device keeps the rules that are not sent yet. */
export const rulesDraftKey = (contest: number) => `rules-${contest}`;
/** By which it keeps an amendment, which goes out whole: made of these rules, of which the contest had this revision. */
const amendmentKey = (contest: number) => unsent(`amendment-${contest}`);

/** The amendment that was begun on this device, unless the rules have changed since. */
export function keptAmendment({ id, revision }: Contest): RuleBook | undefined {
  const kept = readOwn<{ revision: number; rules: RuleBook }>(amendmentKey(id));
  return kept?.revision === revision ? kept.rules : undefined;
}

export const dropAmendment = (contest: number) => dropOwn(amendmentKey(contest));

export class RulesDraft {
  rules = $state() as RuleBook;
  /** The host as it is picked by name; the rules have its code. */
  host = $state<number | null>(null);
  faults = $state<Schemas['Fault'][]>([]);
  /** Rules that are well formed but that the program cannot obey yet: opening refuses them. */
  notObeyed = $state<Schemas['Fault'][]>([]);
  /** Where the form is to put the focus: the field of this fault. */
  sought = $state<Schemas['Fault']>();
  /** How often the service has looked. */
  checks = $state(0);
  readonly autosave: Autosave<RuleBook>;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** `saves`: a draft is saved as one types; an amendment is sent when it is complete. */
  constructor(
    readonly contest: Contest,
    rules: RuleBook,
    readonly saves: boolean,
  ) {
    this.rules = rules;
    this.host = contest.host_unit;
    this.autosave = new Autosave<RuleBook>({
      key: rulesDraftKey(contest.id),
      revision: contest.revision,
      draft: () => $state.snapshot(this.rules) as RuleBook,
      current: async () => {
        const [{ revision }, draft] = await Promise.all([contestOf(contest.id), rulesOf(contest.id)]);
        return { revision, draft };
      },
      send: (body, revision) =>
        api.PUT('/api/contests/{contest}/rule-book', {
          params: { path: { contest: contest.id }, header: ifMatch(revision) },
          body: body as never,
        }),
    });
    const restored = saves ? this.autosave.restore() : undefined;
    if (restored) {
      this.rules = restored;
      this.autosave.changed();
    }
    void this.check();
  }

  /** All that keeps the rules from being opened or amended. */
  get wrong(): Schemas['Fault'][] {
    return [...this.faults, ...this.notObeyed];
  }

  changed(): void {
    if (this.saves) this.autosave.changed();
    else
      keepOwn(amendmentKey(this.contest.id), {
        revision: this.contest.revision,
        rules: $state.snapshot(this.rules),
      });
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.check(), kPause);
  }

  async check(): Promise<void> {
    const { data, error } = await api
      .POST('/api/rule-books/validate', { body: $state.snapshot(this.rules) as never })
      .catch(() => ({ data: undefined, error: undefined }));
    if (data) [this.faults, this.notObeyed] = [data.faults, data.not_obeyed];
    else if (error) this.faults = (error as Problem).faults ?? [];
    this.checks++;
  }
}
