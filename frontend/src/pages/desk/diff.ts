// What changed between two texts: longest common subsequence, first by paragraphs, then by words within those that were rewritten.

export interface Piece {
  kind: 'same' | 'gone' | 'new';
  text: string;
}

const kMost = 1_000_000; // comparisons; what is longer counts as rewritten

function lengths(a: string[], b: string[]): Uint32Array[] {
  const table = Array.from({ length: a.length + 1 }, () => new Uint32Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      table[i]![j] = a[i] === b[j] ? table[i + 1]![j + 1]! + 1 : Math.max(table[i + 1]![j]!, table[i]![j + 1]!);
  return table;
}

export function changes(before: string[], after: string[]): Piece[] {
  let head = 0;
  while (head < before.length && head < after.length && before[head] === after[head]) head++;
  let tail = 0;
  while (tail < before.length - head && tail < after.length - head && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  const a = before.slice(head, before.length - tail);
  const b = after.slice(head, after.length - tail);
  const piece = (kind: Piece['kind']) => (text: string) => ({ kind, text });
  const between = a.length * b.length > kMost ? [...a.map(piece('gone')), ...b.map(piece('new'))] : walk(a, b);
  return [...before.slice(0, head).map(piece('same')), ...between, ...before.slice(before.length - tail).map(piece('same'))];
}

function walk(a: string[], b: string[]): Piece[] {
  const common = lengths(a, b);
  const out: Piece[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      out.push({ kind: 'same', text: a[i]! });
      i++;
      j++;
    } else if (j === b.length || (i < a.length && common[i + 1]![j]! >= common[i]![j + 1]!)) out.push({ kind: 'gone', text: a[i++]! });
    else out.push({ kind: 'new', text: b[j++]! });
  }
  return out;
}

/** One paragraph of the comparison, as pieces that lie side by side. */
export type Paragraph = Piece[];

/** Neighbours of one kind become one piece. */
function joined(words: Piece[]): Paragraph {
  const out: Piece[] = [];
  for (const { kind, text } of words) {
    const last = out.at(-1);
    if (last?.kind === kind) last.text += ` ${text}`;
    else out.push({ kind, text });
  }
  return out;
}

/** A paragraph that was rewritten stands once, with its words marked. */
export function compare(before: string[], after: string[]): Paragraph[] {
  const out: Paragraph[] = [];
  const gone: string[] = [];
  for (const piece of changes(before, after)) {
    if (piece.kind === 'gone') gone.push(piece.text);
    else if (piece.kind === 'new' && gone.length) out.push(joined(changes(gone.shift()!.split(/\s+/), piece.text.split(/\s+/))));
    else {
      out.push(...gone.splice(0).map((text): Paragraph => [{ kind: 'gone', text }]));
      out.push([piece]);
    }
  }
  return [...out, ...gone.map((text): Paragraph => [{ kind: 'gone', text }])];
}
