// The HTML around an editor: a thread of the demo site with its composer.

import { post, TALK, written } from '../e2e/suite.mjs';

const attribute = (name, value) => (value ? ` data-${name}="${value.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"` : '');

/** A composer that is built by `editors.mjs`. */
export const composer = (editor, { text, keeps, leaves, turns, adds } = {}) => `<form class="composer"${attribute('editor', editor)}${
  attribute('text', text)}${attribute('keeps', keeps)}${attribute('leaves', leaves)}${attribute('turns', turns)}${attribute('adds', adds)}><button type="submit">Send</button></form>`;

/** What the editors' own style sheets ask for: without it spaces are lost. */
const style = '<style>[contenteditable] { white-space: pre-wrap; min-height: 3em; }</style></head>';

const script = '<script src="/editors.js"></script></body>';

/** A thread with a composer under its first post. */
export const thread = (editor, options) => written(
  `${post('focal', TALK, { replies: '14' })}${composer(editor, options)}${post('other', TALK, { by: 'tomas' })}`,
).replace('data-view="feed"', 'data-view="thread"').replace('</head>', style).replace('</body>', script);

/** A thread beside the page's only composer, for new posts and for replies. */
export const column = () => written(
  `${composer('textarea', { turns: 'yes' })}${post('focal', TALK, { replies: '14' })}${post('other', TALK, { by: 'tomas' })}`,
).replace('data-view="feed"', 'data-view="thread"').replace('</head>', style).replace('</body>', script);

/** A feed whose composer comes only when a reply button is pressed. */
export const feed = (editor, options) => written(
  `${['one', 'two', 'three'].map((id) => post(id, TALK, { replies: '14' })).join('')}
  <template class="composer">${composer(editor, options)}</template>`,
).replace('</head>', style).replace('</body>', script);
