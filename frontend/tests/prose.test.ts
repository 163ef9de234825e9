// The text of a work: what the service reads the same way, by shared vectors, and what only the editor does with it.
import { expect, test } from 'vitest';
import { blocksOf, bodyOf, captionOf, picturesIn, withCaption, withoutPicture, wordsOf } from '../src/parts/prose';
import { vectors } from '../../tests/vectors/prose.json';

test('every shared vector has its blocks and its words', () => {
  expect(vectors.length).toBeGreaterThan(10);
  for (const { name, text, blocks, words } of vectors) {
    expect(blocksOf(text), name).toEqual(blocks);
    expect(wordsOf(text), name).toBe(words);
  }
});

test('blocks that are written down and read again are the same blocks', () => {
  for (const { name, text } of vectors) expect(blocksOf(bodyOf(blocksOf(text))), name).toEqual(blocksOf(text));
});

test('a picture is taken out of the text, and the other blocks stay', () => {
  const text = '# Một\n▣ 12 Lớp học\nHai\n▣ 7';
  expect([...picturesIn(text)]).toEqual(['12', '7']);
  expect(withoutPicture(text, '12')).toBe('# Một\nHai\n▣ 7');
});

test('a text without the picture is left as it is, empty lines and all', () => {
  expect(withoutPicture('Một\n\nHai ▣ 12', '12')).toBe('Một\n\nHai ▣ 12');
});

test('a picture has its caption where it stands in the text, or comes to its end with it', () => {
  const text = 'Một\n▣ 12 Lớp học\nHai';
  expect(captionOf(text, '12')).toBe('Lớp học');
  expect(captionOf(text, '7')).toBeUndefined();
  expect(withCaption(text, '12', 'Lớp học\n đêm')).toBe('Một\n▣ 12 Lớp học đêm\nHai');
  expect(withCaption(text, '12', '')).toBe('Một\n▣ 12\nHai');
  expect(withCaption(text, '7', 'Bến sông')).toBe(`${text}\n▣ 7 Bến sông`);
});
