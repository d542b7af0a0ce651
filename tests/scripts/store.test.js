'use strict';
const test = require('node:test');
const assert = require('node:assert');
const { load, plain } = require('./load.js');
const T = load('copies+sheet/10-answers', 'copies+sheet/20-store', 'copies+sheet/70-hand', 'ways/20-docx', 'ways/30-link', 'moving/10-moving');

const copy = (more = {}) => ({ format: 'twohats-copy', version: 1, id: 'one', revision: 0, site: 's', template: 't', template_hash: 'h', name: 'N', created: '2026-01-01', changed: '2026-01-02', downloaded: '', answers: { a: 'x' }, earlier: [], ...more });

test('a copy is read back as it was written, with the next revision', () => {
  const store = T.store(T.memory(), { site: 's' });
  const one = copy();
  assert.strictEqual(store.save(one), 'ok');
  assert.deepStrictEqual(plain(store.read('t', 'one').copy), { ...copy(), revision: 1 });
  assert.strictEqual(store.save(one), 'ok');
  assert.strictEqual(one.revision, 2);
});

test('two playbooks on one host do not see each other', () => {
  const storage = T.memory();
  T.store(storage, { site: 's/a/' }).save(copy());
  assert.strictEqual(T.store(storage, { site: 's/b/' }).list().length, 0);
  assert.strictEqual(T.store(storage, { site: 's/a/' }).list('t').length, 1);
});

test('a playbook with an id finds what was kept under its title, and under the ids that templates had', () => {
  const storage = T.memory();
  T.store(storage, { site: 'our-book/a/' }).save(copy({ template: 'old', id: 'one' }));
  T.store(storage, { site: 'our-book/b/' }).save(copy({ id: 'two' }));
  T.store(storage, { site: 'their-book/a/' }).save(copy({ id: 'three' }));
  const now = T.store(storage, { site: 'book', before: ['book', 'our-book'], was: { old: 't' } });
  const found = now.list('t').map((item) => item.copy);
  assert.deepStrictEqual(plain(found.map((one) => [one.id, one.template]).sort()), [['one', 't'], ['two', 't']]);
  const one = found.find(({ id }) => id === 'one');
  one.answers.a = 'changed';
  assert.strictEqual(now.save(one), 'ok');
  assert.strictEqual(now.list('t').length, 2, 'it is kept where it lies');
  assert.strictEqual(T.store(storage, { site: 'our-book/a/' }).list().length, 1);
  assert.strictEqual(now.save(copy({ id: 'new' })), 'ok');
  assert.strictEqual(storage.keys().filter((key) => key.startsWith('twohats:book:t:')).length, 1);
});

test('another page’s version is not written over, and what is gone is told', () => {
  const storage = T.memory();
  const [here, there] = [T.store(storage, { site: 's' }), T.store(storage, { site: 's' })];
  const mine = copy();
  here.save(mine);
  const theirs = there.read('t', 'one').copy;
  assert.strictEqual(there.save(theirs), 'ok');
  assert.strictEqual(here.save(mine), 'theirs');
  storage.removeItem(here.key('t', 'one'));
  assert.strictEqual(here.save(mine), 'gone');
});

test('a full or lying storage is noticed whatever its error is called', () => {
  const full = { ...T.memory(), setItem() { throw new Error('NS_ERROR_WHATEVER'); }, getItem: () => null, length: 0 };
  const lying = { ...T.memory(), setItem() {}, getItem: () => null, length: 0 };
  for (const storage of [full, lying]) {
    assert.strictEqual(T.store(storage, { site: 's' }).save(copy()), 'full');
    assert.strictEqual(T.keeps(storage), false);
  }
  assert.strictEqual(T.keeps(T.memory()), true);
});

test('what cannot be read is listed and never dropped', () => {
  const storage = T.memory();
  const store = T.store(storage, { site: 's' });
  store.save(copy());
  storage.setItem('twohats:s:t:bad', '{"half');
  storage.setItem('twohats:s:t:new', JSON.stringify(copy({ version: 2 })));
  assert.deepStrictEqual(plain(store.list().map((item) => item.fault ?? 'whole')).sort(), ['damaged', 'newer', 'whole']);
  assert.strictEqual(storage.getItem('twohats:s:t:bad'), '{"half');
});

test('what comes from outside is text and nothing else', () => {
  const hostile = copy({ id: '../<x>', answers: JSON.parse('{"__proto__": {"x": 1}, "a": {"b": {"c": 1}}, "d": [[1]], "e": 5, "f": true, "g": null}') });
  hostile.earlier = [{ id: 1, label: { a: 1 }, value: '<b>' }, 'no'];
  const { copy: clean } = T.clean(hostile);
  assert.deepStrictEqual(plain(clean.answers), { a: '{"b":{"c":1}}', d: ['[1]'], e: '5', f: true, g: '' });
  assert.deepStrictEqual(plain(clean.earlier), [{ id: '1', label: '{"a":1}', value: '<b>' }, { id: '', label: '', value: 'no' }]);
  assert.match(clean.id, /^\w+$/);
  for (const bad of [null, [], 'x', {}, copy({ version: 'x' }), copy({ answers: [] }), copy({ template: 1 })]) assert.strictEqual(T.clean(bad).fault, 'damaged');
});

test('a link holds the copy, and says when it is cut, changed or newer', async () => {
  const rows = [1, 2, 3].map((n) => ({ id: `r${n}`, cells: { what: `Request number ${n}`, cost: String(n), empty: '' } }));
  const link = await T.pack(copy({ answers: { a: 'ü 😀', b: '', rows, c: { ticked: ['x'], own: [] } }, earlier: [{ id: 'o', label: 'O', value: 'old' }] }));
  assert.match(link, /^#c1\.[\w.-]+$/);
  for (const address of [link, link.replace('#', '%23'), link.replace('#', '#%23')]) {
    const { copy: found } = await T.unpack(T.linkIn(`http://x/y.html${address}`));
    assert.deepStrictEqual([found.answers.a, found.answers.b, found.answers.rows[2].cells.cost, found.partial], ['ü 😀', undefined, '3', true]);
    assert.deepStrictEqual(plain(found.earlier), [{ id: 'o', label: 'O', value: 'old' }]);
  }
  const bare = link.slice(1);
  assert.strictEqual((await T.unpack(bare.slice(0, -5))).fault, 'cut');
  assert.strictEqual((await T.unpack(bare.slice(0, 4))).fault, 'cut');
  assert.strictEqual((await T.unpack(`${bare.slice(0, -5)}AAAAA`)).fault, 'damaged');
  assert.strictEqual((await T.unpack(bare.replace('c1', 'c2'))).fault, 'newer');
  assert.ok((await T.unpack(`${bare}.`)).copy, 'a full stop after the link is not of it');
});

test('nothing that was written is too long or too much to be kept', () => {
  const rows = Array.from({ length: 2000 }, (_, at) => ({ id: `r${at}`, cells: { what: `${at}` } }));
  const own = Array.from({ length: 2000 }, (_, at) => `item ${at}`);
  const more = { id: 'one', label: 'Earlier', value: 'kept' };
  const whole = copy({ name: 'n'.repeat(999), answers: { long: `${'x'.repeat(150000)}Z`, rows, list: { ticked: own, own } }, earlier: Array(2000).fill(more) });
  for (let at = 0; at < 2000; at += 1) whole.answers[`field-${at}`] = 'x';
  assert.deepStrictEqual(plain(T.clean(plain(whole)).copy), plain(whole));
});

test('a moment that is none is left out, and what a copy says of itself never moves it', () => {
  for (const odd of ['29.11.2026', 'soon', '2026-13-45', '2026-01-05 (or so)', ['2026-01-05'], { a: 1 }, 5, true, null, '1'.repeat(99999)]) {
    const { copy: found } = T.clean(copy({ created: odd, changed: odd, downloaded: odd, revision: odd }));
    assert.deepStrictEqual([found.created, found.changed, found.downloaded, Number.isSafeInteger(found.revision)], ['', '', '', true], String(odd).slice(0, 20));
  }
  assert.strictEqual(T.clean(copy({ changed: '2026-01-05T08:00:00.123+02:00' })).copy.changed, '2026-01-05T08:00:00.123+02:00');
  const storage = T.memory();
  const store = T.store(storage, { site: 's' });
  const liar = copy({ id: 'another', template: 'other', revision: 1e308 });
  storage.setItem('twohats:s:t:one', JSON.stringify(liar));
  const { copy: found } = store.read('t', 'one');
  assert.deepStrictEqual([found.id, found.template], ['one', 't']);
  found.answers.a = 'written since';
  assert.strictEqual(store.save(found), 'ok');
  assert.deepStrictEqual([store.list().length, store.read('t', 'one').copy.answers.a], [1, 'written since']);
});

test('a link that we give is taken, however much is in it, and one that unpacks without end is not', async () => {
  const much = await T.pack(copy({ answers: { a: 'x'.repeat(4e6) } }));
  assert.ok(much.length < T.LINK.most);
  assert.strictEqual((await T.unpack(much.slice(1))).copy.answers.a.length, 4e6);
  const endless = await T.pack(copy({ answers: { a: 'x'.repeat(9e6) } }));
  assert.ok(endless.length > T.LINK.most);
  assert.strictEqual((await T.unpack(endless.slice(1))).fault, 'damaged');
});

test('a long address without a link in it is read once', () => {
  const start = performance.now();
  for (const odd of ['#', '%23', '#c1', '#c1.', '%23c'].map((part) => part.repeat(200000))) T.linkIn(`http://x/y.html${odd}`);
  assert.ok(performance.now() - start < 2000);
});

test('copies under earlier names of the playbook go on to its name as they are', () => {
  const storage = T.memory();
  const about = { site: 'book', path: '/a/', before: ['book', 'our-book', 'first-id'] };
  T.store(storage, { site: 'our-book/a/' }).save(copy({ id: 'titled' }));
  T.store(storage, { site: 'first-id' }).save(copy({ id: 'named' }));
  T.store(storage, { site: 'our-book/b/' }).save(copy({ id: 'elsewhere' }));
  T.store(storage, { site: 'their-book/a/' }).save(copy({ id: 'theirs' }));
  storage.setItem('twohats:first-id:t:odd', '{"half');
  assert.strictEqual(T.moveOn(storage, about), 3);
  assert.deepStrictEqual(plain(storage.keys().sort()), ['book:t:named', 'book:t:odd', 'book:t:titled', 'our-book/b/:t:elsewhere', 'their-book/a/:t:theirs'].map((key) => `twohats:${key}`));
  assert.strictEqual(storage.getItem('twohats:book:t:odd'), '{"half');
  assert.strictEqual(T.store(storage, about).list('t').length, 4, 'what lies elsewhere is found there');
  assert.strictEqual(T.moveOn(storage, about), 0);
});

test('a copy that is there under two names, or has no room for a second, stays where it is', () => {
  const storage = T.memory();
  const about = { site: 'book', path: '/', before: ['old'] };
  storage.setItem('twohats:old:t:one', 'earlier');
  storage.setItem('twohats:book:t:one', 'later');
  assert.strictEqual(T.moveOn(storage, about), 0);
  assert.deepStrictEqual([storage.getItem('twohats:old:t:one'), storage.getItem('twohats:book:t:one')], ['earlier', 'later']);
  const full = { ...T.memory(), keys: () => ['twohats:old:t:one'], getItem: (key) => (key.includes('old') ? 'mine' : null), setItem() { throw new Error('full'); }, removeItem() { assert.fail('it is all there is'); } };
  assert.strictEqual(T.moveOn(full, about), 0);
});

test('a store that is open finds a copy where it has gone', () => {
  const storage = T.memory();
  const about = { site: 'book', path: '/', before: ['old'] };
  T.store(storage, { site: 'old' }).save(copy());
  const store = T.store(storage, about);
  const one = store.list()[0].copy;
  T.moveOn(storage, about);
  store.count();
  assert.strictEqual(store.save(one), 'ok');
  assert.deepStrictEqual(plain(storage.keys()), ['twohats:book:t:one']);
});
