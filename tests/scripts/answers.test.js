'use strict';
const test = require('node:test');
const assert = require('node:assert');
const { load, plain, field } = require('./load.js');
const T = load('copies+sheet/10-answers', 'ways/05-starts', 'ways/08-left');

const schema = (...fields) => ({ hash: 'now', template: 't', title: 'T', fields });
const fit = (fields, answers, more = {}) => plain(T.fit(schema(...fields), { template_hash: 'then', answers, earlier: [], ...more }));

test('an answer follows its field under a new id', () => {
  const found = fit([field('text', 'owner', { was: ['who'] })], { who: 'Ada' });
  assert.deepStrictEqual(found, { answers: { owner: 'Ada' }, earlier: [], fresh: [] });
});

test('a field that the copy did not know is fresh, unless the template is the same or the copy partial', () => {
  assert.deepStrictEqual(fit([field('text', 'a')], {}).fresh, ['a']);
  assert.deepStrictEqual(fit([field('text', 'a')], {}, { template_hash: 'now' }).fresh, []);
  assert.deepStrictEqual(fit([field('text', 'a')], {}, { partial: true }).fresh, []);
});

test('an answer without a field goes to the earlier ones, and back when the field returns', () => {
  const gone = fit([field('text', 'a')], { a: 'x', 'who-decides': 'Ada', none: '' });
  assert.deepStrictEqual(gone.earlier, [{ id: 'who-decides', label: 'Who decides', value: 'Ada' }]);
  const back = fit([field('text', 'who-decides')], {}, { earlier: gone.earlier });
  assert.deepStrictEqual([back.answers, back.earlier], [{ 'who-decides': 'Ada' }, []]);
});

test('what was chosen in another language is the same option here', () => {
  const more = { options: ['Offen', 'Fertig', 'In'], same: { Open: 'Offen', Done: 'Fertig', In: 'Fertig' } };
  const cases = [
    ['choice', 'Done', 'Fertig'], ['choice', 'In', 'In'], ['choice', 'Else', 'Else'], ['choices', ['Open', 'Done'], ['Offen', 'Fertig']],
    ['checks', { ticked: ['Done', 'Mine'], own: ['Mine'] }, { ticked: ['Fertig', 'Mine'], own: ['Mine'] }],
  ];
  for (const [kind, value, kept] of cases) assert.deepStrictEqual(fit([field(kind, 'a', more)], { a: value }).answers.a, kept, kind);
  const table = field('table', 't', { columns: [field('choice', 'state', more)] });
  assert.deepStrictEqual(fit([table], { t: [{ id: 'r', cells: { state: 'Open' } }] }).answers.t[0].cells, { state: 'Offen' });
});

test('an option that was chosen with its letters in two parts is the same option', () => {
  const more = { options: ['Grün', 'Rot'], same: { Green: 'Grün' } };
  const apart = 'Grün'.normalize('NFD');
  assert.notStrictEqual(apart, 'Grün');
  for (const [value, kept] of [[apart, 'Grün'], ['Green', 'Grün'], ['Rot', 'Rot']]) {
    assert.deepStrictEqual(fit([field('choice', 'a', more)], { a: value }).answers.a, kept);
  }
});

test('another type keeps the text', () => {
  const cases = [
    ['date', 'next week', 'next week'], ['number', 'three', 'three'], ['text', ['a', 'b'], 'a, b'],
    ['choice', 'Old', 'Old'], ['choices', 'Old', ['Old']], ['check', 'yes', true], ['check', '', false],
    ['checks', ['a'], { ticked: ['a'], own: [] }], ['text', { ticked: ['a'], own: ['a', 'b'] }, '☑ a\n☐ b'],
    ['long', [{ id: 'r', cells: { a: '1', b: '2' } }], '1 · 2'],
  ];
  for (const [kind, value, kept] of cases) assert.deepStrictEqual(fit([field(kind, 'a')], { a: value }).answers.a, kept, kind);
  for (const [kind, value] of [['check', 'perhaps'], ['table', 'text'], ['choices', { ticked: [], own: ['mine'] }]]) {
    assert.deepStrictEqual(fit([field(kind, 'a')], { a: value }).earlier[0]?.value, value, kind);
  }
});

test('columns are matched like fields, and what they lose is kept', () => {
  const columns = [field('text', 'what', { was: ['request'] }), field('text', 'why')];
  const table = field('table', 'rows', { columns });
  const found = fit([table], { rows: [{ id: 'r1', cells: { request: 'A', cost: '3' } }] });
  assert.deepStrictEqual(found.answers.rows, [{ id: 'r1', cells: { what: 'A', why: '' } }]);
  assert.deepStrictEqual(found.earlier, [{ id: 'rows.cost', label: 'rows: Cost', value: '1. 3' }]);
  assert.deepStrictEqual(found.fresh, ['rows.why']);
});

test('the next copy starts with what is carried', () => {
  const columns = [field('text', 'what'), field('text', 'then', { carry: false })];
  const fields = [field('text', 'a'), field('text', 'b', { carry: false }), field('table', 'rows', { columns }), field('checks', 'c', { carry: false })];
  const answers = { a: '1', b: '2', rows: [{ id: 'r', cells: { what: 'x', then: 'y' } }], c: { ticked: ['own'], own: ['own'] } };
  const next = plain(T.next(schema(...fields), answers));
  assert.deepStrictEqual([next.a, next.b, next.c], ['1', '', { ticked: [], own: ['own'] }]);
  assert.deepStrictEqual(next.rows[0].cells, { what: 'x' });
  assert.notStrictEqual(next.rows[0].id, 'r');
});

test('the example fills every kind of field', () => {
  const columns = [field('text', 'what'), field('check', 'done')];
  const fields = [field('text', 'a', { example: ['x'] }), field('check', 'b', { example: ['yes'] }), field('choices', 'c', { example: ['p', 'q'] }), field('table', 'd', { columns, exampleRows: [['w', 'yes'], ['v', '']] })];
  const example = plain(T.example(schema(...fields)));
  assert.deepStrictEqual([example.a, example.b, example.c], ['x', true, ['p', 'q']]);
  assert.deepStrictEqual(example.d.map((row) => row.cells), [{ what: 'w', done: true }, { what: 'v', done: false }]);
});

test('what is needed and empty is listed, and names are suggested once', () => {
  const fields = [field('text', 'a', { needed: true }), field('person', 'b'), field('table', 'c', { needed: true, columns: [field('person', 'p')] })];
  const answers = { a: ' ', b: 'Ada', c: [{ id: 'r', cells: { p: 'Ada' } }, { id: 's', cells: { p: 'Bo ' } }] };
  assert.deepStrictEqual(plain(T.stillEmpty(schema(...fields), answers).map((one) => one.id)), ['a']);
  assert.deepStrictEqual(plain(T.names(schema(...fields), answers)), ['Ada', 'Bo']);
});

test('what is still empty is counted below each heading', () => {
  const columns = [field('text', 'what')];
  const fields = [field('text', 'before'), field('heading', 'h'), field('text', 'a'), field('check', 'c'), field('table', 't', { columns, rows: 1 }), field('heading', 'words'), field('note', 'n')];
  const answers = { before: '', a: '', c: false, t: [{ id: 'r', cells: { what: '' } }] };
  assert.deepStrictEqual(plain(T.left({ fields }, answers)), { '': 1, h: 2 });
  answers.t[0].cells.what = 'x';
  assert.deepStrictEqual(plain(T.left({ fields }, { ...answers, a: 'x' })), { '': 1, h: 0 });
});
