// A scorecard while it is filled in.
import { api, type Schemas } from '../../api/client';
import { Keeper } from '../../parts/keeper.svelte';
import type { Work } from './queue.svelte';

type Criterion = Schemas['Criterion'];
type Draft = Required<Pick<Schemas['CardDraft'], 'marks'>> & { comment_jury: string; comment_author: string };

export class CardKeeper {
  marks = $state<Record<string, number | null>>({});
  commentJury = $state('');
  commentAuthor = $state('');
  submitted = $state(false);
  readonly scorecard: Criterion[];
  readonly keeper: Keeper<Draft>;

  constructor(
    readonly contest: number,
    readonly work: Work,
  ) {
    const { card } = work;
    this.scorecard = work.scorecard;
    this.submitted = card.state === 'submitted';
    this.#take(card);
    this.keeper = new Keeper<Draft>({
      key: `guong-card-${contest}-${work.code}`,
      revision: card.revision,
      draft: () => this.#draft(),
      send: (body, revision) =>
        api.PUT('/api/contests/{contest}/judge/works/{code}/card', { params: this.#params(revision), body }),
    });
    const kept = this.submitted ? undefined : this.keeper.kept();
    if (!kept) return;
    this.#take(kept);
    this.keeper.changed();
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
    return { path: { contest: this.contest, code: this.work.code }, header: { 'If-Match': `"r${revision}"` } };
  }

  async submit(): Promise<boolean> {
    if (this.keeper.revision === 0) this.keeper.changed();
    if (!(await this.keeper.save())) return false;
    try {
      const { data, error, response } = await api.POST('/api/contests/{contest}/judge/works/{code}/card/submit', {
        params: this.#params(this.keeper.revision),
      });
      if (!data) return this.keeper.refused(error, response);
    } catch {
      return this.keeper.later('offline');
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

export function totalOf(scorecard: Criterion[], marks: Record<string, number | null>): number {
  return scorecard.reduce((sum, { id, weight, max }) => sum + (weight * (marks[id] ?? 0)) / max, 0);
}
