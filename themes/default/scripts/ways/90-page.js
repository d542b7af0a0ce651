// What the page of a sheet does on request: files, a link, a look at what was written, copies that come in.
(() => {
  const T = Twohats;
  const { all, byId, piece, word, page } = T;
  if (!page) return;
  const { schema, filled } = page;

  // What an example says stands in the form.
  const said = (root, query) => all(root, query).map(one => one.textContent);
  for (const field of schema.fields) {
    const box = T.box(byId('sheet'), field.id);
    field.example = said(box, '.example > span');
    field.exampleRows = all(box, '.example li').map(row => said(row, 'span'));
  }

  const words = { earlier: word('earlier'), yes: word('yes'), asked: word('asked'), answer: word('answer') };
  const outline = () => T.outline(schema, filled(), T.say, words);
  const give = (ending, type, data, text) => T.give(T.fileName(filled().name, ending), data, type, text);

  /** One table, or all that is in none. */
  function csv({ dataset: { csv: id } }) {
    const field = schema.fields.find(each => each.id === id);
    const copy = filled();
    const old = copy.earlier.map(({ label, value }) => [label, T.textOf(value)]);
    const rows = field ? T.tableRows(field, copy.answers[id], words) : T.answerRows(schema, copy, T.say, words);
    T.give(T.fileName(field ? `${copy.name} ${field.label}` : copy.name, 'csv'), T.csv([...rows, ...(old.length ? [[words.earlier], ...old] : [])]), 'text/csv');
  }

  T.copyText = async text => {
    try {
      await navigator.clipboard.writeText(text);
      T.tell(word('copied'));
    } catch {
      T.showText(text);
    }
  };

  /** Shows what a link holds. Nothing of it is saved unasked. */
  T.openLink = async link => {
    /** @type {any} */
    const found = 'DecompressionStream' in globalThis ? await T.unpack(link) : { fault: 'newer' };
    if (found.copy && page.store().now(found.copy.template) !== schema.template) return T.showText(T.textOf(Object.values(found.copy.answers)));
    if (found.copy) return page.open(found.copy, 'shared');
    return T.banner(word(`link_${found.fault}`), [['raw', () => T.showText(link)]]);
  };

  const linkTo = async () => location.href.split(/[?#]/)[0] + (await T.pack(filled()));

  /** Why no link leads anywhere; nothing where one does. */
  const barred = () => (!schema.share ? 'send_person' : 'CompressionStream' in globalThis && location.protocol !== 'file:' ? '' : 'send_old');

  /** Draws a link as a code; gives the word for what came of it. */
  async function draw(link) {
    if (link.length > T.LINK.code) return 'send_long';
    try {
      await T.come(`${page.root}assets/code.js`);
    } catch {
      return 'send_offline';
    }
    T.draw(byId('send-code'), link);
    return 'send_code';
  }

  /** This copy for somebody else, or for another device: as a link, as the code of it, and as the file. */
  async function send() {
    byId('send-code').hidden = true;
    const link = barred() ? '' : await linkTo();
    const no = barred() || (link.length > T.LINK.most ? 'send_file' : '');
    const numbers = { length: T.say.number(link.length), most: T.say.number(no ? T.LINK.most : T.LINK.code) };
    const said = no ? [no, 'send_open'] : [await draw(link), ...(link.length > T.LINK.noted ? ['send_noted'] : [])];
    byId('link-box').value = no ? '' : link;
    for (const id of ['link-box', 'link-copy', 'link-warning']) byId(id).hidden = Boolean(no);
    const answer = await T.ask('send-dialog', said.map(key => word(key, numbers)).join(' '));
    if (answer === 'copy') T.copyText(link);
    if (answer === 'file') page.actions.json();
  }

  /** An element with words or with elements in it. */
  const made = (tag, ...inside) => {
    const element = document.createElement(tag);
    element.append(...inside);
    return element;
  };

  /** An answer as it will be read, with the way back to where it is written.
      @type {(part: Part) => HTMLElement} */
  const looked = ({ id, heading, label, text, ticks, head, rows }) => {
    if (heading !== undefined) return made('h3', heading);
    const item = made('div');
    const line = made('p', made('b', label ?? ''));
    if (label) item.append(line);
    if (ticks) item.append(made('ul', ...ticks.map(([done, words]) => made('li', `${done ? '☑' : '☐'} ${words}`))));
    else if (head && rows.length) {
      const cells = row => row.map((cell, at) => {
        const data = made('td', cell);
        data.dataset.label = head[at];
        return data;
      });
      item.append(made('table', made('thead', made('tr', ...head.map(cell => Object.assign(made('th', cell), { scope: 'col' })))),
        made('tbody', ...rows.map(row => made('tr', ...cells(row))))));
    } else if (text) item.append(made('p', text));
    else {
      item.append(made('p', word('nothing_written')));
      item.className = 'empty';
    }
    if (id) {
      const way = piece('change');
      way.dataset.answer = `field-${id}`;
      way.setAttribute('aria-label', `${way.textContent} ${label ?? ticks[0][1]}`);
      (label ? line : item.lastChild).append(' ', way);
    }
    return item;
  };

  async function look() {
    const { title, parts } = outline();
    byId('look-list').replaceChildren(...parts.map(looked));
    const answer = await T.ask('look-dialog', title);
    if (answer === 'print') print();
    else if (answer) {
      const place = byId(answer);
      (place.matches('fieldset') ? T.first(place) : place).focus();
    }
  }

  /** Copies from outside. One of this sheet is opened; any other is kept for its own page. */
  async function take(text) {
    page.save();
    const mine = copy => copy.template === schema.template;
    const { taken, full, said } = await T.take(text, page.store(), template => template === schema.template || page.store().kept);
    const [own, unkept] = [taken.findLast(mine), full.findLast(mine)];
    if (own) page.open(own);
    if (unkept && !own) {
      // It can be read, and taken away again; that it is not saved is said as of any other.
      page.open({ ...unkept, id: T.newId(), revision: 0 });
      page.edited();
      page.save();
    }
    if (said) T.tell(said, own || !taken.length ? [] : [['see', () => { location.href = byId('copies').href; }]]);
  }

  async function clear() {
    page.save();
    const copy = filled();
    if ((await T.ask('clear-dialog', copy.name)) !== 'yes') return;
    page.store().remove(page.store().key(copy.template, copy.id));
    page.open(null);
    T.undo(word('cleared', { count: 1 }), () => { page.open({ ...copy, revision: 0 }); page.edited(); });
  }

  /** Rows of a spreadsheet, pasted into a table from one cell on. */
  T.pasteInto = (cell, text) => {
    const { box, field } = page.row(cell);
    const before = filled().answers[field.id];
    const rows = structuredClone(before);
    const start = { row: cell.parentElement.rowIndex - 1, column: field.columns.findIndex(each => each.id === cell.dataset.column), yes: words.yes };
    const homeless = T.paste(field, rows, T.cells(text), start);
    T.setRows(box, field, rows);
    page.edited();
    T.undo(homeless ? word('homeless', { count: T.say.number(homeless) }) : word('pasted'), () => { T.setRows(box, field, before); page.edited(); });
  };

  Object.assign(page.actions, {
    example: () => { page.save(); page.open({ ...page.newCopy(), answers: T.example(schema) }, 'example'); },
    next: () => { page.save(); page.start(T.next(schema, filled().answers)); T.tell(word('started')); },
    clear,
    text: () => T.copyText(T.plain(outline())),
    markdown: () => give('md', 'text/markdown', T.markdown(outline())),
    word: () => give('docx', T.DOCX, T.docx(outline()), T.markdown(outline())),
    csv, send, look,
    pick: T.pickDay,
    sign: T.changeSign,
    take: async () => {
      const text = await T.askFile();
      if (text) await take(text);
    },
  });

  /** Says beside each step what is still empty in it. */
  page.steps = answers => {
    const left = T.left(schema, answers);
    for (const { hash, lastChild } of all(document, '.way a')) {
      const count = left[hash.slice('#field-'.length)];
      lastChild.textContent = count >= 0 ? word(count ? 'left' : 'done', { count }) : '';
    }
  };
  page.steps(filled().answers);

  // Quietly: not over anything else that is said.
  if (page.store().kept && byId('sheet-notice').hidden && T.isLongAlone(filled())) {
    const days = T.daysAlone(filled());
    if (page.note({ reminded: new Date().toISOString() })) T.tell(word('remind', { days }), [['download', page.actions.json]]);
  }

  // A file can be dropped anywhere on the page.
  const holds = event => event.dataTransfer?.types.includes('Files') && !all(document, 'dialog[open]').length;
  addEventListener('dragover', event => { if (holds(event)) event.preventDefault(); });
  addEventListener('drop', async event => {
    if (!holds(event)) return;
    event.preventDefault();
    const text = await T.readFile(event.dataTransfer.files);
    if (text) await take(text);
  });

  T.goOn(page.store(), schema, page.root);
})();
