// Saves a draft while it is typed: every change is stored on this device at once and sent to the service soon
// after; without a network it waits and retries. A change made elsewhere is shown, never overwritten unasked.
import { untrack } from 'svelte';
import type { Problem } from '../api/client';
import { dropOwn, keepOwn, readOwn, unsent } from './own_storage';

const kDebounce = 600; // ms of quiet before a change is sent
const kRetry = 5000; // ms until a failed sending is tried again
const kPreconditionFailed = 412;
const kUnauthorized = 401;
const kUnanswered = 2; // drafts sent last whose answers did not come

export type SaveState = 'saved' | 'waiting' | 'sending' | 'offline' | 'refused' | 'stale';

interface Options<Draft> {
  /** By which this device keeps it for its owner. */
  key: string;
  /** The one that the service had when it was read. */
  revision: number;
  draft: () => Draft;
  /** What the service has now. */
  current: () => Promise<{ revision: number; draft: Draft }>;
  send: (
    draft: Draft,
    revision: number,
  ) => Promise<{ data?: { revision: number }; error?: unknown; response: Response }>;
}

interface Kept<Draft> {
  revision: number;
  draft: Draft;
  unanswered?: string[];
}

/** The same text for the same value, in whatever order its keys came. */
const canonical = (value: unknown) =>
  JSON.stringify(value, (_, part: unknown) =>
    part && typeof part === 'object' && !Array.isArray(part) ? Object.fromEntries(Object.entries(part).sort()) : part,
  );

/** The one writer of each draft, by its key. It outlives its page, so that what was typed last still goes out. */
const writers = new Map<string, Autosave<unknown>>();

/** Sends at once what waits: the network is back, or the session. */
export async function flushAutosaves(): Promise<void> {
  await Promise.all([...writers.values()].map((writer) => untrack(() => writer.flush())));
}

/** To be awaited before a draft is read from the service: what a page that was left had still to send goes out first. */
export async function flushAutosave(key: string): Promise<void> {
  await untrack(() => writers.get(key)?.flush());
}

export class Autosave<Draft> {
  state = $state<SaveState>('saved');
  problem = $state<Problem>();
  /** When the service took the draft last, since this page is open. */
  savedAt = $state<string>();
  #options: Options<Draft>;
  #revision: number;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #sending: Promise<boolean> | undefined;
  #replaced = false;
  /** What was sent at this revision and may have arrived, though no answer told so. */
  #unanswered: string[] = [];

  /** Takes over from the one that wrote this draft before: two of them would refuse each other's revisions. */
  constructor(options: Options<Draft>) {
    this.#options = options;
    this.#revision = options.revision;
    const before = writers.get(options.key);
    if (before) before.#retire();
    writers.set(options.key, this as unknown as Autosave<unknown>);
  }

  get revision(): number {
    return this.#revision;
  }

  /** What this device still holds from before, unless the service has something newer. */
  restore(): Draft | undefined {
    const kept = readOwn<Kept<Draft>>(unsent(this.#options.key));
    if (!kept) return undefined;
    const { revision, draft, unanswered } = kept;
    if (revision === this.#revision) {
      this.#unanswered = unanswered ?? [];
      return draft;
    }
    this.discard();
    return undefined;
  }

  /** Drops what this device keeps. */
  discard(): void {
    clearTimeout(this.#timer);
    if (!this.#replaced) dropOwn(unsent(this.#options.key));
    this.#unanswered = [];
    this.state = 'saved';
  }

  /** To be called after every change. */
  changed(): void {
    this.#keep();
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

  /** Sends what is not sent yet; joins a sending that is under way. True when the service has everything. */
  save(): Promise<boolean> {
    this.#sending ??= this.#sendAll().finally(() => (this.#sending = undefined));
    return this.#sending;
  }

  /** Sends what waits to be sent, but not what was refused. */
  async flush(): Promise<void> {
    if (['waiting', 'sending', 'offline'].includes(this.state)) await this.save();
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

  /** Until what is there is what was sent: one goes on writing meanwhile. */
  async #sendAll(): Promise<boolean> {
    clearTimeout(this.#timer);
    while (this.state !== 'saved') {
      if (this.state === 'stale' || this.#replaced) return false;
      this.state = 'sending';
      const draft = this.#options.draft();
      this.#unanswered = [...this.#unanswered, canonical(draft)].slice(-kUnanswered);
      this.#keep();
      try {
        const { data, error, response } = await this.#options.send(draft, this.#revision);
        if (response.status === kUnauthorized) return this.retryLater('waiting');
        if (response.status === kPreconditionFailed && (await this.#adoptOwn())) continue;
        if (!data) return this.refused(error, response);
        this.#revision = data.revision;
        this.savedAt = new Date().toISOString();
      } catch {
        return this.retryLater('offline');
      }
      this.problem = undefined;
      this.#unanswered = [];
      if (canonical(this.#options.draft()) === canonical(draft)) this.discard();
      else this.#keep();
    }
    return true;
  }

  /** Whether what the service has was sent from here and only its answer was lost: then nobody else has changed it. */
  async #adoptOwn(): Promise<boolean> {
    const { revision, draft } = await this.#options.current();
    if (revision === this.#revision || !this.#unanswered.includes(canonical(draft))) return false;
    this.#revision = revision;
    return true;
  }

  #keep(): void {
    if (this.#replaced) return;
    const kept: Kept<Draft> = { revision: this.#revision, draft: this.#options.draft(), unanswered: this.#unanswered };
    keepOwn(unsent(this.#options.key), kept);
  }

  #schedule(ms: number): void {
    clearTimeout(this.#timer);
    if (!this.#replaced) this.#timer = setTimeout(() => void this.save(), ms);
  }

  #retire(): void {
    this.#replaced = true;
    clearTimeout(this.#timer);
  }
}
