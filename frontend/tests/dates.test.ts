// Moments as people read them: how many days are left, and no zone where it goes without saying.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { dateTime, fromNow } from '../src/i18n/index.svelte';

const kNow = '2026-05-20T05:00:00Z';
beforeEach(() => vi.useFakeTimers({ now: Date.parse(kNow) }));
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllEnvs();
});

test('days are counted as on the public pages: whole ones that are left', () => {
  expect(fromNow('2026-06-13T23:00:00Z')).toBe('sau 24 ngày nữa');
  expect(fromNow('2026-05-20T06:59:00Z')).toBe('sau 1 giờ nữa');
  expect(fromNow('2026-05-17T17:00:00Z')).toBe('2 ngày trước');
});

test('Vietnamese time goes without its zone, any other is told', () => {
  vi.stubEnv('TZ', 'Asia/Ho_Chi_Minh');
  expect(dateTime(kNow)).toBe('20/05/2026 12:00');
  vi.stubEnv('TZ', 'Europe/Berlin');
  expect(dateTime(kNow)).toBe('20/05/2026 07:00 GMT+2');
});
