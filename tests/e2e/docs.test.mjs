// What the documents say stands where: links, files and tests that they name exist. Whether it is true, the
// tests they name say.
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { root } from './people.mjs';

const pages = [
  'README.md',
  'CONTRIBUTING.md',
  ...readdirSync(join(root, 'docs'), { recursive: true })
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];
const read = (path) => readFileSync(join(root, path), 'utf8');

/** The headings of a page as addresses within it. */
const anchors = (text) =>
  [...text.matchAll(/^#+ (.*)$/gm)].map(([, heading]) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} -]/gu, '')
      .replaceAll(' ', '-'),
  );

/** A test's name may be written as two texts one after the other. */
const joined = (source) => source.replace(/"\s*\n\s*"/g, '').replaceAll("\\'", "'");

test('every link of a document leads somewhere', () => {
  const lost = [];
  for (const page of pages) {
    for (const [, link] of read(page).matchAll(/\]\(([^)\s]+)\)/g)) {
      if (/^https?:/.test(link)) continue;
      const [path, anchor] = link.split('#');
      const target = path ? join(dirname(page), path) : page;
      if (!existsSync(join(root, target))) lost.push(`${page}: ${link}`);
      else if (anchor && !anchors(read(target)).includes(anchor)) lost.push(`${page}: ${link} (no such heading)`);
    }
  }
  assert.deepEqual(lost, []);
});

test('every file that a document names exists', () => {
  const missing = [];
  for (const page of pages)
    for (const [, path] of read(page).matchAll(
      /`((?:src|include|frontend|tests|schema|bench|scripts|deploy|docs|cmake)\/[a-z0-9_./-]+\.[a-z]+)`/g,
    ))
      if (!existsSync(join(root, path)) && path !== 'schema/openapi.json') missing.push(`${page}: ${path}`); // the build makes it
  assert.deepEqual(missing, []);
});

test('every test that a document names is there under that name', () => {
  const missing = [];
  let named = 0;
  for (const page of pages)
    for (const [, path, name] of read(page).matchAll(/`((?:tests|frontend)\/[\w./-]+)` \*([^*]+)\*/g)) {
      ++named;
      if (!existsSync(join(root, path)) || !joined(read(path)).includes(name))
        missing.push(`${page}: ${path}: ${name}`);
    }
  assert.ok(named > 50, `${named} named`);
  assert.deepEqual(missing, []);
});
