// The shapes that the theme's scripts hand to each other.

interface Field {
  kind: string;
  id: string;
  label: string;
  was: string[];
  needed: boolean;
  carry: boolean;
  options: string[];
  /** Options in other languages, each with the one that it is here. */
  same?: Record<string, string>;
  unit?: string;
  example: string[];
  // Of a table.
  columns: Field[];
  rows: number;
  exampleRows: string[][];
  computed: Computed;
}

interface Computed {
  function: string;
  of: string;
  within: string;
  days: number;
  filter: Record<string, string>;
}

interface Schema {
  template: string;
  hash: string;
  title: string;
  repeat?: string;
  share: boolean;
  lang: string;
  fields: Field[];
  site: string;
  before: string[];
  path: string;
  was: Record<string, string>;
}
// What a playbook is known by.
interface About { site: string; path?: string; before?: string[]; was?: Record<string, string> }

interface Row { id: string; cells: Record<string, string | boolean> }
interface Ticks { ticked: string[]; own: string[] }
type Answer = string | boolean | string[] | Row[] | Ticks;
type Answers = Record<string, any>;
interface Earlier { id: string; label: string; value: Answer }

interface Copy {
  format: string;
  version: number;
  id: string;
  revision: number;
  site: string;
  template: string;
  template_hash: string;
  name: string;
  created: string;
  changed: string;
  downloaded: string;
  reminded?: string;
  answers: Answers;
  earlier: Earlier[];
  partial?: boolean;
}

type Fault = 'damaged' | 'newer' | 'cut';
interface Read { copy?: Copy; fault?: Fault }
interface Item extends Read { key: string; template: string; size: number; json: string }
type Plain = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> & { keys?(): string[] };

interface Store {
  kept: boolean;
  site: string;
  key(template: string, id: string): string;
  read(template: string, id: string): Item | null;
  now(template: string): string;
  list(template?: string): Item[];
  count(template: string): number;
  save(copy: Copy, force?: boolean): 'ok' | 'theirs' | 'gone' | 'full';
  remove(key: string): void;
  restore(key: string, json: string): boolean;
}

interface Part {
  id?: string;
  heading?: string;
  label?: string;
  text?: string;
  long?: boolean;
  ticks?: any[][];
  head?: string[];
  rows?: string[][];
}
interface Outline { title: string; parts: Part[] }
interface Say {
  number(number: number): string;
  part(part: number, of: number): string;
  counted(part: number, of: number): string;
  date(iso: string): string;
  noDay(): string;
  time(date: Date): string;
  today(date: Date): string;
}
/** What a search begins with. */
interface SearchStart {
  pages: number;
  kinds: [string, number][];
  shards: string[];
  texts: number;
  heads: number;
  unknown: number;
  weightless: string;
  endings: string[];
  compounds: boolean;
  phrases: string;
  panel: string;
}
/** For each word of a query, the words that were found for it and what they are worth. */
type Found = Map<string, number>[];

type Action = [string, () => unknown];

interface Space {
  one(root: any, query: string): any;
  LINK: { noted: number; most: number; code: number };
  say: Say;
  holds(field: Field): boolean;
  held(schema: Schema): Field[];
  bytes(text: string): Uint8Array<ArrayBuffer>;
  newId(): string;
  row(cells?: Row['cells']): Row;
  isEmpty(value: unknown): boolean;
  blank(field: Field): any;
  textOf(value: any): string;
  wordsOf(id: string): string;
  fit(schema: Schema, copy: Partial<Copy>): { answers: Answers; earlier: Earlier[]; fresh: string[] };
  next(schema: Schema, answers: Answers): Answers;
  example(schema: Schema): Answers;
  stillEmpty(schema: Schema, answers: Answers): Field[];
  names(schema: Schema, answers: Answers): string[];
  narrow(typed: string): string;
  number(typed: unknown, lang: string): number | null;
  isPlain(typed: string, lang: string): boolean;
  day(typed: string, lang: string): string | null;
  worked(schema: Schema, answers: Answers, computed: Computed, say: Say): string;
  memory(): Plain;
  keeps(storage: Plain): boolean;
  clean(found: any): Read;
  parse(json: string): Read;
  store(storage: Plain, about: About, kept?: boolean): Store;
  PROBE: string;
  room(storage: Plain): () => number;
  size(letters: number): string;
  daysAlone(copy: Copy): number;
  isLongAlone(copy: Copy): boolean;
  code(text: string): { size: number; path: string };
  unique(name: string, names: (string | undefined)[]): string;
  outline(schema: Schema, copy: Copy, say: Say, words: Record<string, string>): Outline;
  markdown(outline: Outline): string;
  csv(rows: string[][]): string;
  titled(field: Field): string;
  tableRows(field: Field, rows: Row[], words: Record<string, string>): string[][];
  answerRows(schema: Schema, copy: Copy, say: Say, words: Record<string, string>): string[][];
  cells(text: string): string[][];
  paste(field: Field, rows: Row[], cells: string[][], start: { row: number; column: number; yes?: string }): number;
  crc(bytes: Uint8Array): number;
  zip(files: Record<string, string>): Blob;
  docx(outline: Outline): Blob;
  pack(copy: Copy): Promise<string>;
  linkIn(address: string): string | null;
  unpack(link: string): Promise<Read>;
  // What touches the page is not typed closer than the page itself is.
  [name: string]: any;
}

declare var Twohats: Space;
/** The vendored maker of codes. */
declare var TwohatsCode: (text: string) => { size: number; get(x: number, y: number): boolean };

/** What the search is made of: other pages than sheets have it too. */
interface SearchSpace {
  words(text: string): [string, number, number][];
  hasNoSpaces(letter: string): boolean;
  OTHER: string;
  IS_MEANT: number;
  signs(situations: { title: string; also: string; signs: string[] }[], known: { endings: string[]; weightless: string; same: string }):
    (query: string) => [number, number][];
  NO_SLIP: number;
  similarity(word: string, term: string, endings: Set<string>[]): number;
  slip(word: string, term: string): number;
  within(word: string, term: string): number;
  terms(text: string): [string, string][];
  search(start: SearchStart, part: (number: number) => Promise<[string, string][]>):
    (query: string, only?: { kind?: string; role?: number }) => Promise<{ pages: number[]; without: string[]; some: boolean; found: Found }>;
  bundle(stem: string, bundles: number): number;
  hasAll(text: string, found: Found): boolean;
  passage(passages: string[][], found: Found, role?: string): string[] | null;
  pieces(text: string, found: Found): [string, boolean][];
  clip(text: string, found: Found): string;
  // What touches the page.
  [name: string]: any;
}

declare var TwohatsSearch: SearchSpace;
declare var TwohatsSite: any;
declare var TwohatsHome: any;
declare var TwohatsChoose: any;
