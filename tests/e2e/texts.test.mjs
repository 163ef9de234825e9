// The desks' texts: no text in the code, every key used and there in both languages, every placeholder filled
// the same in both; and all Vietnamese texts in the words of docs/vocabulary.md.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { root } from './people.mjs';

const source = join(root, 'frontend/src');
const filesBelow = (folder) =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesBelow(path) : [path];
  });
const code = filesBelow(source)
  .filter((file) => /\.(svelte|ts)$/.test(file) && !file.endsWith('.d.ts') && !file.includes('/i18n/'))
  .map((file) => ({ file: file.slice(source.length + 1), text: readFileSync(file, 'utf8') }));

/** Key to text, of one language. */
function catalogue(lang) {
  const texts = new Map();
  for (const file of filesBelow(join(source, 'i18n', lang))) {
    for (const [, key, , text] of readFileSync(file, 'utf8').matchAll(/^ {2}'([^']+)':\s*(['"`])(.*)\2,$/gm)) {
      assert.ok(!texts.has(key), `${key} stands twice in ${lang}`);
      texts.set(key, text);
    }
  }
  return texts;
}
const vi = catalogue('vi');
const en = catalogue('en');

test('both languages have the same keys and the same placeholders', () => {
  assert.ok(vi.size > 100);
  assert.deepEqual([...en.keys()].sort(), [...vi.keys()].sort());
  const places = (text) => [...new Set(text.match(/\{\w+\}/g))].sort();
  for (const [key, text] of vi) assert.deepEqual(places(en.get(key)), places(text), key);
});

test('every key is used somewhere', () => {
  const used = new Set();
  const beginnings = new Set();
  for (const { text } of code) {
    for (const [, key] of text.matchAll(/['"`]([a-z]\w*(?:\.\w+)+)['"`]/g)) used.add(key);
    for (const [, beginning] of text.matchAll(/`([a-z]\w*\.(?:\w+\.)*\w*)\$\{/g)) beginnings.add(beginning);
  }
  const unused = [...vi.keys()].filter(
    (key) => !used.has(key) && ![...beginnings].some((beginning) => key.startsWith(beginning)),
  );
  assert.deepEqual(unused, []);
});

/** Words that the vocabulary has another for, by its table's last column. */
function wrongWords() {
  const rows = readFileSync(join(root, 'docs/vocabulary.md'), 'utf8')
    .match(/^\|.*\|$/gm)
    .slice(2);
  return rows.flatMap((row) => {
    const [, , right, , wrong] = row.split('|').map((cell) => cell.trim());
    return [...wrong.matchAll(/`([^`]+)`/g)].map(([, word]) => ({ word, right }));
  });
}

test('no text uses a word that the vocabulary has another for', () => {
  const texts = [...vi];
  for (const file of filesBelow(join(root, 'schema/messages')))
    for (const [key, text] of Object.entries(JSON.parse(readFileSync(file, 'utf8')))) texts.push([key, text.vi]);
  const words = wrongWords();
  assert.ok(words.length > 20 && texts.length > 1000);
  const found = texts.flatMap(([key, text]) =>
    words.filter(({ word }) => text.includes(word)).map(({ word, right }) => `${key}: “${word}”, say “${right}”`),
  );
  assert.deepEqual(found, []);
});

/** What stands outside of {...}. */
function withoutExpressions(markup) {
  let depth = 0;
  return [...markup]
    .filter((letter) => {
      if (letter === '{') depth += 1;
      const outside = depth === 0;
      if (letter === '}') depth -= 1;
      return outside;
    })
    .join('');
}

test('no text stands in the code', () => {
  const vietnamese = /[àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ]/i;
  for (const { file, text } of code) {
    const bare = text.replace(/<!--[\s\S]*?-->|\/\*[\s\S]*?\*\/|^\s*\/\/.*$|\s\/\/ .*$/gm, '');
    const line = bare.split('\n').find((one) => vietnamese.test(one));
    assert.equal(line, undefined, file);
    if (!file.endsWith('.svelte')) continue;
    const markup = withoutExpressions(bare.replace(/<script[\s\S]*?<\/script>|<style[\s\S]*?<\/style>/g, ''));
    const words = markup.replace(/<[^>]*>|&\w+;/g, ' ').match(/[A-Za-z]{3,}/g);
    assert.equal(words, null, `${file} says ${words}`);
  }
});
