// The text of a work: one block in each line, told by its mark; as the service has it (include/guong/base/prose.h).
export type BlockKind = 'paragraph' | 'heading' | 'quote' | 'item';

export interface Block {
  kind: BlockKind;
  text: string;
}

export const marks: [Exclude<BlockKind, 'paragraph'>, string][] = [
  ['heading', '# '],
  ['quote', '> '],
  ['item', '• '],
];

export function blocksOf(body: string): Block[] {
  const lines = body.split('\n').map((line) => {
    const [kind, mark] = marks.find(([, mark]) => line.startsWith(mark)) ?? (['paragraph', ''] as const);
    return { kind, text: line.slice(mark.length) };
  });
  return lines.filter(({ text }) => text.trim());
}

export function bodyOf(blocks: Block[]): string {
  const markOf = new Map<BlockKind, string>(marks);
  return blocks.map(({ kind, text }) => (markOf.get(kind) ?? '') + text).join('\n');
}

/** Words as the rules count them; the service's count decides. */
export function wordsOf(body: string): number {
  return blocksOf(body).reduce((sum, { text }) => sum + text.split(/\s+/).filter(Boolean).length, 0);
}
