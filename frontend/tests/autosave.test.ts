// What somebody writes is sent once, in order, and never lost.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Autosave, flushAutosave, flushAutosaves } from '../src/parts/autosave.svelte';
import { keepOwn, openOwnStorage, readOwn, unsent } from '../src/parts/own_storage';

const kKey = 'entry-1';
const kQuiet = 600; // ms
const kRetry = 5000; // ms

/** A service that holds one text at a revision; `status` is what it answers, 0 when it cannot be reached. */
class Service {
  text = 'as it was';
  revision = 1;
  status = 200;
  /** What was sent arrives, but the answer is lost. */
  deaf = false;
  received: string[] = [];
  /** Holds every answer back until it is resolved. */
  gate: Promise<void> = Promise.resolve();

  current = () => Promise.resolve({ revision: this.revision, draft: this.text });

  send = async (text: string, revision: number) => {
    this.received.push(text);
    await this.gate;
    if (this.status === 0) throw new TypeError('Failed to fetch');
    const status = this.status === 200 && revision !== this.revision ? 412 : this.status;
    if (status !== 200) return { error: { status, detail: 'no' }, response: new Response('', { status }) };
    this.text = text;
    this.revision += 1;
    if (this.deaf) throw new TypeError('Failed to fetch');
    return { data: { revision: this.revision }, response: new Response() };
  };
}

let service: Service;
let text: string;
const opened = () =>
  new Autosave<string>({
    key: kKey,
    revision: service.revision,
    draft: () => text,
    send: service.send,
    current: service.current,
  });
function type(autosave: Autosave<string>, typed: string) {
  text = typed;
  autosave.changed();
}
const kept = () => readOwn(unsent(kKey));
function held() {
  let open = () => {};
  service.gate = new Promise((resolve) => (open = resolve));
  return () => open();
}

let account = 0;
beforeEach(async () => {
  vi.useFakeTimers();
  localStorage.clear();
  await openOwnStorage(++account, 'A'.repeat(43));
  service = new Service();
  text = service.text;
});
afterEach(() => vi.useRealTimers());

test('what is typed is on the device at once and with the service after a pause', async () => {
  const autosave = opened();
  type(autosave, 'a');
  expect(autosave.state).toBe('waiting');
  expect(kept()).toMatchObject({ revision: 1, draft: 'a' });
  await vi.advanceTimersByTimeAsync(kQuiet - 1);
  expect(service.received).toEqual([]);
  await vi.advanceTimersByTimeAsync(1);
  expect(service.text).toBe('a');
  expect(autosave.state).toBe('saved');
  expect(autosave.revision).toBe(2);
  expect(kept()).toBeUndefined();
});

test('fast typing is sent once', async () => {
  const autosave = opened();
  for (const typed of ['a', 'ab', 'abc']) {
    type(autosave, typed);
    await vi.advanceTimersByTimeAsync(kQuiet / 2);
  }
  await vi.advanceTimersByTimeAsync(kQuiet);
  expect(service.received).toEqual(['abc']);
});

test('what is typed while something is sent goes after it, at the new revision', async () => {
  const autosave = opened();
  const open = held();
  type(autosave, 'a');
  await vi.advanceTimersByTimeAsync(kQuiet);
  expect(autosave.state).toBe('sending');
  type(autosave, 'ab');
  const openSecond = held();
  open();
  await vi.advanceTimersByTimeAsync(0);
  expect(service.received).toEqual(['a', 'ab']);
  expect(kept()).toMatchObject({ revision: 2, draft: 'ab' });
  openSecond();
  await vi.advanceTimersByTimeAsync(0);
  expect(autosave.state).toBe('saved');
  expect(service.text).toBe('ab');
});

test('who saves while something is sent waits for it and has everything sent', async () => {
  const autosave = opened();
  const open = held();
  type(autosave, 'a');
  await vi.advanceTimersByTimeAsync(kQuiet);
  type(autosave, 'ab');
  const saved = autosave.save();
  open();
  expect(await saved).toBe(true);
  expect(service.text).toBe('ab');
});

test('without a network it stays on the device, is tried again, and goes at once when the network is back', async () => {
  const autosave = opened();
  service.status = 0;
  type(autosave, 'a');
  await vi.advanceTimersByTimeAsync(kQuiet);
  expect(autosave.state).toBe('offline');
  await vi.advanceTimersByTimeAsync(kRetry);
  expect(service.received).toEqual(['a', 'a']);
  service.status = 200;
  void flushAutosaves();
  await vi.advanceTimersByTimeAsync(0);
  expect(autosave.state).toBe('saved');
  expect(service.text).toBe('a');
});

test('a session that has ended is waited for, and what was typed goes once when it is back', async () => {
  const autosave = opened();
  service.status = 401;
  type(autosave, 'a');
  await vi.advanceTimersByTimeAsync(kQuiet);
  expect(autosave.state).toBe('waiting');
  service.status = 200;
  void flushAutosaves();
  await vi.advanceTimersByTimeAsync(2 * kRetry);
  expect(autosave.state).toBe('saved');
  expect(service.received).toEqual(['a', 'a']);
});

test('a change made elsewhere is not written over until the writer says so', async () => {
  const autosave = opened();
  service.revision = 7;
  type(autosave, 'mine');
  await vi.advanceTimersByTimeAsync(kQuiet);
  expect(autosave.state).toBe('stale');
  type(autosave, 'mine still');
  expect(await autosave.save()).toBe(false);
  await vi.advanceTimersByTimeAsync(2 * kRetry);
  expect(service.received).toEqual(['mine']);
  expect(service.text).toBe('as it was');
  expect(await autosave.overwrite(7)).toBe(true);
  expect(service.text).toBe('mine still');
});

test('what the service refuses is told, and tried again only after a change', async () => {
  const autosave = opened();
  service.status = 422;
  type(autosave, 'too long');
  await vi.advanceTimersByTimeAsync(kQuiet);
  expect(autosave.state).toBe('refused');
  expect(autosave.problem?.detail).toBe('no');
  void flushAutosaves();
  await vi.advanceTimersByTimeAsync(2 * kRetry);
  expect(service.received).toEqual(['too long']);
  service.status = 200;
  type(autosave, 'shorter');
  await vi.advanceTimersByTimeAsync(kQuiet);
  expect(autosave.state).toBe('saved');
  expect(autosave.problem).toBeUndefined();
});

test('what the device holds comes back after a reload, unless the service has something newer', () => {
  const draft = { revision: 1, draft: 'typed before' };
  keepOwn(unsent(kKey), draft);
  expect(opened().restore()).toBe('typed before');
  service.revision = 2;
  expect(opened().restore()).toBeUndefined();
  expect(kept()).toBeUndefined();
});

test('a page that is opened again reads what its predecessor had still to send', async () => {
  type(opened(), 'a');
  await flushAutosave(kKey);
  expect(service.text).toBe('a');
  const autosave = opened();
  type(autosave, 'b');
  await vi.advanceTimersByTimeAsync(2 * kRetry);
  expect(autosave.state).toBe('saved');
  expect(service.text).toBe('b');
});

test('a page that is opened again takes over: the one before sends nothing any more', async () => {
  service.status = 401;
  type(opened(), 'a');
  await vi.advanceTimersByTimeAsync(kQuiet);
  const autosave = opened();
  expect(autosave.restore()).toBe('a');
  service.status = 200;
  autosave.changed();
  await vi.advanceTimersByTimeAsync(2 * kRetry);
  expect(service.received).toEqual(['a', 'a']);
  expect(autosave.state).toBe('saved');
});

test('an answer that was lost is no change made elsewhere: what was typed since goes on top of it', async () => {
  const autosave = opened();
  service.deaf = true;
  type(autosave, 'a');
  await vi.advanceTimersByTimeAsync(kQuiet);
  expect(autosave.state).toBe('offline');
  expect(service.text).toBe('a');
  service.deaf = false;
  type(autosave, 'ab');
  await vi.advanceTimersByTimeAsync(kQuiet);
  expect(autosave.state).toBe('saved');
  expect(service.text).toBe('ab');
});

test('a page that is reloaded while something is on its way knows it as its own', async () => {
  const read = service.revision;
  service.deaf = true;
  type(opened(), 'a');
  await vi.advanceTimersByTimeAsync(kQuiet);
  service.deaf = false;
  const reloaded = new Autosave<string>({
    key: kKey,
    revision: read,
    draft: () => text,
    send: service.send,
    current: service.current,
  });
  expect(reloaded.restore()).toBe('a');
  type(reloaded, 'ab');
  await vi.advanceTimersByTimeAsync(kQuiet);
  expect(reloaded.state).toBe('saved');
  expect(service.text).toBe('ab');
});

test('a change made elsewhere after an answer was lost is told', async () => {
  const autosave = opened();
  service.deaf = true;
  type(autosave, 'a');
  await vi.advanceTimersByTimeAsync(kQuiet);
  service.deaf = false;
  service.text = 'theirs';
  service.revision += 1;
  await vi.advanceTimersByTimeAsync(kRetry);
  expect(autosave.state).toBe('stale');
  expect(service.text).toBe('theirs');
});
