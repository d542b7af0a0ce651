'use strict';
const test = require('node:test');
const assert = require('node:assert');
const { load } = require('./load.js');
const T = load('missing/10-words');

test('the words of an address are those of its last part', () => {
  const words = [
    ['/book/scenarios/scope-crep.html', 'scope crep'],
    ['/scenarios/late-again/', 'late again'],
    ['/a/gr%C3%B6sse_und%20mehr.htm', 'grösse und mehr'],
    ['/a/100%-of-it', '100 of it'],
    ['/de/index.html', 'de'],
    ['/404.html', ''],
    ['/', ''],
  ];
  for (const [path, wanted] of words) assert.strictEqual(T.wordsOf(path), wanted);
});
