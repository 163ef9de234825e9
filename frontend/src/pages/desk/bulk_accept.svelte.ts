// Accepting many entries: can be undone for a few seconds, then is sent in batches, and the outcome of each is
// reported.
import { SvelteSet } from 'svelte/reactivity';
import { api, messageOf, type Schemas } from '../../api/client';
import { number, t, type Key } from '../../i18n/index.svelte';
import { showToast, undoable } from '../../parts/toasts.svelte';
import type { Leak } from './leaks';
import type { EntryList, EntryLine } from './entry_list.svelte';

const kGroup = 50; // as many as the service takes at once

export interface BulkReport {
  accepted: number;
  held: { line: EntryLine; leaks: Leak[] }[];
  refused: { line: EntryLine; why: Key }[];
  /** What was not sent, since the service failed. */
  failure: string;
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

export class BulkAccept {
  /** Those that go, or wait for the time to undo it. */
  readonly pending = new SvelteSet<number>();
  report = $state.raw<BulkReport>();

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
    const report: BulkReport = { accepted: 0, held: [], refused: [], failure: '' };
    for (let at = 0; at < lines.length && !report.failure; at += kGroup)
      await this.#sendGroup(lines.slice(at, at + kGroup), report);
    for (const { id } of lines) this.pending.delete(id);
    this.report = report;
    if (report.accepted) showToast(t('desk.acceptedCount', { n: number(report.accepted) }));
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
      if (outcome === 'refused') report.refused.push({ line, why: kWhy[key ?? ''] ?? 'desk.why.other' });
      if (outcome !== 'accepted') continue;
      report.accepted += 1;
      now.set(id, { state: 'accepted', revision });
    }
    this.list.update(now);
    if (this.list.filter.state === 'submitted') this.list.remove(new Set(now.keys()));
  }
}

const bulkAccepts = new Map<EntryList, BulkAccept>();

/** One for each list: it goes on while its user looks at something else. */
export function bulkAcceptOf(list: EntryList): BulkAccept {
  const bulkAccept = bulkAccepts.get(list) ?? new BulkAccept(list);
  bulkAccepts.set(list, bulkAccept);
  return bulkAccept;
}
