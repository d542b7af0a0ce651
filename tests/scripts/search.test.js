'use strict';
const test = require('node:test');
const assert = require('node:assert');
const { load, plain } = require('./load.js');
const T = load('finder+search/10-words', 'finder+search/15-similarity', 'search/20-find', 'search/30-passage');
const words = text => plain(T.words(text).map(([word]) => word));
const found = (...each) => each.map(terms => new Map(Object.entries(terms)));

test('accents and case do not count', () => {
  assert.deepStrictEqual(words("Team’s RÉSUMÉ, l'équipe naïve Straße!"), ['team', 'resume', 'equipe', 'naive', 'strasse']);
  assert.deepStrictEqual(words('cafe\u0301 Ωμέγας İ 1:1 a ﬁnd'), ['cafe', 'ωμεγασ', 'i', '1', '1', 'a', 'find']);
});

test('a letter alone is a word but not beside an apostrophe', () => {
  assert.deepStrictEqual(words('Q&A, R & D, plan B, C++'), ['q', 'a', 'r', 'd', 'plan', 'b', 'c']);
  assert.deepStrictEqual(words("don't l’âge d'été ’s É"), ['don', 'age', 'ete', 'e']);
});

test('scripts without spaces are taken in pairs', () => {
  assert.deepStrictEqual(words('会議が長い'), ['会議', '議か', 'か長', '長い']);
  assert.deepStrictEqual(words('人 x1つ'), ['人', 'x1', 'つ']);
  assert.deepStrictEqual(words('งาน ab'), ['งา', 'าน', 'ab']);
});

test('a word knows where it stands', () => {
  assert.deepStrictEqual(plain(T.words('A Café\u0301, 会議室')), [['a', 0, 1], ['cafe', 2, 7], ['会議', 9, 11], ['議室', 10, 12]]);
});

// Three pages, of which the first is of another kind than the others. A word has its rarity, then for each page
// how many are left out before it, and its level and roles.
const CODES = '!#$%&()*+,-./:;=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_`abcdefghijklmnopqrstuvwxyz{|}~';
const at = (level, roles = 0) => CODES[(level - 1) * 4 + roles];
const PARTS = [`!budget z1${at(9)} !deadline z${at(5, 1)}1${at(18, 2)}`, `!meeting z2${at(3)} !会議 z1${at(4)}`];
const start = {
  pages: 3, kinds: [['scenarios', 0], ['templates', 1]], shards: ['budget', 'meeting'], texts: 1, heads: 128, unknown: 20,
  weightless: 'the of', endings: [' s ed ing'], compounds: false, phrases: 'due+date', panel: '',
};
const search = () => {
  const read = [];
  const find = T.search(start, async number => { read.push(number); return T.terms(PARTS[number]); });
  return { read, find };
};

test('a word is written as what differs from the one before', () => {
  assert.deepStrictEqual(plain(T.terms('!meet a %ing b #e c')), [['meet', 'a'], ['meeing', 'b'], ['me', 'c']]);
});

test('only the part that can have a word is read for it', async () => {
  const { read, find } = search();
  assert.deepStrictEqual(plain((await find('deadline')).pages), [2, 0]);
  assert.deepStrictEqual(read, [0]);
});

test('a kind and a role leave the others out', async () => {
  const { find } = search();
  assert.deepStrictEqual(plain((await find('deadline', { kind: 'templates' })).pages), [2]);
  assert.deepStrictEqual(plain((await find('deadline', { role: 1 })).pages), [0]);
  assert.deepStrictEqual(plain((await find('deadline', { role: 2 })).pages), [2]);
});

test('a slip is forgiven and nonsense finds nothing', async () => {
  const { find } = search();
  for (const slip of ['deadlnie', 'deadlin', 'deadlime', 'eadline', 'ddeadline']) assert.strictEqual((await find(slip)).pages.length, 2, slip);
  for (const none of ['zzqxv', '', '   ', '?']) assert.strictEqual((await find(none)).pages.length, 0, none);
});

test('what no page has is said, and words without weight are not', async () => {
  const { find } = search();
  assert.deepStrictEqual(plain((await find('the deadline of zebras')).without), ['zebras']);
  assert.deepStrictEqual(plain((await find('the deadline')).without), []);
});

test('a word is known with another ending and in a phrase that means the same', async () => {
  assert.deepStrictEqual(plain((await search().find('meetings')).pages), [2]);
  const { found } = await search().find('due date');
  assert.ok(!found[0].size);
  assert.strictEqual(T.similarity('quitting', 'quit', [new Set(['', 'ing'])]), 12);
  assert.strictEqual(T.similarity('star', 'start', [new Set(['', 's'])]), 8);
});

test('what stands for a word is shown where it stands', async () => {
  const parts = [`!budget z1${at(9)} %ing= z1${at(9)} !holiday=vacation=days+off z1${at(9)}`];
  const { found } = await T.search({ ...start, shards: ['budget'] }, async number => T.terms(parts[number]))('holidays');
  assert.deepStrictEqual([...found[0].keys()], ['holiday', 'vacation', 'days', 'off']);
});

test('what was looked for is marked, however it is written', () => {
  const pieces = T.pieces('The Résumé of résumés, and 会議室', found({ resume: 9, resumes: 5 }, { 会議: 3, 議室: 3 }));
  assert.deepStrictEqual(plain(pieces), [['The ', false], ['Résumé', true], [' of ', false], ['résumés', true], [', and ', false], ['会議室', true]]);
  assert.deepStrictEqual(plain(T.pieces('<b>none</b>', found({}))), [['<b>none</b>', false]]);
});

test('the bundle of a text is the one that the index put it in', () => {
  assert.deepStrictEqual(['scenarios/late', 'guidance/why', 'scenarios/会議'].map(stem => T.bundle(stem, 1024)), [837, 82, 942]);
});

test('the passage with most of the query is shown, of the role that is asked for', () => {
  const passages = [['', '', 'One date.', ''], ['leader-say', 'Say', 'The sponsor sets the date.', 'leader'], ['manager-do', 'Do', 'Write the date.', 'manager']];
  const query = found({ sponsor: 20 }, { date: 4 });
  assert.strictEqual(T.passage(passages, query)[0], 'leader-say');
  assert.strictEqual(T.passage(passages, query, 'manager')[0], 'manager-do');
  assert.strictEqual(T.passage(passages, found({ nothing: 1 })), null);
  const mostly = found({ date: 10, fire: 90 });
  assert.strictEqual(T.passage(passages, mostly), null, 'who looks for fire finds it where the page begins');
  assert.strictEqual(T.passage(passages, mostly, 'manager')[0], 'manager-do');
  assert.ok(T.hasAll('A date for the sponsor', query) && !T.hasAll('A date', query));
});

test('a long text is cut round the word that counts', () => {
  const text = `${'Before it all. '.repeat(40)}Here is the sponsor of it. ${'After it all. '.repeat(40)}`;
  const clip = T.clip(text, found({ sponsor: 9 }, { all: 1 }));
  assert.ok(clip.includes('the sponsor of') && clip.length < 170 && clip.startsWith('… ') && clip.endsWith(' …'), clip);
  assert.strictEqual(T.clip('Short sponsor.', found({ sponsor: 9 })), 'Short sponsor.');
  assert.ok(T.clip('x'.repeat(500), found({})).length < 170);
});
