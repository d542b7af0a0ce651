'use strict';
const test = require('node:test');
const assert = require('node:assert');
const { load } = require('./load.js');
const T = load('upkeep/10-due', 'upkeep/20-visits');

test('a day is that of the reader', () => {
  assert.strictEqual(T.day(new Date(2026, 0, 5, 23, 59)), '2026-01-05');
  assert.strictEqual(T.day(new Date(2026, 11, 31)), '2026-12-31');
});

test('a change is new to who saw the page with fewer, and not to who never saw it', () => {
  const cases = [[1, 0, true], [2, 2, false], [3, 2, true], [1, undefined, false], [1, '0', false]];
  for (const [number, seen, wanted] of cases) assert.strictEqual(T.isNew(number, seen), wanted, `${number} of ${seen}`);
});
