// What readers kept with an earlier version comes in whole, for as long as `tests/kept/` has it.
'use strict';
const test = require('node:test');
const assert = require('node:assert');
const fs = require('node:fs');
const path = require('node:path');
const { load, plain } = require('./load.js');
const T = load('copies+sheet/10-answers', 'copies+sheet/20-store', 'copies+sheet/70-hand', 'ways/30-link');

const KEPT = path.join(__dirname, '../kept');

/** What was typed, letter for letter, however it was kept. */
const TYPED = {
  driver: 'Änne “the van” <b>',
  'what-was-promised': 'One line.\nAnother, with a | and *stars*.',
  'the-customer-knows': true,
  told: { ticked: ['by phone'], own: [] },
  'how-sure': 'sure',
  'new-day': '29.11.2026',
};
const STEPS = [['Load the van', '1.5'], ['Drive', '']];

function isWhole(copy, way) {
  assert.strictEqual(copy.template, 'plan', way);
  assert.ok(copy.name.startsWith('Delivery plan, November 30'), way);
  const { steps, ...answers } = plain(copy.answers);
  assert.deepStrictEqual(answers, TYPED, way);
  assert.deepStrictEqual(steps.map(({ cells }) => [cells.what ?? '', cells.days ?? '']), STEPS, way);
}

for (const version of fs.readdirSync(KEPT)) {
  const text = name => fs.readFileSync(path.join(KEPT, version, name), 'utf8');

  test(`a copy of ${version} comes in from its file`, () => {
    const { copy, fault } = T.parse(text('copy.json'));
    assert.strictEqual(fault, undefined);
    isWhole(copy, 'a file');
  });

  test(`all copies of ${version} come in from theirs`, () => {
    const all = JSON.parse(text('copies.json'));
    assert.strictEqual(all.format, 'twohats-copies');
    assert.ok(all.copies.length > 0);
    for (const one of all.copies) isWhole(T.clean(one).copy, 'a file of all');
  });

  test(`a link of ${version} opens`, async () => {
    const { copy, fault } = await T.unpack(T.linkIn(text('link.txt').trim()));
    assert.strictEqual(fault, undefined);
    isWhole(copy, 'a link');
  });

  test(`what a device has kept since ${version} is found`, () => {
    const storage = T.memory();
    for (const [key, value] of Object.entries(JSON.parse(text('device.json')))) storage.setItem(key, value);
    const [found, ...more] = T.store(storage, { site: 'kept' }).list('plan');
    assert.deepStrictEqual(more, []);
    isWhole(found.copy, 'the device');
  });
}
