// The format of a work's text: one block a line, told by its mark. include/guong/base/prose.h reads it too;
// tests/vectors/prose.json holds both to the same reading.
export type BlockKind = 'paragraph' | 'heading' | 'quote' | 'item' | 'picture';

export interface Block {
  kind: BlockKind;
  /** Of a picture: its caption. */
  text: string;
  /** The number that a picture is called by. */
  picture?: string;
}

/** Where the file of a picture is found. */
export interface Picture {
  src: string;
  width?: number | null;
  height?: number | null;
}
export type Pictures = (number: string) => Picture | undefined;

export const marks: [Exclude<BlockKind, 'paragraph' | 'picture'>, string][] = [
  ['heading', '# '],
  ['quote', '> '],
  ['item', '• '],
];
const kPicture = /^▣ (\d+)(?: (.*))?$/s;
const kSpaces = /\p{White_Space}+/u; // those of the service; \s takes other ones

const countWords = (text: string) => text.split(kSpaces).filter(Boolean).length;

function blockOf(line: string): Block {
  const [, picture, caption] = kPicture.exec(line) ?? [];
  if (picture) return { kind: 'picture', text: caption ?? '', picture };
  const [kind, mark] = marks.find(([, mark]) => line.startsWith(mark)) ?? (['paragraph', ''] as const);
  return { kind, text: line.slice(mark.length) };
}

function lineOf({ kind, text, picture }: Block): string {
  if (kind === 'picture') return `▣ ${picture} ${text}`.trimEnd();
  return (marks.find(([one]) => one === kind)?.[1] ?? '') + text;
}

export function blocksOf(body: string): Block[] {
  return body
    .split('\n')
    .map(blockOf)
    .filter(({ kind, text }) => kind === 'picture' || countWords(text) > 0);
}

export function bodyOf(blocks: Block[]): string {
  return blocks.map(lineOf).join('\n');
}

/** The numbers of the pictures that stand in the text. */
export function picturesIn(body: string): Set<string> {
  return new Set(blocksOf(body).flatMap(({ picture }) => (picture ? [picture] : [])));
}

/** What stands below a picture; nothing when it does not stand in the text. */
export function captionOf(body: string, number: string): string | undefined {
  return blocksOf(body).find(({ picture }) => picture === number)?.text;
}

/** The picture with this caption: where it stands, or at the end of the text. */
export function withCaption(body: string, number: string, caption: string): string {
  const blocks = blocksOf(body);
  const text = caption.replace(/\s*\n\s*/g, ' ');
  const picture: Block = { kind: 'picture', text, picture: number };
  const at = blocks.findIndex((block) => block.picture === number);
  return bodyOf(at < 0 ? [...blocks, picture] : blocks.with(at, picture));
}

export function withoutPicture(body: string, number: string): string {
  return picturesIn(body).has(number) ? bodyOf(blocksOf(body).filter(({ picture }) => picture !== number)) : body;
}

/** Words as the rules count them; the service's count decides. */
export function wordsOf(body: string): number {
  return blocksOf(body).reduce((sum, { kind, text }) => (kind === 'picture' ? sum : sum + countWords(text)), 0);
}
