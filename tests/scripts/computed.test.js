'use strict';
const test = require('node:test');
const assert = require('node:assert');
const { load, field, say } = require('./load.js');
const T = load('copies+sheet/10-answers', 'sheet/12-numbers', 'sheet/13-days', 'sheet/15-computed');

const columns = [field('text', 'what'), field('number', 'cost', { unit: 'days' }), field('choice', 'state')];
const schema = { lang: 'en', fields: [field('table', 'rows', { columns }), field('number', 'done'), field('number', 'planned'), field('checks', 'list', { options: ['a', 'b', 'c'] }), field('date', 'start')] };
const row = (what, cost, state) => ({ id: what, cells: { what, cost, state } });
const answers = {
  rows: [row('x', '1.5', 'In'), row('y', '2,5', 'In'), row('z', '9', 'Out'), row('', '', '')],
  done: '8', planned: '10', list: { ticked: ['a'], own: ['mine'] }, start: '2024-02-27',
};
const blank = { rows: [row('', '', '')], done: '', planned: '', list: { ticked: [], own: [] }, start: '' };
const worked = (computed, from = answers) => T.worked(schema, from, { filter: {}, ...computed }, say);

test('every function of the closed list', () => {
  assert.strictEqual(worked({ function: 'count', of: 'rows' }), '3');
  assert.strictEqual(worked({ function: 'count', of: 'rows', filter: { state: 'In' } }), '2');
  assert.strictEqual(worked({ function: 'count', of: 'rows.cost', filter: { state: 'Out' } }), '1');
  assert.strictEqual(worked({ function: 'sum', of: 'rows.cost' }), '13 days');
  assert.strictEqual(worked({ function: 'sum', of: 'rows.cost', filter: { state: 'In' } }), '4 days');
  assert.strictEqual(worked({ function: 'percent', of: 'done', within: 'planned' }), '80 %');
  assert.strictEqual(worked({ function: 'percent', of: 'rows', within: 'rows', filter: { state: 'Out' } }).slice(0, 5), '33.33');
  assert.strictEqual(worked({ function: 'ticked', of: 'list' }), '1 of 4');
  assert.strictEqual(worked({ function: 'days-after', of: 'start', days: 3 }), '2024-03-01');
});

test('what is no number is left out of sums and shares, and that is said', () => {
  const rows = [row('x', '1,5', 'In'), row('y', '2-3', 'In'), row('z', 'about 40', 'Out'), row('w', '', 'Out')];
  const from = { ...answers, rows, done: 'all of them', planned: '1.000.000' };
  assert.strictEqual(worked({ function: 'sum', of: 'rows.cost' }, from), '1.5 days · 1 of 3 counted');
  assert.strictEqual(worked({ function: 'sum', of: 'rows.cost', filter: { state: 'In' } }, from), '1.5 days · 1 of 2 counted');
  assert.strictEqual(worked({ function: 'sum', of: 'done' }, from), '0 · 0 of 1 counted');
  assert.strictEqual(worked({ function: 'sum', of: 'planned' }, from), '1000000');
  assert.strictEqual(worked({ function: 'percent', of: 'done', within: 'planned' }, from), '0 % · 0 of 1 counted');
  assert.strictEqual(worked({ function: 'percent', of: 'planned', within: 'done' }, from), '0 of 1 counted');
  assert.strictEqual(worked({ function: 'percent', of: 'rows.cost', within: 'rows.cost', filter: { state: 'In' } }, from), '100 % · 1 of 2 counted · 1 of 3 counted');
  assert.strictEqual(worked({ function: 'count', of: 'rows.cost' }, from), '3');
  assert.strictEqual(worked({ function: 'days-after', of: 'start', days: 3 }, { ...answers, start: 'soon' }), 'no date');
  assert.strictEqual(worked({ function: 'days-after', of: 'start', days: 3 }, { ...answers, start: '27.2.2024' }), '2024-03-01');
  assert.strictEqual(worked({ function: 'days-after', of: 'rows.what', days: 3 }), '');
});

test('sums are what one gets with a pencil', () => {
  const sum = (...costs) => worked({ function: 'sum', of: 'rows.cost' }, { rows: costs.map((cost) => row('x', cost, '')) });
  assert.strictEqual(sum('0.1', '0.2'), '0.3 days');
  assert.strictEqual(sum('0.3', '-0.1', '-0.2'), '0 days');
  assert.strictEqual(sum('1000000.1', '0.2'), '1000000.3 days');
  assert.strictEqual(sum('0.001', '0.0000001'), '0.0010001 days');
  assert.strictEqual(sum('999999999999999', '-1'), '999999999999998 days');
});

test('nothing is worked out of nothing', () => {
  for (const computed of [{ function: 'count', of: 'rows' }, { function: 'sum', of: 'rows.cost' }, { function: 'percent', of: 'done', within: 'planned' }, { function: 'ticked', of: 'list' }, { function: 'days-after', of: 'start', days: 3 }, { function: 'other', of: 'rows' }]) {
    assert.strictEqual(worked(computed, blank), '', computed.function);
  }
  assert.strictEqual(worked({ function: 'percent', of: 'done', within: 'planned' }, { ...answers, planned: '0' }), '');
  assert.strictEqual(worked({ function: 'days-after', of: 'start', days: 1e12 }), '');
});
