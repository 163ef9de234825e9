// What somebody is writing: every change is kept on this device at once and sent to the service soon after; without a network it
// waits, and goes when the network is back. A change made elsewhere meanwhile is shown, never written over unasked.
import type { Problem } from '../api/client';

const kDebounce = 600; // ms of quiet before a change is sent
const kRetry = 5000; // ms until a failed sending is tried again
const kPreconditionFailed = 412;
const kUnauthorized = 401;

export type SaveState = 'saved' | 'waiting' | 'sending' | 'offline' | 'refused' | 'stale';

interface Options<Draft> {
  /** Where this device keeps it. */
  key: string;
  revision: number;
  draft: () => Draft;
  send: (draft: Draft, revision: number) => Promise<{ data?: { revision: number }; error?: unknown; response: Response }>;
}

export class Autosave<Draft> {
  state = $state<SaveState>('saved');
  problem = $state<Problem>();
  #options: Options<Draft>;
  #revision: number;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(options: Options<Draft>) {
    this.#options = options;
    this.#revision = options.revision;
  }

  get revision(): number {
    return this.#revision;
  }

  /** What this device still holds from before, unless the service has something newer. */
  restore(): Draft | undefined {
    const text = localStorage.getItem(this.#options.key);
    if (!text) return undefined;
    const { revision, draft } = JSON.parse(text) as { revision: number; draft: Draft };
    if (revision === this.#revision) return draft;
    this.discard();
    return undefined;
  }

  discard(): void {
    clearTimeout(this.#timer);
    localStorage.removeItem(this.#options.key);
    this.state = 'saved';
  }

  /** To be called after every change. */
  changed(): void {
    localStorage.setItem(this.#options.key, JSON.stringify({ revision: this.#revision, draft: this.#options.draft() }));
    if (this.state === 'stale') return;
    if (this.state !== 'sending') this.state = 'waiting';
    this.#schedule(kDebounce);
  }

  /** Writes over what came from elsewhere, whose revision is given. */
  overwrite(revision: number): Promise<boolean> {
    this.#revision = revision;
    this.state = 'waiting';
    return this.save();
  }

  #schedule(ms: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.save(), ms);
  }

  /** Sends what is not sent yet. True when the service has everything. */
  async save(): Promise<boolean> {
    clearTimeout(this.#timer);
    if (this.state === 'saved') return true;
    if (this.state === 'sending' || this.state === 'stale') return false;
    this.state = 'sending';
    const sent = this.#options.draft();
    try {
      const { data, error, response } = await this.#options.send(sent, this.#revision);
      if (!data) return response.status === kUnauthorized ? this.retryLater('waiting') : this.refused(error, response);
      this.#revision = data.revision;
    } catch {
      return this.retryLater('offline');
    }
    this.problem = undefined;
    const more = JSON.stringify(this.#options.draft()) !== JSON.stringify(sent);
    this.state = 'saved';
    if (!more) {
      this.discard();
      return true;
    }
    this.changed();
    return this.save();
  }

  refused(error: unknown, response: Response): false {
    this.problem = error as Problem;
    this.state = response.status === kPreconditionFailed ? 'stale' : 'refused';
    return false;
  }

  /** Not sent for a reason that passes: no network, or the session has ended and its owner is asked to sign in again. */
  retryLater(state: 'offline' | 'waiting'): false {
    this.state = state;
    this.#schedule(kRetry);
    return false;
  }
}
