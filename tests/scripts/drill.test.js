'use strict';
const test = require('node:test');
const assert = require('node:assert');
const { load, plain } = require('./load.js');
const T = load('drill/10-deal');

const firsts = [...Array(20).fill('leader'), ...Array(6).fill('manager')];
/** Numbers of chance that are the same each time. */
const chance = () => { let last = 7; return () => (last = (last * 16807) % 2147483647) / 2147483647; };

test('each hat goes first on as many of the dealt cards as the other', () => {
  const dealt = plain(T.deal(firsts, chance()));
  assert.strictEqual(new Set(dealt).size, 8);
  assert.strictEqual(dealt.filter(at => firsts[at] === 'leader').length, 4);
  assert.strictEqual(T.deal(['leader', 'leader', 'manager'], chance()).length, 2);
  assert.strictEqual(T.deal(['leader', 'leader'], chance()).length, 2);
});

test('who always says the same is told so and does not win', () => {
  const hats = ['leader', 'manager', 'leader', 'manager', 'leader', 'manager', 'leader', 'manager'];
  assert.deepStrictEqual(plain(T.went(Array(8).fill('leader'), hats)), { same: 4, always: 'leader' });
  assert.deepStrictEqual(plain(T.went(hats, hats)), { same: 8, always: 'well' });
  assert.deepStrictEqual(plain(T.went([...hats].reverse(), hats)), { same: 0, always: 'again' });
});
