// A scorecard being filled in, saved as marks are typed.
import { api, type Schemas } from '../../api/client';
import { ifMatch } from '../../api/request.svelte';
import { Autosave } from '../../parts/autosave.svelte';
import type { Work } from './judge_queue.svelte';

type Criterion = Schemas['Criterion'];
type Draft = Required<Pick<Schemas['CardDraft'], 'marks'>> & { comment_jury: string; comment_author: string };

/** By which this device keeps the marks that are not sent yet. */
export const cardDraftKey = (contest: number, code: string) => `card-${contest}-${code}`;

export class CardDraft {
  marks = $state<Record<string, number | null>>({});
  commentJury = $state('');
  commentAuthor = $state('');
  submitted = $state(false);
  readonly scorecard: Criterion[];
  readonly autosave: Autosave<Draft>;

  constructor(
    readonly contest: number,
    readonly work: Work,
  ) {
    const { card } = work;
    this.scorecard = work.scorecard;
    this.submitted = card.state === 'submitted';
    this.#take(card);
    this.autosave = new Autosave<Draft>({
      key: cardDraftKey(contest, work.code),
      revision: card.revision,
      draft: () => this.#draft(),
      current: async () => {
        const params = { path: { contest, code: work.code } };
        const { data, error } = await api.GET('/api/contests/{contest}/judge/works/{code}', { params });
        if (!data) throw error;
        const { revision, marks, comment_jury, comment_author } = data.card;
        return { revision, draft: { marks, comment_jury, comment_author } };
      },
      send: (body, revision) =>
        api.PUT('/api/contests/{contest}/judge/works/{code}/card', { params: this.#params(revision), body }),
    });
    const restored = this.submitted ? undefined : this.autosave.restore();
    if (!restored) return;
    this.#take(restored);
    this.autosave.changed();
  }

  #take({ marks, comment_jury, comment_author }: Draft): void {
    this.marks = { ...marks };
    this.commentJury = comment_jury;
    this.commentAuthor = comment_author;
  }

  #draft(): Draft {
    return { marks: { ...this.marks }, comment_jury: this.commentJury, comment_author: this.commentAuthor };
  }

  #params(revision: number) {
    return { path: { contest: this.contest, code: this.work.code }, header: ifMatch(revision) };
  }

  async submit(): Promise<boolean> {
    if (this.autosave.revision === 0) this.autosave.changed();
    if (!(await this.autosave.save())) return false;
    try {
      const { data, error, response } = await api.POST('/api/contests/{contest}/judge/works/{code}/card/submit', {
        params: this.#params(this.autosave.revision),
      });
      if (!data) return this.autosave.refused(error, response);
    } catch {
      return this.autosave.retryLater('offline');
    }
    this.submitted = true;
    return true;
  }

  get complete(): boolean {
    return this.scorecard.every(({ id }) => this.marks[id] != null);
  }

  /** Only a hint: the service computes what counts. */
  get total(): number {
    return totalOf(this.scorecard, this.marks);
  }
}

/** Of a criterion, what a total needs; it weighs as much as its highest mark unless the rules say otherwise. */
interface Weight {
  id: string;
  weight?: number;
  max: number;
}

export function totalOf(scorecard: Weight[], marks: Record<string, number | null>): number {
  return scorecard.reduce((sum, { id, max, weight = max }) => sum + (weight * (marks[id] ?? 0)) / max, 0);
}
