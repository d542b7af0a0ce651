// What the first page offers to go on with, and what is counted beside "My sheets".
'use strict';
const assert = require('node:assert/strict');
const { test } = require('node:test');
const { load, plain } = require('./load.js');

const site = load('site/40-mine');
const home = load('home/10-again');

const copy = (name, changed, more = {}) => JSON.stringify({ name, changed, ...more });
const stored = entries => ({ getItem: key => entries[key] ?? null });

test('copies of this playbook are counted, and those that it had under other names', () => {
  const keys = [
    'twohats:two-hats:change-log:a1', 'twohats:old/site/:change-log:a2', 'twohats:other:change-log:a3', 'twohats-theme', 'twohats:probe',
  ];
  assert.deepEqual(plain(site.copies(keys, { site: 'two-hats', before: ['old'] })), keys.slice(0, 2));
});

test('the copies that were changed last come first, each with the page of its sheet', () => {
  const entries = {
    'twohats:s:plan:a': copy('Plan A', '2026-03-01T10:00:00Z'),
    'twohats:s:log:b': copy('Log B', '2026-03-03T10:00:00Z', { downloaded: '2026-03-03T11:00:00Z' }),
    'twohats:s:gone:c': copy('Of a sheet that is gone', '2026-03-04T10:00:00Z'),
    'twohats:s:plan:d': '{"damaged',
  };
  const found = home.again(stored(entries), Object.keys(entries), ['templates/plan.html', 'templates/deep/log.html']);
  assert.deepEqual(plain(found), [
    { name: 'Log B', changed: '2026-03-03T10:00:00Z', isDownloaded: true, href: 'templates/deep/log.html#copy-b' },
    { name: 'Plan A', changed: '2026-03-01T10:00:00Z', isDownloaded: false, href: 'templates/plan.html#copy-a' },
  ]);
});

test('when a copy was changed is told as one says it', () => {
  const now = new Date(2026, 2, 12, 9).getTime();
  const when = (day, hour) => home.when(new Date(2026, 2, day, hour).toISOString(), now, 'en');
  assert.equal(when(12, 1), 'today');
  assert.equal(when(11, 23), 'yesterday');
  assert.equal(when(10, 23), 'Tuesday');
  assert.equal(when(3, 12), '9 days ago');
});
