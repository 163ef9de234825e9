// A scorecard while it is filled in: every change is kept on this device at once and sent to the service soon after; without a
// network it waits, and goes when the network is back.
import { api, type Schemas } from '../../api/client';
import type { Work } from './queue.svelte';

type Criterion = Schemas['Criterion'];
interface Kept {
  marks: Record<string, number | null>;
  comment_jury: string;
  comment_author: string;
  revision: number;
}

const kPause = 500; // ms of quiet before a change is sent
const kRetry = 5000; // ms until a failed sending is tried again

export type Saving = 'saved' | 'waiting' | 'sending' | 'offline' | 'refused';

export class CardKeeper {
  marks = $state<Record<string, number | null>>({});
  commentJury = $state('');
  commentAuthor = $state('');
  saving = $state<Saving>('saved');
  problem = $state<Schemas['Problem']>();
  submitted = $state(false);
  readonly scorecard: Criterion[];
  #revision: number;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #key: string;

  constructor(
    readonly contest: number,
    readonly work: Work,
  ) {
    const { card } = work;
    this.scorecard = work.scorecard;
    this.marks = { ...card.marks };
    this.commentJury = card.comment_jury;
    this.commentAuthor = card.comment_author;
    this.submitted = card.state === 'submitted';
    this.#revision = card.revision;
    this.#key = `guong-card-${contest}-${work.code}`;
    this.#takeUpKept();
  }

  /** What this device still holds from before, when the service has nothing newer. */
  #takeUpKept(): void {
    const text = localStorage.getItem(this.#key);
    if (!text) return;
    const kept = JSON.parse(text) as Kept;
    if (this.submitted || kept.revision !== this.#revision) return this.#forget();
    this.marks = kept.marks;
    this.commentJury = kept.comment_jury;
    this.commentAuthor = kept.comment_author;
    this.changed();
  }

  #forget(): void {
    localStorage.removeItem(this.#key);
  }

  /** To be called after every change of marks or comments. */
  changed(): void {
    const kept: Kept = { ...this.#draft(), revision: this.#revision };
    localStorage.setItem(this.#key, JSON.stringify(kept));
    this.saving = 'waiting';
    this.#later(kPause);
  }

  #draft() {
    return { marks: { ...this.marks }, comment_jury: this.commentJury, comment_author: this.commentAuthor };
  }

  #later(ms: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.save(), ms);
  }

  /** Sends what is not sent yet. True when the service has everything. */
  async save(): Promise<boolean> {
    clearTimeout(this.#timer);
    if (this.saving === 'saved') return true;
    if (this.saving === 'sending') return false;
    this.saving = 'sending';
    const sent = JSON.stringify(this.#draft());
    try {
      const { data, error } = await api.PUT('/api/contests/{contest}/judge/works/{code}/card', {
        params: { path: { contest: this.contest, code: this.work.code }, header: { 'If-Match': `"r${this.#revision}"` } },
        body: JSON.parse(sent) as Schemas['CardDraft'],
      });
      if (!data) return this.#refused(error);
      this.#revision = data.revision;
    } catch {
      this.saving = 'offline';
      this.#later(kRetry);
      return false;
    }
    this.problem = undefined;
    if (JSON.stringify(this.#draft()) !== sent) {
      this.changed();
      return this.save();
    }
    this.saving = 'saved';
    this.#forget();
    return true;
  }

  #refused(error: unknown): boolean {
    this.problem = error as Schemas['Problem'];
    this.saving = 'refused';
    return false;
  }

  async submit(): Promise<boolean> {
    if (this.#revision === 0 && this.saving === 'saved') this.saving = 'waiting';
    if (!(await this.save())) return false;
    try {
      const { data, error } = await api.POST('/api/contests/{contest}/judge/works/{code}/card/submit', {
        params: { path: { contest: this.contest, code: this.work.code }, header: { 'If-Match': `"r${this.#revision}"` } },
      });
      if (!data) return this.#refused(error);
    } catch {
      this.saving = 'offline';
      return false;
    }
    this.submitted = true;
    return true;
  }

  get complete(): boolean {
    return this.scorecard.every(({ id }) => this.marks[id] != null);
  }

  /** Only a hint: the service computes what counts. */
  get total(): number {
    return this.scorecard.reduce((sum, { id, weight, max }) => sum + (weight * (this.marks[id] ?? 0)) / max, 0);
  }
}
