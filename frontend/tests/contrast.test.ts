// The tokens' colours keep their contrast in both themes (WCAG 2.2: 4.5 for text, 3 for borders of controls).
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const css = readFileSync(new URL('../src/styles/tokens.css', import.meta.url), 'utf8');

/** Light and dark of a token, as [lightness, chroma, hue]. */
function token(name: string): [number[], number[]] {
  const value = new RegExp(`--${name}: ([^;]+);`).exec(css)?.[1];
  if (!value) throw new Error(`no token --${name}`);
  const colours = [...value.matchAll(/oklch\(([\d. ]+)\)/g)].map((found) => (found[1] ?? '').split(' ').map(Number));
  const [light, dark = light] = colours;
  if (!light || !dark) throw new Error(`--${name} is no colour`);
  return [light, dark];
}

/** Relative luminance of an OKLCH colour; the matrices are those of https://bottosson.github.io/posts/oklab/. */
function luminance([lightness = 0, chroma = 0, hue = 0]: number[]): number {
  const a = chroma * Math.cos((hue * Math.PI) / 180);
  const b = chroma * Math.sin((hue * Math.PI) / 180);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const linear = [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ].map((part) => Math.min(1, Math.max(0, part)));
  return 0.2126 * (linear[0] ?? 0) + 0.7152 * (linear[1] ?? 0) + 0.0722 * (linear[2] ?? 0);
}

function contrast(one: number[], other: number[]): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

const pairs: [text: string, ground: string, least: number][] = [
  ...['paper', 'surface', 'sunken'].flatMap((ground): [string, string, number][] => [
    ['ink', ground, 7],
    ['quiet', ground, 4.5],
    ['brand', ground, 4.5],
    ['son', ground, 4.5],
    ['gold', ground, 4.5],
    ['good', ground, 4.5],
    ['edge', ground, 3],
  ]),
  ['on-brand', 'brand', 4.5],
  ['on-brand', 'brand-deep', 4.5],
  ['brand', 'brand-soft', 4.5],
  ['son', 'son-soft', 4.5],
  ['gold', 'gold-soft', 4.5],
  ['good', 'good-soft', 4.5],
  ['ink', 'brand-soft', 7],
  ['ink', 'son-soft', 7],
  ['ink', 'gold-soft', 7],
  ['on-lacquer', 'lacquer', 7],
  ['lacquer-quiet', 'lacquer', 4.5],
  ['lacquer-leaf', 'lacquer', 4.5],
];

test.each(pairs)('--%s on --%s keeps %d to 1, light and dark', (text, ground, least) => {
  const [texts, grounds] = [token(text), token(ground)];
  for (const theme of [0, 1] as const) expect(contrast(texts[theme], grounds[theme])).toBeGreaterThanOrEqual(least);
});
