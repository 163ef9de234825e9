// Deciding on many entries at once. Accepting can be undone for a few seconds, then is sent in batches; sending back and refusing tell the
// author at once, so they cannot be undone, and go one by one. The outcome of each is reported.
import { SvelteSet } from 'svelte/reactivity';
import { api, messageOf, type Problem, type Schemas } from '../../api/client';
import { ifMatch } from '../../api/request.svelte';
import { number, t, type Key } from '../../i18n/index.svelte';
import { showToast, undoable } from '../../parts/toasts.svelte';
import type { Leak } from './leaks';
import type { EntryList, EntryLine } from './entry_list.svelte';

const kGroup = 50; // as many as the service takes at once

export type BulkAct = 'accept' | 'return' | 'refuse';

export interface BulkReport {
  act: BulkAct;
  done: number;
  held: { line: EntryLine; leaks: Leak[] }[];
  refused: { line: EntryLine; why: string }[];
  /** What was not sent, since the service failed. */
  failure: string;
}

const emptyReport = (act: BulkAct): BulkReport => ({ act, done: 0, held: [], refused: [], failure: '' });

/** Whether an act applies to a line: others are left out of it. */
export function applies(act: BulkAct, { state }: EntryLine): boolean {
  return state === 'submitted' || (act === 'refuse' && state === 'returned');
}

const kWhy: Record<string, Key> = {
  'base.stale': 'desk.why.stale',
  'base.not_found': 'desk.why.notFound',
  'entries.cannot_accept': 'desk.why.cannotAccept',
  'entries.intake_is_over': 'desk.why.intakeIsOver',
  'entries.co_author_not_confirmed': 'desk.why.unconfirmed',
  'entries.unit_not_confirmed': 'desk.why.unitNotConfirmed',
  'entries.rendition_failed': 'desk.why.renditionFailed',
};

export class BulkDecisions {
  /** Those that go, or wait for the time to undo it. */
  readonly pending = new SvelteSet<number>();
  report = $state.raw<BulkReport>();
  /** How many of those that go one by one are through. */
  through = $state(0);

  constructor(readonly list: EntryList) {}

  accept(lines: EntryLine[]): void {
    for (const { id } of lines) this.pending.add(id);
    this.list.selected.clear();
    this.report = undefined;
    undoable(
      t('desk.accepting', { n: number(lines.length) }),
      () => this.#send(lines),
      () => {
        for (const { id } of lines) this.pending.delete(id);
        this.list.selectLines(lines, true);
      },
    );
  }

  async #send(lines: EntryLine[]): Promise<void> {
    const report = emptyReport('accept');
    for (let at = 0; at < lines.length && !report.failure; at += kGroup)
      await this.#sendGroup(lines.slice(at, at + kGroup), report);
    for (const { id } of lines) this.pending.delete(id);
    this.report = report;
    if (report.done) showToast(t('desk.done.accept', { n: number(report.done) }));
  }

  /** Sends entries back to be mended by `replyBy`, or refuses them, all for one reason. */
  async decide(act: 'return' | 'refuse', lines: EntryLine[], reason: string, replyBy: string): Promise<void> {
    const report = emptyReport(act);
    this.report = undefined;
    this.through = 0;
    for (const line of lines) {
      if (report.failure) break;
      await this.#decideOne(act, line, { reason, reply_by: replyBy }, report);
      this.through += 1;
    }
    this.report = report;
    if (report.done) showToast(t(`desk.done.${act}`, { n: number(report.done) }));
  }

  async #decideOne(
    act: 'return' | 'refuse',
    { id, revision }: EntryLine,
    { reason, reply_by }: { reason: string; reply_by: string },
    report: BulkReport,
  ): Promise<void> {
    const line = this.list.items?.find((one) => one.id === id);
    const params = { path: { contest: this.list.contest, entry: id }, header: ifMatch(revision) };
    const call = () =>
      act === 'return'
        ? api.POST('/api/contests/{contest}/entries/{entry}/return', { params, body: { reason, reply_by } })
        : api.POST('/api/contests/{contest}/entries/{entry}/refuse', { params, body: { reason } });
    try {
      const { data, error, response } = await call();
      if (data) {
        report.done += 1;
        const state = act === 'return' ? 'returned' : 'refused';
        this.list.update(
          new Map([[id, { state, revision: data.revision, reply_by: act === 'return' ? reply_by : null }]]),
        );
        if (this.list.filter.state && this.list.filter.state !== state) this.list.remove(new Set([id]));
      } else if (response.status < 500 && line) {
        report.refused.push({ line, why: (error as unknown as Problem | undefined)?.detail ?? t('desk.why.other') });
      } else report.failure = messageOf(error, t('app.unreachable'));
    } catch {
      report.failure = t('app.unreachable');
    }
  }

  async #sendGroup(lines: EntryLine[], report: BulkReport): Promise<void> {
    const body = { entries: lines.map(({ id, revision }) => ({ id, revision })) };
    const params = { path: { contest: this.list.contest } };
    try {
      // Sent to its end even when the page is left.
      const { data, error } = await api.POST('/api/contests/{contest}/entries/accept', {
        params,
        body,
        keepalive: true,
      });
      if (data) this.#note(lines, data.results, report);
      else report.failure = messageOf(error, t('app.unreachable'));
    } catch {
      report.failure = t('app.unreachable');
    }
  }

  #note(lines: EntryLine[], results: Schemas['AcceptResults']['results'], report: BulkReport): void {
    const now = new Map<number, Partial<EntryLine>>();
    for (const { id, outcome, revision, key, leaks } of results) {
      const line = lines.find((one) => one.id === id);
      if (!line) continue;
      if (outcome === 'held') report.held.push({ line, leaks: leaks ?? [] });
      if (outcome === 'refused') report.refused.push({ line, why: t(kWhy[key ?? ''] ?? 'desk.why.other') });
      if (outcome !== 'accepted') continue;
      report.done += 1;
      now.set(id, { state: 'accepted', revision });
    }
    this.list.update(now);
    if (this.list.filter.state === 'submitted') this.list.remove(new Set(now.keys()));
  }
}

const ofLists = new Map<EntryList, BulkDecisions>();

/** One for each list: it goes on while its user looks at something else. */
export function bulkDecisionsOf(list: EntryList): BulkDecisions {
  const bulk = ofLists.get(list) ?? new BulkDecisions(list);
  ofLists.set(list, bulk);
  return bulk;
}
