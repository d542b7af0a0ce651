'use strict';
const test = require('node:test');
const assert = require('node:assert');
const { deflateRawSync } = require('node:zlib');
const { load, plain, field, say } = require('./load.js');
const T = load('copies+sheet/10-answers', 'sheet/15-computed', 'copies+sheet/20-store', 'copies+sheet/70-hand', 'ways/05-starts', 'ways/10-outline', 'ways/20-docx', 'ways/15-cells', 'ways/30-link', 'pairs/30-kept');

/** Numbers that look random and are the same each time. */
function dice(seed) {
  let state = seed;
  return (most) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * most);
  };
}

const WORDS = ['', 'x', '29.11.2026', '2026-11-29', '1e400', 'constructor', '__proto__', 'toString', 'length', '<b>', '\ud800', '\u0000', 'x'.repeat(5000)];
const KEYS = ['a', 'b', 'rows', 'list', 'ticked', 'own', 'cells', 'id', 'label', 'value', 'constructor', 'toString', '__proto__', 'hasOwnProperty', 'length'];

/** Any JSON. */
function anything(throws, depth = 0) {
  switch (throws(depth > 3 ? 5 : 8)) {
    case 0: return null;
    case 1: return throws(2) === 1;
    case 2: return [0, -1, 1.5, 1e308, 2 ** 53][throws(5)];
    case 3:
    case 4: return WORDS[throws(WORDS.length)];
    case 5: return Array.from({ length: throws(4) }, () => anything(throws, depth + 1));
    default: return JSON.parse(`{${Array.from({ length: throws(4) }, () => `${JSON.stringify(KEYS[throws(KEYS.length)])}:${JSON.stringify(anything(throws, depth + 1))}`).join()}}`);
  }
}

/** A copy of which any part may be anything. */
function oddCopy(throws) {
  const copy = { format: 'twohats-copy', version: 1, id: 'one', revision: 1, site: 's', template: 't', template_hash: 'h', name: 'N', created: '2026-01-01', changed: '2026-01-02', downloaded: '', answers: {}, earlier: [], partial: false };
  for (const key of KEYS) if (throws(2)) Object.defineProperty(copy.answers, key, { value: anything(throws), enumerable: true });
  copy.earlier = throws(2) ? [anything(throws), anything(throws)] : [];
  for (const key of Object.keys(copy)) if (!throws(8)) copy[key] = anything(throws);
  return copy;
}

const schema = { hash: 'now', template: 't', title: 'T', fields: [
  field('text', 'a', { was: ['constructor'], same: { In: 'x' } }), field('choice', 'b', { options: ['x'], same: { Ja: 'x' } }), field('check', 'length'), field('date', 'id'),
  field('checks', 'list', { options: ['x'] }), field('choices', 'own', { options: ['x'] }),
  field('table', 'rows', { columns: [field('text', 'a'), field('number', 'b'), field('person', 'toString')] }),
  field('computed', 'n', { computed: { function: 'sum', of: 'rows.b', filter: {} } }),
] };

test('whatever a copy holds, it is read, fitted, written out and kept, and all others with it', () => {
  const throws = dice(7);
  const words = { earlier: 'Earlier', yes: 'yes', asked: 'Asked', answer: 'Answer' };
  let whole = 0;
  for (let round = 0; round < 4000; round += 1) {
    const text = JSON.stringify(oddCopy(throws));
    const storage = T.memory();
    const store = T.store(storage, { site: 's' });
    storage.setItem('twohats:s:t:odd', text);
    storage.setItem('twohats:s:t:good', JSON.stringify({ ...JSON.parse(text), format: 'twohats-copy', version: 1, template: 't', answers: { a: 'good' } }));
    const list = store.list('t');
    assert.strictEqual(list.length, 2, text);
    const found = store.read('t', 'odd');
    if (found.fault) continue;
    whole += 1;
    const { answers, earlier } = T.fit(schema, found.copy);
    const copy = { ...found.copy, answers, earlier };
    assert.strictEqual(typeof copy.name, 'string');
    const outline = T.outline(schema, copy, say, words);
    T.markdown(outline);
    T.csv(T.answerRows(schema, copy, say, words));
    T.tableRows(schema.fields[6], answers.rows, words);
    T.next(schema, answers);
    T.names(schema, answers);
    T.stillEmpty(schema, answers);
    assert.strictEqual(store.save(copy), 'ok', text);
    // What was kept once comes back the same.
    const again = store.read('t', 'odd').copy;
    assert.deepStrictEqual(plain(T.fit(schema, again).answers), plain(answers), text);
  }
  assert.ok(whole > 1000, `${whole} could be read`);
});

test('whatever a link holds, it is read or refused', async () => {
  const throws = dice(11);
  for (let round = 0; round < 300; round += 1) {
    const bytes = T.bytes(JSON.stringify(throws(2) ? anything(throws) : Array.from({ length: 6 }, () => anything(throws))));
    const data = deflateRawSync(bytes).toString('base64url');
    const found = await T.unpack(`c1.${data.length.toString(36)}.${T.crc(T.bytes(data)).toString(36)}.${data}`);
    assert.ok(found.copy || found.fault);
    if (found.copy) T.fit(schema, found.copy);
  }
});

test('what lies too deep in itself to be followed is set aside', () => {
  const deep = `{"format":"twohats-copy","version":1,"template":"t","answers":{"a":${'['.repeat(200000)}${']'.repeat(200000)}}}`;
  assert.strictEqual(T.parse(deep).fault, 'damaged');
});

test('whatever practice finds of an earlier one, what is written now is kept', () => {
  const throws = dice(3);
  for (let round = 0; round < 2000; round += 1) {
    const kept = new Map([['twohats:s:practice.late:odd', JSON.stringify(oddCopy(throws))]]);
    const storage = new Proxy({}, {
      get: (_, name) => ({ getItem: (key) => kept.get(key) ?? null, setItem: (key, text) => kept.set(key, text), removeItem: (key) => kept.delete(key) })[name],
      ownKeys: () => [...kept.keys()],
      getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true }),
    });
    const practice = T.practised('s', 'late', 'Late', storage);
    for (const key of ['leader', 'a', '__proto__']) assert.strictEqual(typeof practice.text(key), 'string');
    practice.ticked();
    practice.rows();
    assert.strictEqual(practice.put('leader', 'written now'), true);
    assert.strictEqual(T.practised('s', 'late', 'Late', storage).text('leader'), 'written now');
  }
});
