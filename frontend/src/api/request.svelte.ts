// A write to the service made by a component: busy while it runs, then the problem it met. Also the headers
// that make writes safe to repeat and safe against changes made meanwhile.
import { t } from '../i18n/index.svelte';
import { faultOf, type Problem } from './client';

export interface Answer<T> {
  data?: T;
  error?: unknown;
  response: Response;
}

export class ApiRequest {
  busy = $state(false);
  /** The service's refusal, if that is what came. */
  problem = $state<Problem>();
  /** What to tell: the refusal's own words, or that the service could not be reached. */
  failure = $state('');
  /** How far it is, where it takes long. */
  progress = $state('');

  /** What was answered; nothing when it was refused or lost, which `failure` then tells. */
  async send<T>(call: () => Promise<Answer<T>>): Promise<{ data: T | undefined } | undefined> {
    this.busy = true;
    this.reset();
    try {
      const { data, error, response } = await call();
      if (response.ok) return { data };
      this.problem = error as Problem;
      this.failure = this.problem?.detail ?? t('app.unreachable');
    } catch {
      this.failure = t('app.unreachable');
    } finally {
      this.busy = false;
    }
    return undefined;
  }

  reset(): void {
    this.problem = undefined;
    this.failure = '';
  }

  /** The fault of one field, by its JSON pointer. */
  fault(pointer: string): string | undefined {
    return faultOf(this.problem, pointer);
  }
}

/** A key under which a post that is sent twice counts once. */
export const idempotencyKey = () => ({ 'Idempotency-Key': crypto.randomUUID() });

/** Refuses the write when what was read is not what is there any more. */
export const ifMatch = (revision: number) => ({ 'If-Match': `"r${revision}"` });
