'use strict';
const test = require('node:test');
const assert = require('node:assert');
const { load, field, say } = require('./load.js');
const T = load('sheet/10-answers', 'sheet/15-computed');

const columns = [field('text', 'what'), field('number', 'cost', { unit: 'days' }), field('choice', 'state')];
const schema = { fields: [field('table', 'rows', { columns }), field('number', 'done'), field('number', 'planned'), field('checks', 'list', { options: ['a', 'b', 'c'] }), field('date', 'start')] };
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

test('nothing is worked out of nothing', () => {
  for (const computed of [{ function: 'count', of: 'rows' }, { function: 'sum', of: 'rows.cost' }, { function: 'percent', of: 'done', within: 'planned' }, { function: 'ticked', of: 'list' }, { function: 'days-after', of: 'start', days: 3 }, { function: 'other', of: 'rows' }]) {
    assert.strictEqual(worked(computed, blank), '', computed.function);
  }
  assert.strictEqual(worked({ function: 'percent', of: 'done', within: 'planned' }, { ...answers, planned: '0' }), '');
  assert.strictEqual(worked({ function: 'days-after', of: 'start', days: 1e12 }), '');
});
