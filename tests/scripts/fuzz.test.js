// Files that somebody sends, spoilt at random: whatever they hold, they are read, fitted and written out, or refused. It
// goes on for a minute, or for as long as `cargo xtask fuzz` says.
'use strict';
const test = require('node:test');
const assert = require('node:assert');
const fs = require('node:fs');
const path = require('node:path');
const { load, plain, field, say } = require('./load.js');
const T = load('copies+sheet/10-answers', 'sheet/15-computed', 'copies+sheet/20-store', 'copies+sheet/70-hand', 'ways/05-starts', 'ways/10-outline', 'ways/20-docx', 'ways/15-cells', 'ways/30-link', 'pairs/30-kept');

const MINUTES = Number(process.env.TWOHATS_FUZZ_MINUTES || 1);
const CORPUS = path.join(__dirname, '..', 'fuzz', 'corpus', 'copies');
const WORDS = ['"', '{', '}', '[', ']', ':', ',', 'null', 'true', '1e400', '-0', '\\u0000', '\\ud800', '"__proto__":', '"constructor":', '"rows":[]', '"answers":{}', '"29.11.2026"', '<b>', 'é', '\u200b'];

let state = (process.pid * 2654435761) >>> 0;
function below(most) {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return Math.floor((state / 2 ** 32) * most);
}

const inputs = fs.readdirSync(CORPUS).sort().map((name) => fs.readFileSync(path.join(CORPUS, name), 'utf8'));

/** A text of the corpus with some changes. */
function changed() {
  let text = inputs[below(inputs.length)];
  for (let round = below(6); round >= 0; round -= 1) {
    const start = below(text.length + 1);
    const end = Math.min(text.length, start + below(below(4) ? 12 : text.length + 1));
    switch (below(5)) {
      case 0: text = text.slice(0, start) + text.slice(end); break;
      case 1: text = text.slice(0, end) + text.slice(start); break;
      case 2: text = text.slice(0, start) + inputs[below(inputs.length)].slice(start, end) + text.slice(end); break;
      default: text = text.slice(0, start) + WORDS[below(WORDS.length)] + text.slice(below(3) ? start : end);
    }
  }
  return text;
}

const schema = { hash: 'now', template: 't', title: 'T', fields: [
  field('text', 'a', { was: ['constructor'] }), field('choice', 'b', { options: ['x'], same: { Ja: 'x' } }), field('check', 'c'), field('date', 'd'),
  field('checks', 'list', { options: ['x'] }), field('choices', 'own', { options: ['x'] }),
  field('table', 'rows', { columns: [field('text', 'a'), field('number', 'b')] }),
  field('computed', 'n', { computed: { function: 'sum', of: 'rows.b', filter: {} } }),
] };
const words = { earlier: 'Earlier', yes: 'yes', asked: 'Asked', answer: 'Answer' };

/** Keeps a text as a copy, reads it and does with it what a sheet does. */
function attempt(text) {
  const storage = T.memory();
  const store = T.store(storage, { site: 's' });
  storage.setItem('twohats:s:t:one', text);
  store.list('t');
  const found = store.read('t', 'one');
  if (found.fault || !found.copy) return false;
  const { answers, earlier } = T.fit(schema, found.copy);
  const copy = { ...found.copy, answers, earlier };
  T.markdown(T.outline(schema, copy, say, words));
  T.csv(T.answerRows(schema, copy, say, words));
  T.tableRows(schema.fields[6], answers.rows, words);
  T.next(schema, answers);
  T.stillEmpty(schema, answers);
  assert.strictEqual(store.save(copy), 'ok');
  // What was kept once comes back the same.
  const again = store.read('t', 'one');
  assert.deepStrictEqual(plain(T.fit(schema, again.copy).answers), plain(answers));
  return true;
}

test('whatever a file of answers holds, it is read and written out, or refused', () => {
  const end = Date.now() + MINUTES * 60000;
  let [tried, read] = [0, 0];
  const one = (text) => {
    tried += 1;
    try {
      read += attempt(text) ? 1 : 0;
    } catch (fault) {
      throw new Error(`${fault.stack}\n    ${JSON.stringify(text)}`);
    }
  };
  inputs.forEach(one);
  // Deaf to the clock for a hundred at a time, which would else take longer than they do.
  while (Date.now() < end) for (let round = 0; round < 100; round += 1) one(changed());
  console.log(`tally: inputs fuzzed (copies): ${tried}`);
  assert.ok(read > 100, `only ${read} of ${tried} could be read`);
});
