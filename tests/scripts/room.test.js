'use strict';
const test = require('node:test');
const assert = require('node:assert');
const { load, plain, say } = require('./load.js');
const T = load('copies+sheet/10-answers', 'copies+sheet/20-store', 'copies+ways/45-alone', 'copies/05-room');
T.say = { ...say, number: (number) => String(number) };

/** A storage with room for so many letters. */
function small(most) {
  const kept = T.memory();
  const used = () => kept.keys().reduce((sum, key) => sum + key.length + kept.getItem(key).length, 0);
  const setItem = (key, text) => {
    if (used() - (kept.getItem(key)?.length ?? -key.length) + text.length > most) throw new Error('full');
    kept.setItem(key, text);
  };
  return { ...kept, setItem, used };
}

test('what is left is about what fits, whatever a browser allows, and nothing of the trial stays', () => {
  for (const most of [10, 5, 3, 2.5, 1].map((megabytes) => megabytes << 20)) {
    const storage = small(most);
    storage.setItem('twohats:s:t:one', 'x'.repeat(400000));
    const left = T.room(storage);
    assert.ok(left() <= most - storage.used() && left() > 0.7 * (most - storage.used()), `${left()} of ${most}`);
    assert.deepStrictEqual(plain(storage.keys()), ['twohats:s:t:one']);
    const before = left();
    storage.setItem('twohats:s:t:two', 'x'.repeat(100000));
    assert.strictEqual(before - left(), 100000 + 'twohats:s:t:two'.length);
  }
  const full = small(400100);
  full.setItem('twohats:s:t:one', 'x'.repeat(400000));
  assert.strictEqual(T.room(full)(), 0);
});

test('sizes are said in the units of devices', () => {
  assert.deepStrictEqual([0, 1, 1024, 150000, 1048576, 5e6].map(T.size), ['0 KB', '0.1 KB', '1 KB', '146.5 KB', '1 MB', '4.8 MB']);
});

test('days alone are counted since a copy was downloaded or begun, and not where that is unknown', () => {
  const ago = (days) => new Date(Date.now() - days * 864e5).toISOString();
  const cases = [
    [{ created: ago(20.5), changed: ago(1), downloaded: '' }, 20], [{ created: ago(20), changed: ago(3), downloaded: ago(2) }, 0],
    [{ created: ago(20), changed: ago(1), downloaded: ago(15.5) }, 15], [{ created: '', changed: '', downloaded: '' }, 0],
    [{ created: ago(-3), changed: ago(-3), downloaded: '' }, 0],
  ];
  for (const [copy, days] of cases) assert.strictEqual(T.daysAlone(copy), days);
});
