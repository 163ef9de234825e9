// What changed between two versions of a work.
import { expect, test } from 'vitest';
import { diff, diffParagraphs, type DiffPiece } from '../src/pages/desk/diff';

/** "+word" for what is new, "-word" for what is gone. */
const shown = (pieces: DiffPiece[]) =>
  pieces.map(({ kind, text }) => ({ same: '', deleted: '-', inserted: '+' })[kind] + text);
const textOf = (pieces: DiffPiece[], gone: DiffPiece['kind']) =>
  pieces.filter(({ kind }) => kind !== gone).map(({ text }) => text);

test('equal texts have no difference', () => {
  expect(shown(diff(['a', 'b'], ['a', 'b']))).toEqual(['a', 'b']);
  expect(diff([], [])).toEqual([]);
});

test('what is between an equal beginning and an equal end is told', () => {
  expect(shown(diff(['a', 'b', 'z'], ['a', 'c', 'z']))).toEqual(['a', '-b', '+c', 'z']);
  expect(shown(diff(['a', 'z'], ['a', 'b', 'z']))).toEqual(['a', '+b', 'z']);
  expect(shown(diff(['a', 'b', 'z'], ['a', 'z']))).toEqual(['a', '-b', 'z']);
});

test('what repeats at the beginning and at the end is not counted twice', () => {
  expect(shown(diff(['a'], ['a', 'a']))).toEqual(['a', '+a']);
  expect(shown(diff(['a', 'a'], ['a']))).toEqual(['a', '-a']);
});

test('the longest common part stays', () => {
  expect(shown(diff(['a', 'b', 'c', 'd'], ['b', 'x', 'd', 'a']))).toEqual(['-a', 'b', '-c', '+x', 'd', '+a']);
});

/** The length of the longest common subsequence, by trying everything. */
function commonLength([a, ...before]: string[], [b, ...after]: string[]): number {
  if (a === undefined || b === undefined) return 0;
  if (a === b) return 1 + commonLength(before, after);
  return Math.max(commonLength(before, [b, ...after]), commonLength([a, ...before], after));
}

test('both texts can be read off any difference, and as much as can be is the same', () => {
  let seed = 7;
  const words = () =>
    Array.from({ length: (seed = (seed * 48271) % 2147483647) % 9 }, () =>
      'abcd'.charAt((seed = (seed * 48271) % 2147483647) % 4),
    );
  for (let n = 0; n < 200; n++) {
    const [before, after] = [words(), words()];
    const pieces = diff(before, after);
    expect(textOf(pieces, 'inserted')).toEqual(before);
    expect(textOf(pieces, 'deleted')).toEqual(after);
    expect(pieces.filter(({ kind }) => kind === 'same')).toHaveLength(commonLength(before, after));
  }
});

test('what is too long to be compared counts as rewritten', () => {
  const [before, after] = ['a', 'b'].map((letter) =>
    Array.from({ length: 1001 }, (_, i) => (i === 500 ? 'in both' : letter + i)),
  );
  const pieces = diff(['head', ...before!, 'tail'], ['head', ...after!, 'tail']);
  expect(pieces.filter(({ kind }) => kind === 'same').map(({ text }) => text)).toEqual(['head', 'tail']);
  expect(pieces).toHaveLength(2 + 2 * 1001);
});

test('a paragraph that was rewritten stands once, its words marked', () => {
  const paragraphs = diffParagraphs(['một con người thật ở quê tôi'], ['cô Gương ở quê tôi']);
  expect(paragraphs.map(shown)).toEqual([['-một con người thật', '+cô Gương', 'ở quê tôi']]);
});

test('paragraphs that came and went stand by themselves', () => {
  expect(diffParagraphs(['a', 'b'], ['a']).map(shown)).toEqual([['a'], ['-b']]);
  expect(diffParagraphs(['a'], ['a', 'b']).map(shown)).toEqual([['a'], ['+b']]);
  expect(diffParagraphs(['x', 'y', 'a'], ['z', 'a']).map(shown)).toEqual([['-x', '+z'], ['-y'], ['a']]);
});
