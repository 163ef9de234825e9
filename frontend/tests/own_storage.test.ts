// What a device keeps is its owner's: nobody else is given it, and nobody reads it where it lies.
import { beforeEach, expect, test } from 'vitest';
import {
  adoptOwn,
  countUnsent,
  dropOwn,
  forgetOwn,
  keepOwn,
  openOwnStorage,
  readOwn,
  unsent,
} from '../src/parts/own_storage';

const kKeys = ['A'.repeat(43), 'B'.repeat(43)];
const kText = 'câu viết dở';
const open = (account: number) => openOwnStorage(account, kKeys[account - 1] ?? '');
const lies = () => Array.from({ length: localStorage.length }, (_, i) => localStorage.key(i) ?? '');
const content = () => lies().map((at) => localStorage.getItem(at) ?? '');
/** Sealing takes a moment. */
const kept = () => expect.poll(() => localStorage.length).toBeGreaterThan(0);

beforeEach(async () => {
  localStorage.clear();
  await openOwnStorage(0, kKeys[0] ?? '');
  await open(1);
});

test('what somebody keeps comes back to them, and to nobody else', async () => {
  keepOwn(unsent('card-1-X'), kText);
  expect(readOwn(unsent('card-1-X'))).toBe(kText);
  await kept();
  await open(2);
  expect(readOwn(unsent('card-1-X'))).toBeUndefined();
  expect(countUnsent()).toBe(0);
  await open(1);
  expect(readOwn(unsent('card-1-X'))).toBe(kText);
});

test('nobody reads it where it lies, nor opens it under another name or with another key', async () => {
  keepOwn(unsent('card-1-X'), kText);
  await kept();
  expect(content().join()).not.toContain(kText);
  localStorage.setItem('guong/2/unsent/card-1-X', content()[0] ?? '');
  await openOwnStorage(2, kKeys[0] ?? '');
  expect(readOwn(unsent('card-1-X'))).toBeUndefined();
  await openOwnStorage(1, kKeys[1] ?? '');
  expect(readOwn(unsent('card-1-X'))).toBeUndefined();
});

test('what was kept last stays, and what was dropped while it was sealed does not come back', async () => {
  for (const text of ['a', 'ab', 'abc']) keepOwn('one', text);
  keepOwn('two', kText);
  dropOwn('two');
  await kept();
  await open(2);
  await open(1);
  expect([readOwn('one'), readOwn('two')]).toEqual(['abc', undefined]);
});

test('whoever leaves takes what is unsent along, and nothing of others', async () => {
  keepOwn(unsent('entry-5'), kText);
  await kept();
  await open(2);
  keepOwn(unsent('entry-6'), kText);
  keepOwn('entry-columns', ['title']);
  expect(countUnsent()).toBe(1);
  forgetOwn();
  await expect.poll(() => lies().sort()).toEqual(['guong/1/unsent/entry-5', 'guong/2/entry-columns']);
});

test('of what earlier releases kept by nobody, marks go and an entry goes to its author', async () => {
  localStorage.setItem('guong-card-1-X', '{"draft":1}');
  localStorage.setItem('guong-entry-5', '{"draft":2}');
  localStorage.setItem('tus::upload::1', '{}');
  await open(2);
  expect(lies()).toEqual(['guong-entry-5']);
  adoptOwn(5, unsent('entry-5'));
  expect(readOwn(unsent('entry-5'))).toEqual({ draft: 2 });
  expect(localStorage.getItem('guong-entry-5')).toBeNull();
});

test('where the browser has no cryptography it is still kept by account, and all of it goes when its owner leaves', async () => {
  const { subtle } = crypto;
  Object.defineProperty(crypto, 'subtle', { value: undefined, configurable: true });
  await open(2);
  keepOwn('entry-columns', [kText]);
  await kept();
  await open(1);
  expect(readOwn('entry-columns')).toBeUndefined();
  await open(2);
  forgetOwn();
  expect(lies()).toEqual([]);
  Object.defineProperty(crypto, 'subtle', { value: subtle, configurable: true });
});
