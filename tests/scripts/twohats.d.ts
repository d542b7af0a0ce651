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
  site: string;
  share: boolean;
  fields: Field[];
}

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
  answers: Answers;
  earlier: Earlier[];
  partial?: boolean;
}

type Fault = 'damaged' | 'newer' | 'cut';
interface Read { copy?: Copy; fault?: Fault }
interface Item extends Read { key: string; size: number; json: string }
type Plain = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> & { keys?(): string[] };

interface Store {
  kept: boolean;
  key(template: string, id: string): string;
  read(template: string, id: string): Item | null;
  list(template?: string): Item[];
  save(copy: Copy, force?: boolean): 'ok' | 'theirs' | 'gone' | 'full';
  remove(key: string): void;
  restore(key: string, json: string): boolean;
}

interface Part {
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
  date(iso: string, weekday?: boolean): string;
  time(date: Date): string;
  today(date: Date): string;
  weekday(iso: string): string;
}
type Action = [string, () => unknown];

interface Space {
  MOST_ROWS: number;
  one(root: any, query: string): any;
  LINK: { noted: number; most: number; bytes: number };
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
  number(text: unknown): number | null;
  worked(schema: Schema, answers: Answers, computed: Computed, say: Say): string;
  memory(): Plain;
  keeps(storage: Plain): boolean;
  clean(found: any): Read;
  parse(json: string): Read;
  store(storage: Plain, site: string, kept?: boolean): Store;
  unique(name: string, names: (string | undefined)[]): string;
  outline(schema: Schema, copy: Copy, say: Say, words: { earlier: string }): Outline;
  markdown(outline: Outline): string;
  csv(rows: string[][]): string;
  tableRows(field: Field, rows: Row[], yes: string): string[][];
  cells(text: string): string[][];
  paste(field: Field, rows: Row[], cells: string[][], start: { row: number; column: number; yes?: string }): void;
  crc(bytes: Uint8Array): number;
  zip(files: Record<string, string>): Blob;
  docx(outline: Outline): Blob;
  canPack(): boolean;
  pack(copy: Copy): Promise<string>;
  linkIn(address: string): string | null;
  unpack(link: string): Promise<Read>;
  // What touches the page is not typed closer than the page itself is.
  [name: string]: any;
}

declare var Twohats: Space;
