'use strict';
const test = require('node:test');
const assert = require('node:assert');
const { load } = require('./load.js');
const T = load('copies+sheet/10-answers', 'sheet/12-numbers', 'sheet/13-days');

const day = (typed, lang = 'en') => T.day(typed, lang);

test('a day is read in every form that can be one day alone', () => {
  for (const typed of ['2026-11-29', '2026/11/29', '2026.11.29', ' 2026 - 11 - 29 ', '29.11.2026', '29. 11. 2026', '29.11.26', '29/11/2026', '11/29/2026', '29-11-2026',
    '2026年11月29日', '2026년 11월 29일', '２０２６-１１-２９', '2026–11–29', '٢٠٢٦-١١-٢٩']) {
    assert.strictEqual(day(typed), '2026-11-29', typed);
  }
  assert.strictEqual(day('2026-1-5'), '2026-01-05');
  assert.strictEqual(day('5.5.2026'), '2026-05-05');
  assert.strictEqual(day('05/05/2026'), '2026-05-05');
});

test('the day stands before the month; where some write it so and others not, either is no day', () => {
  const languages = ['en', 'en-US', 'en-GB', 'de', 'fr', 'ja', 'hu'];
  assert.deepStrictEqual(languages.map((lang) => day('03/04/2026', lang)), [null, null, '2026-04-03', '2026-04-03', '2026-04-03', null, null]);
  assert.deepStrictEqual(languages.map((lang) => day('3-4-2026', lang)), [null, null, '2026-04-03', '2026-04-03', '2026-04-03', null, null]);
  for (const lang of languages) assert.strictEqual(day('3.4.2026', lang), '2026-04-03', lang);
});

test('what has no year, is no day or is words is none', () => {
  for (const typed of ['', ' ', '29/11', '29.11.', '29 November', 'November 2026', '2026', '2026-11', '2026-02-30', '31.4.2026', '0026-11-29', '0202-11-29', '1447-06-08', '2569-11-29',
    '26-11-29', '29-11-26', 'soon', 'in spring', '2026-11-29 10:00', '2026-11-29T10:00', '29.11.2026 or later', '1.2.3', '2026-11-29-1', '45990', '29 2026', '29 November 2026', 'Friday', '9'.repeat(1e6)]) {
    for (const lang of ['en', 'de', 'ja', 'fa']) assert.strictEqual(day(typed, lang), null, `${typed.slice(0, 30)} in ${lang}`);
  }
});
