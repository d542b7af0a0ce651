// A copy as a link: `#c1.`, its length and checksum, and the data packed small.
(() => {
  const T = Twohats;
  // A link of `most` letters holds 6,000 bytes, and those unpack to six million at most: what is more is none of ours.
  const MOST_BYTES = 1 << 23;

  T.bytes = text => new TextEncoder().encode(text);
  T.crc = bytes => {
    let crc = -1;
    for (const byte of bytes) {
      crc ^= byte;
      for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 && 0xedb88320);
    }
    return ~crc >>> 0;
  };

  // `code` is what the largest code holds of bytes.
  T.LINK = { noted: 2000, most: 8000, code: 2953 };

  async function through(bytes, stream, most = Infinity) {
    const reader = new Blob([bytes]).stream().pipeThrough(stream).getReader();
    const parts = [];
    for (let size = 0, found; !(found = await reader.read()).done;) {
      size += found.value.length;
      if (size > most) throw new Error('too big');
      parts.push(found.value);
    }
    return new Uint8Array(await new Blob(parts).arrayBuffer());
  }

  T.pack = async copy => {
    const written = values => Object.fromEntries(Object.entries(values).filter(([, value]) => value !== '' && value !== false)
      .map(([id, value]) => [id, value[0]?.cells ? value.map(row => written(row.cells)) : value]));
    const short = [copy.template, copy.template_hash, copy.name, copy.created, written(copy.answers), copy.earlier];
    const bytes = await through(T.bytes(JSON.stringify(short)), new CompressionStream('deflate-raw'));
    const data = btoa(Array.from(bytes, byte => String.fromCharCode(byte)).join('')).replace(/\+/g, '-').replace(/\//g, '_').replace(/=/g, '');
    return `#c1.${data.length.toString(36)}.${T.crc(T.bytes(data)).toString(36)}.${data}`;
  };

  /** A copy that was not saved, or `newer`, `cut` or `damaged`. */
  T.unpack = async link => {
    const [, version, size, sum, data] = /^c(\d+)\.(?:(\w+)\.(\w+)\.)?(.*)$/.exec(link) ?? [];
    if (version !== '1') return { fault: Number(version) > 1 ? 'newer' : 'damaged' };
    if (!data || data.length < parseInt(size, 36)) return { fault: 'cut' };
    const exact = data.slice(0, parseInt(size, 36));
    if (T.crc(T.bytes(exact)).toString(36) !== sum) return { fault: 'damaged' };
    try {
      const bytes = Uint8Array.from(atob(exact.replace(/-/g, '+').replace(/_/g, '/')), letter => letter.charCodeAt(0));
      const json = new TextDecoder().decode(await through(bytes, new DecompressionStream('deflate-raw'), MOST_BYTES));
      const [template, template_hash, name, created, answers, earlier] = JSON.parse(json);
      const rows = value => (Array.isArray(value) && value.every(row => row && typeof row === 'object') ? value.map(cells => T.row(cells)) : value);
      const full = Object.fromEntries(Object.entries(answers).map(([id, value]) => [id, rows(value)]));
      return T.clean({ format: 'twohats-copy', version: 1, template, template_hash, name, created, answers: full, earlier, partial: true });
    } catch {
      return { fault: 'damaged' };
    }
  };
})();
