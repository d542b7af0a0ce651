'use strict';
const test = require('node:test');
const assert = require('node:assert');
const { load } = require('./load.js');
const T = load('copies+sheet/10-answers', 'sheet/12-numbers');

const LANGUAGES = ['en', 'de', 'fr', 'de-CH', 'hi'];

/** What is typed, and what each language reads in it. `-` is no number, and `=` is what English reads. A star stands
    where no word is needed, since everybody sees that number. */
const TABLE = `
0           0*          =*          =*          =*          =*
5           5*          =*          =*          =*          =*
007         7*          =*          =*          =*          =*
1000        1000*       =*          =*          =*          =*
-5          -5*         =*          =*          =*          =*
−5          -5*         =*          =*          =*          =*
–5          -5          =           =           =           =
‑5          -5          =           =           =           =
－5         -5          =           =           =           =
+5          5           =           =           =           =
-0          0*         =*          =*          =*          =*
1.5         1.5*        1.5         1.5         1.5*        1.5*
1,5         1.5         1.5*        1.5*        1.5         1.5
-1.5        -1.5*       -1.5        -1.5        -1.5*       -1.5*
−1,5        -1.5        -1.5*       -1.5*       -1.5        -1.5
1.50        1.5*        1.5         1.5         1.5*        1.5*
12,50       12.5        12.5*       12.5*       12.5        12.5
0.5         0.5*        0.5         0.5         0.5*        0.5*
.5          0.5         =           =           =           =
,5          0.5         =           =           =           =
5.          5           =           =           =           =
5,          5           =           =           =           =
1,000       1000        1           1           -           1000
1.000       1           1000        -           1           1
12,500      12500       12.5        12.5        -           12500
12.500      12.5        12500       -           12.5        12.5
123,456     123456      123.456     123.456     -           123456
123.456     123.456     123456      -           123.456     123.456
-1,000      -1000       -1          -1          -           -1000
0,500       0.5         0.5*        0.5*        0.5         0.5
0.500       0.5*        0.5         0.5         0.5*        0.5*
0.125       0.125*      0.125       0.125       0.125*      0.125*
1234,567    1234.567    1234.567*   1234.567*   1234.567    1234.567
1234.567    1234.567*   1234.567    1234.567    1234.567*   1234.567*
1,2345      1.2345      1.2345*     1.2345*     1.2345      1.2345
1.2345      1.2345*     1.2345      1.2345      1.2345*     1.2345*
1,000.5     1000.5      =           =           =           =
1.000,5     1000.5      =           =           =           =
1,000.50    1000.5      =           =           =           =
1,000.500   1000.5      =           =           =           =
1.000,000   1000        =           =           =           =
1.000.000   1000000     =           =           =           =
1,000,000   1000000     =           =           =           =
1.000.000,5 1000000.5   =           =           =           =
1,000,000.5 1000000.5   =           =           =           =
1'000       1000        =           =           =           =
1’000       1000        =           =           =           =
1´000       1000        =           =           =           =
1'000.50    1000.5      =           =           =           =
1’000,50    1000.5      =           =           =           =
1'000'000   1000000     =           =           =           =
1​5       15          =           =           =           =
1_000       -           -           -           -           -
1_5         -           -           -           -           -
12,34,567   1234567     =           =           =           =
1,00,000    100000      =           =           =           =
1,00,000.5  100000.5    =           =           =           =
12,34,56    -           -           -           -           -
1,000,00    -           -           -           -           -
1.000.00    -           -           -           -           -
1.2.3       -           -           -           -           -
1,2,3       -           -           -           -           -
1,,000      -           -           -           -           -
1..5        -           -           -           -           -
1,.5        -           -           -           -           -
,.5         -           -           -           -           -
01,000      1           1*          1*          1           1
0,000,000   -           -           -           -           -
1000,000    1000        1000*       1000*       1000        1000
1000,000,0  -           -           -           -           -
1.000'000   -           -           -           -           -
1'00        -           -           -           -           -
5'6         -           -           -           -           -
5'6''       -           -           -           -           -
1,000.000,5 -           -           -           -           -
2-3         -           -           -           -           -
2–3         -           -           -           -           -
2—3         -           -           -           -           -
1:30        -           -           -           -           -
1h30        -           -           -           -           -
40k         -           -           -           -           -
40%         -           -           -           -           -
€50         -           -           -           -           -
$1,000      -           -           -           -           -
50EUR       -           -           -           -           -
~40         -           -           -           -           -
<40         -           -           -           -           -
>=40        -           -           -           -           -
±5          -           -           -           -           -
--5         -           -           -           -           -
+-5         -           -           -           -           -
5-          -           -           -           -           -
(5)         -           -           -           -           -
(1,000)     -           -           -           -           -
#5          -           -           -           -           -
5!          -           -           -           -           -
5?          -           -           -           -           -
5/6         -           -           -           -           -
½           -           -           -           -           -
5½          -           -           -           -           -
5²          -           -           -           -           -
①           -           -           -           -           -
Ⅳ           -           -           -           -           -
一          -           -           -           -           -
0x10        -           -           -           -           -
0b11        -           -           -           -           -
NaN         -           -           -           -           -
Infinity    -           -           -           -           -
-Infinity   -           -           -           -           -
∞           -           -           -           -           -
null        -           -           -           -           -
true        -           -           -           -           -
five        -           -           -           -           -
1e5         -           -           -           -           -
1E+05       -           -           -           -           -
1.5e3       -           -           -           -           -
1,5E+03     -           -           -           -           -
25e-2       -           -           -           -           -
1e99        -           -           -           -           -
1e-99       -           -           -           -           -
1e          -           -           -           -           -
e5          -           -           -           -           -
1e5e5       -           -           -           -           -
.           -           -           -           -           -
,           -           -           -           -           -
-           -           -           -           -           -
−           -           -           -           -           -
-.          -           -           -           -           -
'           -           -           -           -           -
１２        12          =           =           =           =
１２．５    12.5        =           =           =           =
１，０００  1000        1           1           -           1000
١٢٣         123         =           =           =           =
٣٫٥         3.5         =           =           =           =
١٬٢٣٤       1234        =           =           =           =
۱۲۳         123         =           =           =           =
१२३         123         =           =           =           =
१,००,०००    100000      =           =           =           =
๑๒          12          =           =           =           =
𝟏𝟐          12          =           =           =           =
1٢          12          =           =           =           =
2026-11-29  -           -           -           -           -
29.11.2026  -           -           -           -           -
12.3.4.5    -           -           -           -           -
123456789012345  123456789012345*  =*  =*  =*  =*
1234567890123456 -          -           -           -           -
0.1234567890123456 -        -           -           -           -
`.trim().split('\n').map((line) => line.split(/ +/));

/** The same, where what is typed has spaces: as `[typed, wanted]` in every language. */
const SPACED = [
  [' 5 ', '5*'], ['\t5\n', '5*'], ['\u00a05', '5*'], ['5\u3000', '5*'], ['\ufeff5', '5*'],
  ['1 000', '1000'], ['1\u00a0000', '1000'], ['1\u202f000', '1000'], ['1\u2009000', '1000'], ['1\u2007000', '1000'],
  ['1 000 000', '1000000'], ['1 000,5', '1000.5'], ['1 000.5', '1000.5'], ['1\u202f234\u202f567,89', '1234567.89'],
  ['12 345 678.9', '12345678.9'], ['-1 000', '-1000'], ['−1\u00a0000,50', '-1000.5'],
  ['1 0', '-'], ['1 00', '-'], ['12 34', '-'], ['1 0000', '-'], ['1  000', '-'], ['1 000\'000', '1000000'], ['1 000 00', '-'], ['0 000', '-'],
  ['1 000 000.000.000', '-'], ['1, 5', '-'], ['1. 000', '-'], ['1 ,5', '-'], ['- 5', '-'], ['5 -', '-'], ['-\u00a05', '-'],
  ['ca. 40', '-'], ['40 k', '-'], ['50 EUR', '-'], ['5 %', '-'], ['5 days', '-'], ['5 + 6', '-'], ['2 - 3', '-'],
  ['1 1/2', '-'], ['', '-'], [' ', '-'], ['\u200b', '-'], ['5\u200e', '5'], ['\u200f-5', '-5'], ['\u2066-5\u2069', '-5'],
  ['5\u00005', '-'], ['5\n6', '-'], ['1\n000', '1000'],
];

/** A reading as the tables have it. */
const read = (typed, lang) => {
  const number = T.number(typed, lang);
  return number === null ? '-' : number + (T.isPlain(typed, lang) ? '*' : '');
};

test('a number is read by the language of the page, or is none, and never another one without a word', () => {
  for (const [typed, first, ...others] of TABLE) {
    assert.strictEqual(others.length, LANGUAGES.length - 1, typed);
    [first, ...others.map((one) => one.replace('=', first.replace('*', '')))].forEach((wanted, at) => {
      assert.strictEqual(read(typed, LANGUAGES[at]), wanted, `${typed} in ${LANGUAGES[at]}`);
    });
  }
  assert.ok(TABLE.length + SPACED.length > 150, `${TABLE.length + SPACED.length} rows`);
});

test('spaces part thousands where they can, and are nothing round a number', () => {
  for (const [typed, wanted] of SPACED) {
    for (const lang of LANGUAGES) assert.strictEqual(read(typed, lang), wanted, `${JSON.stringify(typed)} in ${lang}`);
  }
});

test('what is shown of a number is read as that number again, in every language', () => {
  const languages = 'en de fr es it pt pt-PT nl sv nb da fi pl cs sk hu ro bg uk ru el tr he ar ar-EG fa ur hi bn mr ne ta th vi id ja ko zh zh-TW de-AT de-CH en-IN en-ZA es-MX fr-CH sw ka hy my km tlh'.split(' ');
  for (const lang of languages) {
    const shown = new Intl.NumberFormat([lang, 'en'], { maximumFractionDigits: 20 });
    for (const number of ['0', '7', '-5', '1.5', '-0.25', '12345.678', '1000', '999999.5', '1234567', '-1234567.89', '123456789012.5']) {
      assert.strictEqual(T.number(shown.format(number), lang), Number(number), `${shown.format(number)} in ${lang}`);
    }
  }
});

test('a reading has the digits that were typed, and no others', () => {
  const signs = [...'0123456789'.repeat(2), ...".,.,' '-−+", '\u00a0', '\u202f', '’', 'a', '/', ':'];
  let seed = 7;
  const random = (most) => (seed = (seed * 48271) % 2147483647) % most;
  let numbers = 0;
  for (let turn = 0; turn < 40000; turn += 1) {
    const typed = Array.from({ length: 1 + random(9) }, () => signs[random(signs.length)]).join('');
    const number = T.number(typed, LANGUAGES[random(LANGUAGES.length)]);
    if (number === null) continue;
    numbers += 1;
    const [before, behind = ''] = String(Math.abs(number)).split('.');
    const digits = typed.replace(/\D/g, '');
    assert.ok(digits.padEnd(40, '0').replace(/^0+/, '').startsWith((before + behind).replace(/^0+/, '')), `${typed} is not ${number}`);
    assert.strictEqual(number < 0, /[-−]/.test(typed) && /[1-9]/.test(digits), typed);
  }
  assert.ok(numbers > 1000, `${numbers} numbers`);
});

test('no text is so long that reading it takes time', () => {
  for (const typed of ['1'.repeat(1e6), '1,'.repeat(5e5), '\u00a0'.repeat(1e6), `${' '.repeat(1e6)}x`]) assert.strictEqual(T.number(typed, 'en'), null);
});
