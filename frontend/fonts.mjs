// Cuts the typeface down to what Vietnamese and English pages show, without hints, which phones do not read: a third of its size. Signs
// that few pages show are a file of their own, which a browser fetches where it meets one.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import subsetFont from 'subset-font';

const from = new URL('./node_modules/@fontsource/be-vietnam-pro/files/', import.meta.url);
const to = new URL('./src/styles/fonts/', import.meta.url);

const range = (first, last) =>
  Array.from({ length: last - first + 1 }, (_, i) => String.fromCodePoint(first + i)).join('');
const tones = ['\u0300', '\u0301', '\u0303', '\u0309', '\u0323'];
const vowels = [...'aăâeêioôơuưy', ...'AĂÂEÊIOÔƠUƯY'];
const vietnamese =
  'đĐ₫' + vowels.join('') + vowels.flatMap((vowel) => tones.map((tone) => (vowel + tone).normalize('NFC'))).join('');
const signs = '#$*<=>@[\\]^_`{|}~§©«»';
const ascii = [...range(0x20, 0x7e)].filter((letter) => !signs.includes(letter)).join('');
const latin = ascii + vietnamese + '\u00a0·×–—‘’“”…•←→−';

mkdirSync(to, { recursive: true });
for (const weight of [400, 600]) {
  for (const [name, whole, letters] of [
    ['latin', 'latin', latin],
    ['signs', 'latin', signs],
    ['vietnamese', 'vietnamese', vietnamese],
  ]) {
    const file = (subset) => `be-vietnam-pro-${subset}-${weight}-normal.woff2`;
    const options = { targetFormat: 'woff2', noHinting: true, keepFeatures: ['kern', 'tnum'] };
    writeFileSync(
      new URL(file(name), to),
      await subsetFont(readFileSync(new URL(file(whole), from)), letters, options),
    );
  }
}
