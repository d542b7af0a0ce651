'use strict';
const test = require('node:test');
const assert = require('node:assert');
const { load, plain } = require('./load.js');
const T = load('finder+search/10-words', 'finder+search/15-similarity', 'finder/20-signs');

const SITUATIONS = [
  { title: 'The van is late', also: 'delay', signs: ['Parcels stay behind', 'The phone rings at noon', 'The list is wrong'] },
  { title: 'Somebody shouts', also: 'rude aggressive', signs: ['A colleague was cut off', 'Doors are slammed'] },
  { title: 'The team is flat', also: 'burned out', signs: ['Nobody laughs', 'Meetings end early', 'Late starts', 'Days off', 'Sighs'] },
];
const KNOWN = { endings: [' s ed ing'], weightless: 'the is of', same: 'rude impolite,burnout burned+out' };
const asked = (query, known = KNOWN) => plain(T.signs(SITUATIONS, known)(query));

test('signs are found by their own words and by those of their situation', () => {
  assert.deepStrictEqual(asked('parcel')[0], [0, 0]);
  assert.deepStrictEqual(asked('aggressive'), [[1, 0], [1, 1]]);
  assert.deepStrictEqual(asked('late starts')[0], [2, 2]);
});

test('a slip, another ending and another word for the same will do', () => {
  assert.deepStrictEqual(asked('shuots').map(([at]) => at), [1, 1]);
  assert.deepStrictEqual(asked('shouting').map(([at]) => at), [1, 1]);
  assert.deepStrictEqual(asked('impolite').map(([at]) => at), [1, 1]);
  assert.deepStrictEqual(asked('burnout').map(([at]) => at), [2, 2, 2]);
});

test('of a situation there are three signs at most, and none where no word is known', () => {
  assert.strictEqual(asked('team').length, 3);
  assert.deepStrictEqual(asked('zebra'), []);
  assert.deepStrictEqual(asked('the zebra of'), []);
});

test('words are taken as they are until the language is known', () => {
  const nothing = { endings: [], weightless: '', same: '' };
  assert.deepStrictEqual(asked('slammed', nothing)[0], [1, 1]);
  assert.deepStrictEqual(asked('impolite', nothing), []);
});
