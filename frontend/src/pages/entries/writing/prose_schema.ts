// The ProseMirror schema of a work's text and its conversion from and to the format of parts/prose.ts.
import { Schema, type Node, type NodeSpec } from 'prosemirror-model';
import { blocksOf, bodyOf, type Block, type BlockKind, type Pictures } from '../../../parts/prose';

function block(tag: string, name: string, from: string[]): NodeSpec {
  return {
    content: 'text*',
    group: 'block',
    defining: name !== 'paragraph',
    parseDOM: from.map((tag) => ({ tag })),
    toDOM: () => [tag, { class: name }, 0],
  };
}

/** The caption is written below the picture. */
const picture: NodeSpec = {
  content: 'text*',
  group: 'block',
  defining: true,
  attrs: { number: {}, src: { default: '' } },
  parseDOM: [
    {
      tag: 'figure[data-picture]',
      contentElement: 'figcaption',
      getAttrs: (figure) => ({
        number: figure.getAttribute('data-picture'),
        src: figure.querySelector('img')?.getAttribute('src') ?? '',
      }),
    },
  ],
  toDOM: ({ attrs }) => [
    'figure',
    { 'data-picture': attrs.number as string },
    ['img', { src: attrs.src as string, alt: '', contenteditable: 'false', draggable: 'false' }],
    ['figcaption', 0],
  ],
};

export const schema = new Schema({
  nodes: {
    doc: { content: 'block+' },
    paragraph: block('p', 'paragraph', ['p']),
    heading: block('h2', 'heading', ['h1', 'h2', 'h3', 'h4', 'h5', 'h6']),
    quote: block('blockquote', 'quote', ['blockquote']),
    item: block('p', 'item', ['li', 'p.item']),
    picture,
    text: { inline: true },
  },
});

export const pictureNode = (number: string, pictures: Pictures, caption = '') =>
  schema.node('picture', { number, src: pictures(number)?.src ?? '' }, caption ? schema.text(caption) : undefined);

export function docOf(body: string, pictures: Pictures): Node {
  const nodeOf = ({ kind, text, picture }: Block) =>
    picture ? pictureNode(picture, pictures, text) : schema.node(kind, null, schema.text(text));
  const blocks = blocksOf(body).map(nodeOf);
  return schema.node('doc', null, blocks.length ? blocks : [schema.node('paragraph')]);
}

export function textOf(doc: Node): string {
  const blocks: Block[] = [];
  doc.forEach(({ type, attrs, textContent }) =>
    blocks.push({
      kind: type.name as BlockKind,
      text: textContent.replaceAll('\n', ' '),
      picture: attrs.number as string | undefined,
    }),
  );
  return bodyOf(blocks);
}
