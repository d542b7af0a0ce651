'use strict';
const test = require('node:test');
const assert = require('node:assert');
const { DOMParser, onWarningStopParsing } = require('@xmldom/xmldom');
const { TextWriter, Uint8ArrayReader, ZipReader } = require('@zip.js/zip.js');
const { load, plain, field, say } = require('./load.js');
const T = load('copies+sheet/10-answers', 'sheet/12-numbers', 'sheet/13-days', 'sheet/15-computed', 'ways/10-outline', 'ways/15-cells', 'ways/30-link', 'ways/20-docx');

const columns = [field('text', 'what'), field('check', 'done'), field('number', 'cost', { unit: 'days' })];
const schema = { lang: 'en', fields: [field('heading', 'H'), field('text', 'a'), field('long', 'l'), field('check', 'c'), field('checks', 'list', { options: ['one', 'two'] }), field('table', 'rows', { columns }), field('computed', 'n', { computed: { function: 'count', of: 'rows', filter: {} } }), field('note', 'note')] };
const copy = {
  name: 'My <copy>',
  answers: { a: 'x_1 *2*', l: 'One\n\n**Two**', c: true, list: { ticked: ['two', 'gone'], own: ['mine'] }, rows: [{ id: 'r', cells: { what: 'a | b\nc', done: true, cost: '3' } }, { id: 's', cells: { what: '', done: false, cost: '' } }] },
  earlier: [{ id: 'o', label: 'Old', value: 'kept' }],
};
const words = { earlier: 'Earlier', yes: 'yes', asked: 'Asked', answer: 'Answer' };
const outline = T.outline(schema, copy, say, words);

test('Markdown keeps tables whole and long answers as typed', () => {
  assert.strictEqual(T.markdown(outline), `# My \\<copy>

## H

**a:** x_1 \\*2\\*

**l**

One

**Two**

☑ c

**list**

- [ ] one
- [x] two
- [ ] mine
- [x] gone

**rows**

| what | done | cost |
| --- | --- | --- |
| a \\| b<br>c | ☑ | 3 days |

**n:** 1

## Earlier

**Old:** kept
`);
});

test('plain text has the words and no sign of Markdown', () => {
  assert.strictEqual(T.plain(outline), `My <copy>

— H —

a: x_1 *2*

l
One

**Two**

☑ c

list
☐ one
☑ two
☐ mine
☑ gone

rows
1. what: a | b
c
   done: ☑
   cost: 3 days

n: 1

— Earlier —

Old: kept
`);
});

test('Markdown takes no sign of an answer for its own, and adds none where none is needed', () => {
  const written = (text) => T.markdown({ title: 't', parts: [{ label: 'a', text }] }).split('\n').at(-2);
  assert.strictEqual(written('~40 & 2-3'), '**a:** ~40 & 2-3');
  assert.strictEqual(written('~~1~~ &lt; &#60;'), '**a:** \\~\\~1\\~~ \\&lt; \\&#60;');
});

test('CSV opens in spreadsheets and runs nothing there', () => {
  const csv = T.csv([['a', '=1+1', '+x', '-3', '-1.234,5', '+1 000', '-2+3', '-x', '@y', '\tz', 'say "hi"\nthere']]);
  assert.strictEqual(csv, '\uFEFF"a","\'=1+1","\'+x","-3","-1.234,5","+1 000","\'-2+3","\'-x","\'@y","\'\tz","say ""hi""\nthere"\r\n');
  assert.deepStrictEqual(plain(T.tableRows(schema.fields[5], copy.answers.rows, words)), [['what', 'done', 'cost (days)'], ['a | b\nc', 'yes', '3']]);
});

test('answers outside tables are lines of two, one for each item to tick', () => {
  assert.deepStrictEqual(plain(T.answerRows(schema, copy, say, words)), [
    ['Asked', 'Answer'], ['a', 'x_1 *2*'], ['l', 'One\n\n**Two**'], ['c', 'yes'],
    ['list: one', ''], ['list: two', 'yes'], ['list: mine', ''], ['list: gone', 'yes'], ['n', '1'],
  ]);
});

test('cells of a spreadsheet’s clipboard', () => {
  assert.deepStrictEqual(plain(T.cells(' 1,5\t2 \r\u00a03\t"4"\r\n')), [[' 1,5', '2 '], ['\u00a03', '"4"']]);
  assert.deepStrictEqual(plain(T.cells('a\tb\r\nc\t"d ""e""\nf"\r\n')), [['a', 'b'], ['c', 'd "e"\nf']]);
  assert.deepStrictEqual(plain(T.cells('\tb\n\nx')), [['', 'b'], [''], ['x']]);
  assert.deepStrictEqual(plain(T.cells('5" pipe\t"x')), [['5" pipe', '"x']]);
});

test('pasted cells are laid from one cell on, labels left out', () => {
  const table = field('table', 't', { columns: [field('text', 'what'), field('choice', 'state', { options: ['In', 'Out'] }), field('check', 'ok')] });
  const rows = [{ id: '1', cells: { what: 'old', state: '', ok: false } }];
  T.paste(table, rows, [['What', 'State', 'ok'], ['a', 'in', 'x', 'too much'], ['b', 'Else', '']], { row: 0, column: 0 });
  assert.deepStrictEqual(plain(rows.map((row) => row.cells)), [{ what: 'a', state: 'In', ok: true }, { what: 'b', state: 'Else', ok: false }]);
});

test('every pasted row has a place, and cells that have none are counted', () => {
  const table = field('table', 't', { columns: [field('text', 'what'), field('check', 'ok')] });
  const rows = [];
  const text = Array.from({ length: 700 }, (_, at) => `row ${at}\tja`).join('\n');
  assert.strictEqual(T.paste(table, rows, T.cells(text), { row: 0, column: 0, yes: 'Ja' }), 0);
  assert.deepStrictEqual([rows.length, rows[699].cells.what, rows[699].cells.ok], [700, 'row 699', true]);
  assert.strictEqual(T.paste(table, rows, T.cells('a\tno\tbeyond\t\nb\tperhaps\n'), { row: 0, column: 0 }), 2);
});

test('a Word document is a whole zip of well-formed XML', async () => {
  const bytes = new Uint8Array(await T.docx(outline).arrayBuffer());
  const parts = await new ZipReader(new Uint8ArrayReader(bytes), { checkSignature: true, useWebWorkers: false }).getEntries();
  const documents = new Map();
  for (const part of parts) {
    const text = await part.getData(new TextWriter());
    documents.set(part.filename, new DOMParser({ onError: onWarningStopParsing }).parseFromString(text, 'text/xml'));
  }
  const all = (tag, element = documents.get('word/document.xml')) => [...element.getElementsByTagName(tag)];
  const paragraphs = all('w:p').map((paragraph) => all('w:t', paragraph).map((text) => text.textContent).join(''));
  const [tables, heads] = [all('w:tbl').length, all('w:tblHeader').length];
  assert.deepStrictEqual([tables, heads], [1, 1]);
  for (const part of ['My <copy>', 'H', 'a: x_1 *2*', '☑ two', '☐ one', 'a | bc', '3 days', 'Old: kept']) assert.ok(paragraphs.includes(part), part);
});
