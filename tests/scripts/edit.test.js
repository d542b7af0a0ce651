// What the editor of the preview works out without a page: the keys of values after a change, and how long a text is.
'use strict';
const assert = require('node:assert/strict');
const fs = require('node:fs');
const path = require('node:path');
const test = require('node:test');
const vm = require('node:vm');

const FOLDER = path.join(__dirname, '../../src/preview/client/edit');
const script = ['aloud.js', 'slots.js'].map((name) => fs.readFileSync(path.join(FOLDER, name), 'utf8')).join('\n');
const { counted, length, moved, Slots } = vm.runInNewContext(`${script}; ({ counted, length, moved, Slots })`);

test('a value has another key after lines of its list came, went or moved', () => {
  const insert = { do: 'insert', key: 'signs', at: 1 };
  const remove = { do: 'remove', key: 'signs[1]' };
  const down = { do: 'move', key: 'signs', from: 0, to: 2 };
  const up = { do: 'move', key: 'signs', from: 2, to: 0 };
  for (const [key, edit, after] of [
    ['signs[0]', insert, 'signs[0]'], ['signs[1]', insert, 'signs[2]'], ['signs[1].they', insert, 'signs[2].they'],
    ['signs[0]', remove, 'signs[0]'], ['signs[1]', remove, null], ['signs[1].they', remove, null], ['signs[2]', remove, 'signs[1]'],
    ['signs[0]', down, 'signs[2]'], ['signs[1]', down, 'signs[0]'], ['signs[2]', down, 'signs[1]'], ['signs[3]', down, 'signs[3]'],
    ['signs[2].a[3]', up, 'signs[0].a[3]'], ['signs[0]', up, 'signs[1]'], ['signs[1]', up, 'signs[2]'],
    ['signs', down, 'signs'], ['signsof[0]', down, 'signsof[0]'], ['leader.signs[0]', down, 'leader.signs[0]'],
    ['leader.say', { do: 'remove', key: 'leader' }, null], ['leaders', { do: 'remove', key: 'leader' }, 'leaders'],
    ['title', { do: 'add', key: 'signs' }, 'title'],
  ]) assert.equal(moved(key, edit), after, `${key} after ${JSON.stringify(edit)}`);
});

test('what was typed over is remembered until it is sent, whatever the file has meanwhile', () => {
  const slots = new Slots();
  const field = (text, was) => [{ key: 'title', text, was, there: true }];
  slots.take(field('one', '1'));
  const slot = slots.at('title');
  slot.waiting = 'one and mine';
  slots.take(field('theirs', '2'));
  assert.equal(slot.was, '1');
  // What comes back as we sent it is ours, also without the space behind it.
  Object.assign(slot, { waiting: 'mine and more', sent: 'mine ' });
  slots.take(field('mine', '3'));
  assert.equal(slot.was, '3');
});

test('a line that goes takes its slot along, and the next one keeps its own', () => {
  const slots = new Slots();
  slots.take(['one', 'two'].map((text, at) => ({ key: `signs[${at}]`, text, was: text, there: true })));
  const [one, two] = [slots.at('signs[0]'), slots.at('signs[1]')];
  slots.follow({ do: 'remove', key: 'signs[0]' });
  assert.ok(one.gone);
  assert.equal(two.key, 'signs[0]');
  assert.equal(slots.at('signs[0]'), two);
});

test('what is spoken is told in time, all else in words', () => {
  const say = { key: 'leader.say' };
  assert.equal(counted('**Well.** [June]{when} and [a log](../x.yaml)\n\n- one\n- two'), 7);
  assert.equal(length(say, 'word '.repeat(26)), '15 seconds aloud');
  assert.equal(length(say, 'word '.repeat(260)), '2 minutes aloud');
  assert.equal(length(say, 'word '.repeat(325)), '2½ minutes aloud');
  assert.equal(length({ key: 'title' }, 'one'), '1 word');
  assert.equal(length({ key: 'title' }, ''), '0 words');
});
