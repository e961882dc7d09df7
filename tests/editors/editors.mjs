// Real editors in the composer of a page: which, and what stands in it, is
// told by `data-` attributes of the page's `form.composer`.
//
// Each maker takes the place to build in and the text that stands in it, and
// gives `model()`, the editor's own idea of its text, and `clear()`.

import { createEmptyHistoryState, registerHistory } from '@lexical/history';
import { registerRichText } from '@lexical/rich-text';
import { Editor as Tiptap } from '@tiptap/core';
import { baseKeymap } from '@tiptap/pm/commands';
import { history, redo, undo } from '@tiptap/pm/history';
import { keymap } from '@tiptap/pm/keymap';
import { Schema } from '@tiptap/pm/model';
import { EditorState as ProseState } from '@tiptap/pm/state';
import { EditorView } from '@tiptap/pm/view';
import StarterKit from '@tiptap/starter-kit';
import {
  ContentState, Editor as Draft, EditorState as DraftState, getDefaultKeyBinding, RichUtils,
} from 'draft-js';
import {
  $createParagraphNode, $createTextNode, $getRoot, createEditor,
} from 'lexical';
import Quill from 'quill';
import { createElement, useState } from 'react';
import { createRoot } from 'react-dom/client';

const make = (tag, attributes = {}) => Object.assign(document.createElement(tag), attributes);

function textarea(place, text) {
  const area = make('textarea', { rows: 4, value: text });
  place.append(area);
  return { model: () => area.value, clear: () => { area.value = ''; } };
}

/** React decides what stands in the field: what it did not hear of is undone. */
function react(place, text) {
  let state;
  let put;
  function Area() {
    [state, put] = useState(text);
    return createElement('textarea', { rows: 4, value: state, onChange: (event) => put(event.target.value) });
  }
  createRoot(place).render(createElement(Area));
  return {
    model: () => state,
    clear: () => put(''),
  };
}

/** A field that keeps what it has. */
function stubborn(place, text) {
  createRoot(place).render(createElement('textarea', { rows: 4, value: text, onChange: () => {} }));
  return { model: () => text, clear() {} };
}

/** Something editable that takes nothing. */
function closed(place, text) {
  const box = make('div', { contentEditable: 'true', textContent: text, role: 'textbox' });
  box.addEventListener('paste', (event) => event.preventDefault());
  box.addEventListener('input', () => { box.textContent = text; });
  place.append(box);
  return { model: () => box.textContent, clear() {} };
}

/** Something editable that takes everything twice. */
function doubling(place, text) {
  const box = make('div', { contentEditable: 'true', textContent: text, role: 'textbox' });
  box.addEventListener('input', (event) => box.append(event.data));
  place.append(box);
  return { model: () => box.textContent, clear() {} };
}

function draft(place, text) {
  let state = DraftState.createWithContent(ContentState.createFromText(text));
  let put;
    function Box() {
    [state, put] = useState(state);
    const onCommand = (command) => {
      const next = RichUtils.handleKeyCommand(state, command);
      if (next) put(next);
      return next ? 'handled' : 'not-handled';
    };
    return createElement(Draft, {
      editorState: state, onChange: put, keyBindingFn: getDefaultKeyBinding, handleKeyCommand: onCommand,
    });
  }
  createRoot(place).render(createElement(Box));
  return {
    model: () => state.getCurrentContent().getPlainText('\n'),
    clear: () => put(DraftState.push(state, ContentState.createFromText(''), 'remove-range')),
  };
}

function lexical(place, text) {
  const box = make('div', { contentEditable: 'true', role: 'textbox' });
  place.append(box);
  const editor = createEditor({ namespace: 'test', onError: (error) => { throw error; } });
  editor.setRootElement(box);
  registerRichText(editor);
  registerHistory(editor, createEmptyHistoryState(), 300);
  const fill = (content) => editor.update(() => {
    const paragraph = $createParagraphNode();
    if (content) paragraph.append($createTextNode(content));
    $getRoot().clear().append(paragraph);
  }, { discrete: true, tag: 'history-merge' });
  fill(text);
  return {
    model: () => editor.read(() => $getRoot().getChildren().map((node) => node.getTextContent()).join('\n')),
    clear: () => fill(''),
  };
}

const schema = new Schema({
  nodes: {
    doc: { content: 'paragraph+' },
    paragraph: { content: 'text*', parseDOM: [{ tag: 'p' }], toDOM: () => ['p', 0] },
    text: {},
  },
});

function prosemirror(place, text) {
  const doc = schema.node('doc', null, [schema.node('paragraph', null, text ? [schema.text(text)] : [])]);
  const plugins = [history(), keymap({ 'Mod-z': undo, 'Mod-y': redo }), keymap(baseKeymap)];
  const view = new EditorView(place, { state: ProseState.create({ doc, plugins }) });
  return {
    model: () => view.state.doc.textBetween(0, view.state.doc.content.size, '\n'),
    clear: () => view.dispatch(view.state.tr.delete(0, view.state.doc.content.size)),
  };
}

function tiptap(place, text) {
  const paragraph = { type: 'paragraph', content: text ? [{ type: 'text', text }] : [] };
  const editor = new Tiptap({ element: place, extensions: [StarterKit], content: { type: 'doc', content: [paragraph] } });
  return {
    model: () => editor.getText({ blockSeparator: '\n' }),
    clear: () => editor.commands.clearContent(),
  };
}

function quill(place, text) {
  // What older versions keep in the page; it comes first and takes nothing.
  place.append(make('div', { className: 'ql-clipboard', contentEditable: 'true', tabIndex: -1 }));
  const box = make('div');
  place.append(box);
  const editor = new Quill(box);
  editor.setText(text, 'api');
  editor.history.clear();
  return {
    model: () => editor.getText().replace(/\n$/, ''),
    clear: () => editor.setText('', 'user'),
  };
}

const MAKERS = { textarea, react, stubborn, closed, doubling, draft, lexical, prosemirror, tiptap, quill };

/** What was sent, and how often. */
window.sent = [];

/** Shows what was sent as a post of its own. */
function addPost(text) {
  const article = document.querySelector('article').cloneNode(true);
  article.querySelector('rapport-badge')?.remove();
  article.id = 'post-own';
  article.dataset.id = 'own';
  article.querySelector('.text p').textContent = text;
  document.querySelector('main').append(article);
}

/** Builds the composer of a form and remembers it as the page's. */
function open(form) {
  const { editor, text = '', keeps, leaves, adds } = form.dataset;
  const place = make('div', { className: 'place' });
  form.prepend(place);
  window.editor = MAKERS[editor](place, text);
  form.addEventListener('submit', (event) => {
    if (leaves) return; // As plain forms do.
    event.preventDefault();
    window.sent.push(window.editor.model());
    // A server that refuses: everything stays as it is.
    if (!keeps) setTimeout(() => window.editor.clear(), 150);
    if (adds) setTimeout(() => addPost(window.sent.at(-1)), 150);
  });
  form.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && event.ctrlKey) form.requestSubmit();
  });
}

for (const form of document.querySelectorAll('form.composer')) open(form);

// A reply button opens the composer of its post after a while, as sites do, or
// turns to the page's only composer.
document.addEventListener('click', (event) => {
  const button = event.target.closest?.('.action.reply');
  const template = document.querySelector('template.composer');
  const only = document.querySelector('form.composer[data-turns]');
  if (!button || !(template || only)) return;
  event.preventDefault();
  if (only) {
    setTimeout(() => only.querySelector('textarea').focus(), 250);
    return;
  }
  setTimeout(() => {
    const form = template.content.firstElementChild.cloneNode(true);
    button.closest('article').after(form);
    open(form);
  }, 250);
});
