// Difference of two texts by longest common subsequence: first by paragraphs, then by words within rewritten
// ones.

export interface DiffPiece {
  kind: 'same' | 'deleted' | 'inserted';
  text: string;
}

const kMaxComparisons = 1_000_000; // comparisons; what is longer counts as rewritten

function commonLengths(a: string[], b: string[]): Uint32Array[] {
  const table = Array.from({ length: a.length + 1 }, () => new Uint32Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      table[i]![j] = a[i] === b[j] ? table[i + 1]![j + 1]! + 1 : Math.max(table[i + 1]![j]!, table[i]![j + 1]!);
  return table;
}

export function diff(before: string[], after: string[]): DiffPiece[] {
  let head = 0;
  while (head < before.length && head < after.length && before[head] === after[head]) head++;
  let tail = 0;
  while (tail < before.length - head && tail < after.length - head && before.at(-1 - tail) === after.at(-1 - tail))
    tail++;
  const a = before.slice(head, before.length - tail);
  const b = after.slice(head, after.length - tail);
  const piece = (kind: DiffPiece['kind']) => (text: string) => ({ kind, text });
  const between =
    a.length * b.length > kMaxComparisons
      ? [...a.map(piece('deleted')), ...b.map(piece('inserted'))]
      : diffByCommonSubsequence(a, b);
  return [
    ...before.slice(0, head).map(piece('same')),
    ...between,
    ...before.slice(before.length - tail).map(piece('same')),
  ];
}

function diffByCommonSubsequence(a: string[], b: string[]): DiffPiece[] {
  const common = commonLengths(a, b);
  const out: DiffPiece[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      out.push({ kind: 'same', text: a[i]! });
      i++;
      j++;
    } else if (j === b.length || (i < a.length && common[i + 1]![j]! >= common[i]![j + 1]!))
      out.push({ kind: 'deleted', text: a[i++]! });
    else out.push({ kind: 'inserted', text: b[j++]! });
  }
  return out;
}

/** One paragraph of the comparison, as pieces that lie side by side. */
export type DiffParagraph = DiffPiece[];

/** Neighbours of one kind become one piece. */
function joinNeighbours(words: DiffPiece[]): DiffParagraph {
  const out: DiffPiece[] = [];
  for (const { kind, text } of words) {
    const last = out.at(-1);
    if (last?.kind === kind) last.text += ` ${text}`;
    else out.push({ kind, text });
  }
  return out;
}

/** A paragraph that was rewritten stands once, with its words marked. */
export function diffParagraphs(before: string[], after: string[]): DiffParagraph[] {
  const out: DiffParagraph[] = [];
  const deleted: string[] = [];
  for (const piece of diff(before, after)) {
    if (piece.kind === 'deleted') deleted.push(piece.text);
    else if (piece.kind === 'inserted' && deleted.length)
      out.push(joinNeighbours(diff(deleted.shift()!.split(/\s+/), piece.text.split(/\s+/))));
    else {
      out.push(...deleted.splice(0).map((text): DiffParagraph => [{ kind: 'deleted', text }]));
      out.push([piece]);
    }
  }
  return [...out, ...deleted.map((text): DiffParagraph => [{ kind: 'deleted', text }])];
}
