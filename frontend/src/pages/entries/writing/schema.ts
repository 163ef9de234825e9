// What can be written: paragraphs, headings, quotations, items of a list; text alone inside them.
import { Schema, type Node, type NodeSpec } from 'prosemirror-model';
import { blocksOf, bodyOf, type BlockKind } from '../../../parts/prose';

function block(tag: string, name: string, from: string[]): NodeSpec {
  return {
    content: 'text*',
    group: 'block',
    defining: name !== 'paragraph',
    parseDOM: from.map((tag) => ({ tag })),
    toDOM: () => [tag, { class: name }, 0],
  };
}

export const schema = new Schema({
  nodes: {
    doc: { content: 'block+' },
    paragraph: block('p', 'paragraph', ['p']),
    heading: block('h2', 'heading', ['h1', 'h2', 'h3', 'h4', 'h5', 'h6']),
    quote: block('blockquote', 'quote', ['blockquote']),
    item: block('p', 'item', ['li', 'p.item']),
    text: { inline: true },
  },
});

export function docOf(body: string): Node {
  const blocks = blocksOf(body).map(({ kind, text }) => schema.node(kind, null, schema.text(text)));
  return schema.node('doc', null, blocks.length ? blocks : [schema.node('paragraph')]);
}

export function textOf(doc: Node): string {
  const blocks: { kind: BlockKind; text: string }[] = [];
  doc.forEach((node) => blocks.push({ kind: node.type.name as BlockKind, text: node.textContent.replaceAll('\n', ' ') }));
  return bodyOf(blocks);
}
