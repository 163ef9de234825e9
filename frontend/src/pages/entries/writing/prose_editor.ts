// The editor of a work's text, on ProseMirror. A module of its own, fetched only where somebody writes.
import { baseKeymap, chainCommands, setBlockType, splitBlockAs } from 'prosemirror-commands';
import { history, redo, undo } from 'prosemirror-history';
import { inputRules, textblockTypeInputRule } from 'prosemirror-inputrules';
import { keymap } from 'prosemirror-keymap';
import { EditorState, TextSelection, type Command } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import { marks, type BlockKind, type Pictures } from '../../../parts/prose';
import { cleanPastedHtml } from './paste';
import { docOf, pictureNode, schema, textOf } from './prose_schema';

interface Options {
  body: string;
  pictures: Pictures;
  label: string;
  /** Id of the element that tells what is wrong, if something is. */
  describedBy: string;
  onchange: (body: string) => void;
  /** The kind of the block in which one writes. */
  onkindchange: (kind: BlockKind) => void;
}

export interface ProseEditor {
  /** Makes the block in which one writes one of this kind, or a paragraph when it is one already. */
  toggle: (kind: BlockKind) => void;
  /** Puts a picture below the block in which one writes, and the cursor into its caption. */
  insert: (picture: string) => void;
  /** Takes the last change back. */
  undo: () => void;
  /** Replaces the text by one that came from elsewhere. */
  replace: (body: string) => void;
  focus: () => void;
  destroy: () => void;
}

const kindAt = (state: EditorState) => state.selection.$from.parent.type.name as BlockKind;

/** In an empty block, or at the beginning of one: back to a paragraph. */
const plain =
  (when: (state: EditorState) => boolean): Command =>
  (state, dispatch) =>
    kindAt(state) !== 'paragraph' &&
    state.selection.empty &&
    when(state) &&
    setBlockType(schema.nodes.paragraph!)(state, dispatch);
const inEmpty = (state: EditorState) => state.selection.$from.parent.content.size === 0;
const atStart = (state: EditorState) => state.selection.$from.parentOffset === 0;

/** A new block: an item after an item, a quotation after a quotation, a paragraph after a heading or a caption. */
const newBlock = splitBlockAs(({ type }, atEnd) => ({
  type: type === schema.nodes.picture || (atEnd && type === schema.nodes.heading) ? schema.nodes.paragraph! : type,
}));

const keys = keymap({
  'Mod-z': undo,
  'Mod-y': redo,
  'Mod-Shift-z': redo,
  Enter: chainCommands(plain(inEmpty), newBlock),
  Backspace: plain(atStart),
});

const typedMarks = inputRules({
  rules: marks.map(([kind, mark]) =>
    textblockTypeInputRule(kind === 'item' ? /^[•*]\s$/ : new RegExp(`^${mark.trim()}\\s$`), schema.nodes[kind]!),
  ),
});

export function makeProseEditor(place: HTMLElement, options: Options): ProseEditor {
  const fresh = (body: string) =>
    EditorState.create({
      doc: docOf(body, options.pictures),
      plugins: [typedMarks, keys, keymap(baseKeymap), history()],
    });
  const view = new EditorView(place, {
    state: fresh(options.body),
    attributes: {
      role: 'textbox',
      'aria-multiline': 'true',
      'aria-label': options.label,
      'aria-describedby': options.describedBy,
      class: 'prose written',
    },
    transformPastedHTML: cleanPastedHtml,
    dispatchTransaction(transaction) {
      view.updateState(view.state.apply(transaction));
      if (transaction.docChanged) options.onchange(textOf(view.state.doc));
      options.onkindchange(kindAt(view.state));
    },
  });
  return {
    toggle(kind) {
      const to = kindAt(view.state) === kind ? 'paragraph' : kind;
      setBlockType(schema.nodes[to]!)(view.state, view.dispatch);
      view.focus();
    },
    insert(picture) {
      const { state } = view;
      const after = state.selection.$to.after(1);
      const change = state.tr.insert(after, pictureNode(picture, options.pictures));
      view.dispatch(change.setSelection(TextSelection.create(change.doc, after + 1)).scrollIntoView());
      view.focus();
    },
    undo() {
      undo(view.state, view.dispatch);
      view.focus();
    },
    replace(body) {
      if (body !== textOf(view.state.doc)) view.updateState(fresh(body));
    },
    focus: () => view.focus(),
    destroy: () => view.destroy(),
  };
}
