// Loads scripts of the theme into a world of their own, as a page would, without a page.
'use strict';
const fs = require('node:fs');
const path = require('node:path');
const { Duplex } = require('node:stream');
const vm = require('node:vm');
const zlib = require('node:zlib');

const FOLDER = path.join(__dirname, '../../themes/default/scripts');

/** Streams such as a browser has, of which Node 18 knows one format too few. */
class CompressionStream {
  constructor() { return Duplex.toWeb(zlib.createDeflateRaw()); }
}
class DecompressionStream {
  constructor() { return Duplex.toWeb(zlib.createInflateRaw()); }
}

/** The namespace that the named files make, as `load('copies+sheet/10-answers', 'ways/30-link')`. */
exports.load = (...names) => {
  const world = vm.createContext({
    TextEncoder, TextDecoder, Blob, CompressionStream, DecompressionStream, btoa, atob, console,
  });
  for (const name of names) {
    vm.runInContext(fs.readFileSync(path.join(FOLDER, `${name}.js`), 'utf8'), world, { filename: name });
  }
  return world.Twohats ?? world.TwohatsSearch ?? world.TwohatsHome ?? world.TwohatsSite;
};

/** Values of another world, to be compared. */
exports.plain = (value) => JSON.parse(JSON.stringify(value ?? null));

/** A field as the page reads it from the form. */
exports.field = (kind, id, more = {}) => ({
  kind, id, label: id, was: [], options: [], columns: [], rows: 2, example: [], exampleRows: [], carry: true, ...more,
});

exports.say = {
  number: String, date: (iso) => iso, part: (part, of) => `${part} of ${of}`,
  counted: (part, of) => `${part} of ${of} counted`, noDay: () => 'no date',
};
