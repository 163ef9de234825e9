// Many entries accepted at once: for a while it can be undone, then it is sent in groups, and what became of each is told.
import { SvelteSet } from 'svelte/reactivity';
import { api, messageOf, type Schemas } from '../../api/client';
import { number, t, type Key } from '../../i18n/index.svelte';
import { say, undoable } from '../../parts/toasts.svelte';
import type { Leak } from './leaks';
import type { EntryList, Line } from './list.svelte';

const kGroup = 50; // as many as the service takes at once

export interface Report {
  accepted: number;
  held: { line: Line; leaks: Leak[] }[];
  refused: { line: Line; why: Key }[];
  /** What was not sent, since the service failed. */
  failure: string;
}

const kWhy: Record<string, Key> = {
  'base.stale': 'desk.why.stale',
  'base.not_found': 'desk.why.notFound',
  'entries.cannot_accept': 'desk.why.cannotAccept',
  'entries.intake_is_over': 'desk.why.intakeIsOver',
  'entries.rendition_failed': 'desk.why.renditionFailed',
};

export class Accepting {
  /** Those that go, or wait for the time to undo it. */
  readonly going = new SvelteSet<number>();
  report = $state.raw<Report>();

  constructor(readonly list: EntryList) {}

  accept(lines: Line[]): void {
    for (const { id } of lines) this.going.add(id);
    this.list.chosen.clear();
    this.report = undefined;
    undoable(
      t('desk.accepting', { n: number(lines.length) }),
      () => void this.#send(lines),
      () => {
        for (const { id } of lines) this.going.delete(id);
        this.list.chooseThese(lines, true);
      },
    );
  }

  async #send(lines: Line[]): Promise<void> {
    const report: Report = { accepted: 0, held: [], refused: [], failure: '' };
    for (let at = 0; at < lines.length && !report.failure; at += kGroup) await this.#sendGroup(lines.slice(at, at + kGroup), report);
    for (const { id } of lines) this.going.delete(id);
    this.report = report;
    if (report.accepted) say(t('desk.acceptedCount', { n: number(report.accepted) }));
  }

  async #sendGroup(lines: Line[], report: Report): Promise<void> {
    const body = { entries: lines.map(({ id, revision }) => ({ id, revision })) };
    const params = { path: { contest: this.list.contest } };
    try {
      // Sent to its end even when the page is left.
      const { data, error } = await api.POST('/api/contests/{contest}/entries/accept', { params, body, keepalive: true });
      if (data) this.#note(lines, data.results, report);
      else report.failure = messageOf(error, t('app.unreachable'));
    } catch {
      report.failure = t('app.unreachable');
    }
  }

  #note(lines: Line[], results: Schemas['AcceptResults']['results'], report: Report): void {
    const now = new Map<number, Partial<Line>>();
    for (const { id, outcome, revision, key, leaks } of results) {
      const line = lines.find((one) => one.id === id);
      if (!line) continue;
      if (outcome === 'held') report.held.push({ line, leaks: leaks ?? [] });
      if (outcome === 'refused') report.refused.push({ line, why: kWhy[key ?? ''] ?? 'desk.why.other' });
      if (outcome !== 'accepted') continue;
      report.accepted += 1;
      now.set(id, { state: 'accepted', revision });
    }
    this.list.changed(now);
    if (this.list.filter.state === 'submitted') this.list.forget(new Set(now.keys()));
  }
}

const acceptings = new Map<EntryList, Accepting>();

/** One for each list: it goes on while its user looks at something else. */
export function acceptingOf(list: EntryList): Accepting {
  const accepting = acceptings.get(list) ?? new Accepting(list);
  acceptings.set(list, accepting);
  return accepting;
}
