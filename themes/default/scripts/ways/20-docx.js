// A Word document: a zip of small XML files, stored as they are.
(() => {
  const T = Twohats;
  T.DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
  T.zip = files => {
    const numbers = (...list) => list.flatMap(([value, size]) => Array.from({ length: size }, (_, n) => (value >>> (8 * n)) & 255));
    const [parts, index] = [[], []];
    let at = 0;
    for (const [path, text] of Object.entries(files)) {
      const [name, bytes] = [T.bytes(path), T.bytes(text)];
      const about = numbers([20, 2], [0x800, 2], [0, 4], [33, 2], [T.crc(bytes), 4], [bytes.length, 4], [bytes.length, 4], [name.length, 2], [0, 2]);
      const head = [...numbers([0x04034b50, 4]), ...about, ...name];
      index.push(...numbers([0x02014b50, 4], [20, 2]), ...about, ...numbers([0, 2], [0, 4], [0, 4], [at, 4]), ...name);
      parts.push(Uint8Array.from(head), bytes);
      at += head.length + bytes.length;
    }
    const count = Object.keys(files).length;
    const end = numbers([0x06054b50, 4], [0, 4], [count, 2], [count, 2], [index.length, 4], [at, 4], [0, 2]);
    return new Blob([...parts, Uint8Array.from([...index, ...end])]);
  };

  const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
  const OPEN = 'http://schemas.openxmlformats.org/';
  const xml = text => text.replace(/[^\t\n\u0020-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replace(/[&<>"]/g, letter => `&#${letter.charCodeAt(0)};`);
  const run = (text, bold = false, size = 22) => `<w:r><w:rPr>${bold ? '<w:b/>' : ''}<w:sz w:val="${size}"/></w:rPr>${xml(text).split('\n')
    .map(line => `<w:t xml:space="preserve">${line}</w:t>`).join('<w:br/>')}</w:r>`;
  const paragraph = (runs, about = '') => `<w:p>${about && `<w:pPr>${about}</w:pPr>`}${runs}</w:p>`;
  const heading = (text, level) => paragraph(run(text, true, 38 - 6 * level), `<w:keepNext/><w:spacing w:before="240"/><w:outlineLvl w:val="${level}"/>`);

  function table(head, rows) {
    const width = Math.floor(9638 / head.length);
    const cell = (text, bold) => `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/></w:tcPr>${paragraph(run(text, bold))}</w:tc>`;
    const row = (cells, first) => `<w:tr><w:trPr><w:cantSplit/>${first ? '<w:tblHeader/>' : ''}</w:trPr>${cells.map(one => cell(one, first)).join('')}</w:tr>`;
    const lines = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(side => `<w:${side} w:val="single" w:sz="4" w:color="767F89"/>`).join('');
    return `<w:tbl><w:tblPr><w:tblW w:w="9638" w:type="dxa"/><w:tblInd w:w="108" w:type="dxa"/><w:tblBorders>${lines}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr>`
      + `<w:tblGrid>${head.map(() => `<w:gridCol w:w="${width}"/>`).join('')}</w:tblGrid>${row(head, true)}${rows.map(one => row(one, false)).join('')}</w:tbl>${paragraph('')}`;
  }

  T.docx = ({ title, parts }) => {
    const body = parts.map(({ heading: words, label, text, ticks, head, rows, long }) => {
      if (words !== undefined) return heading(words, 1);
      const name = label === undefined ? '' : paragraph(run(label, true));
      if (head) return name + table(head, rows.length ? rows : [head.map(() => '')]);
      if (ticks) return name + ticks.map(([done, item]) => paragraph(run(`${done ? '☑' : '☐'} ${item}`))).join('');
      return long ? name + paragraph(run(text)) : paragraph(run(`${label}: `, true) + run(text));
    });
    return T.zip({
      '[Content_Types].xml': `${HEAD}<Types xmlns="${OPEN}package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>`
        + `<Override PartName="/word/document.xml" ContentType="${T.DOCX}.main+xml"/></Types>`,
      '_rels/.rels': `${HEAD}<Relationships xmlns="${OPEN}package/2006/relationships"><Relationship Id="a" Type="${OPEN}officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
      'word/document.xml': `${HEAD}<w:document xmlns:w="${OPEN}wordprocessingml/2006/main"><w:body>${heading(title, 0)}${body.join('')}`
        + '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="709" w:footer="709" w:gutter="0"/></w:sectPr></w:body></w:document>',
    });
  };
})();
