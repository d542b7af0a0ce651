// Stands for the editor, which is not here: as much of the module `vscode` as the extension and its client ask for. What
// is asked of people is answered by the test; what is shown to them is kept.

const assert = require("node:assert/strict");
const fs = require("node:fs");
const Module = require("node:module");
const path = require("node:path");
const { pathToFileURL, fileURLToPath } = require("node:url");

class Disposable {
  constructor(dispose = () => {}) { this.dispose = dispose; }
}

class EventEmitter {
  #heard = new Set();
  event = (listener, self) => {
    const bound = value => listener.call(self, value);
    this.#heard.add(bound);
    return new Disposable(() => this.#heard.delete(bound));
  };
  fire(value) { return Promise.all([...this.#heard].map(listener => listener(value))); }
  dispose() { this.#heard.clear(); }
}

class Uri {
  constructor(url) { this.url = url; }
  static file(name) { return new Uri(pathToFileURL(name)); }
  static parse(text) { return new Uri(new URL(text)); }
  static joinPath(uri, ...parts) { return Uri.file(path.join(uri.fsPath, ...parts)); }
  get scheme() { return this.url.protocol.slice(0, -1); }
  get fsPath() { return fileURLToPath(this.url); }
  get path() { return decodeURIComponent(this.url.pathname); }
  get authority() { return this.url.host; }
  get fragment() { return this.url.hash.slice(1); }
  with({ fragment }) {
    const url = new URL(this.url);
    url.hash = fragment;
    return new Uri(url);
  }
  toString() { return this.url.toString(); }
}

class ThemeColor {
  constructor(id) { this.id = id; }
}

class Position {
  constructor(line, character) { Object.assign(this, { line, character }); }
}

class Range {
  constructor(...ends) {
    const [start, end] = ends.length === 4 ? [new Position(ends[0], ends[1]), new Position(ends[2], ends[3])] : ends;
    Object.assign(this, { start, end });
  }
  contains({ line, character }) {
    const isBefore = (one, other) => one.line < other.line || (one.line === other.line && one.character <= other.character);
    return isBefore(this.start, { line, character }) && isBefore({ line, character }, this.end);
  }
}

class Diagnostic {
  constructor(range, message, severity) { Object.assign(this, { range, message, severity }); }
}

class TextEdit {
  constructor(range, newText) { Object.assign(this, { range, newText }); }
  static replace(range, text) { return new TextEdit(range, text); }
  static insert(at, text) { return new TextEdit(new Range(at, at), text); }
  static delete(range) { return new TextEdit(range, ""); }
}

class WorkspaceEdit {
  steps = [];
  /** Of each edit, what else is said of it is left alone. */
  set(uri, edits) { this.steps.push(editor => editor.change(uri.fsPath, edits.map(edit => [edit].flat()[0]))); }
  createFile(uri) { this.steps.push(() => write(uri.fsPath, "")); }
  deleteFile(uri) { this.steps.push(() => fs.rmSync(uri.fsPath)); }
  renameFile(from, to) { this.steps.push(() => write(to.fsPath, fs.readFileSync(from.fsPath)), () => fs.rmSync(from.fsPath)); }
}

function write(file, text) {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, text);
}

class TextDocument {
  constructor(file, languageId, text = fs.readFileSync(file, "utf8")) {
    Object.assign(this, { uri: Uri.file(file), fileName: file, languageId, version: 1, isUntitled: false, isClosed: false });
    this.text = text;
  }
  get lines() { return this.text.split("\n"); }
  get lineCount() { return this.lines.length; }
  getText() { return this.text; }
  lineAt(line) {
    const text = this.lines[line];
    const end = new Position(line, text.length);
    const next = line + 1 < this.lineCount ? new Position(line + 1, 0) : end;
    const start = new Position(line, 0);
    return { text, range: new Range(start, end), rangeIncludingLineBreak: new Range(start, next) };
  }
  offset({ line, character }) {
    return this.lines.slice(0, line).reduce((sum, one) => sum + one.length + 1, 0) + character;
  }
  place(offset) {
    const before = this.text.slice(0, offset).split("\n");
    return new Position(before.length - 1, before.at(-1).length);
  }
  edit({ range, newText }) {
    this.text = this.text.slice(0, this.offset(range.start)) + newText + this.text.slice(this.offset(range.end));
    this.version++;
  }
}

class RelativePattern {
  constructor(baseUri, pattern) { Object.assign(this, { baseUri, pattern }); }
}

class CodeActionKind {
  static Empty = new CodeActionKind("");
  constructor(value) { this.value = value; }
  append(part) { return new CodeActionKind([this.value, part].filter(Boolean).join(".")); }
}

class CancellationTokenSource {
  token = { isCancellationRequested: false, onCancellationRequested: () => new Disposable() };
  cancel() {}
  dispose() {}
}

const LANGUAGES = { ".yaml": "yaml", ".md": "markdown", ".toml": "toml" };

/** An editor in which a folder is open. `settings` are those of `twohats`. */
class Editor {
  said = [];
  shown = [];
  executed = [];
  context = {};
  diagnostics = new Map();
  /** What answers for completion, hover and so on, by the name of what took it in. */
  providers = {};
  /** What people answer: to messages, to lists and to fields, each a function of what they see. */
  answers = { message: () => undefined, pick: () => undefined, input: () => undefined, file: () => undefined };
  /** Settings of the folder alone, which come first. */
  ofWorkspace = {};
  /** What stands in the bar below the text. */
  bar = new Set();
  /** How addresses of this machine are reached from the window: as they are, or by way of another host. */
  external = uri => uri;
  /** The folder in which the extension is. */
  installed = path.join(__dirname, "..");
  commands = new Map();
  #events = new Map();
  #subscriptions = [];

  constructor(folder, settings = {}) {
    this.folder = folder;
    this.settings = settings;
    this.documents = [];
    this.inSight = [];
    this.active = undefined;
    this.vscode = this.#api();
  }

  /** Loads the extension anew, with this editor as its `vscode`, and activates it. */
  async activate() {
    const load = Module._load;
    Module._load = (name, ...rest) => (name === "vscode" ? this.vscode : load(name, ...rest));
    try {
      const bundle = require.resolve("../dist/extension.js");
      delete require.cache[bundle];
      this.extension = require(bundle);
    } finally {
      Module._load = load;
    }
    await this.extension.activate({ subscriptions: this.#subscriptions });
  }

  async close() {
    await this.extension?.deactivate();
    for (const one of this.#subscriptions.reverse()) one.dispose();
  }

  event(name) {
    if (!this.#events.has(name)) this.#events.set(name, new EventEmitter());
    return this.#events.get(name);
  }

  run(command, ...rest) { return this.commands.get(command)(...rest); }

  /** Opens a file of the folder. */
  async open(file) {
    const name = path.isAbsolute(file) ? file : path.join(this.folder, file);
    const document = new TextDocument(name, LANGUAGES[path.extname(name)] ?? "plaintext");
    this.documents.push(document);
    this.active = { document };
    await this.event("onDidOpenTextDocument").fire(document);
    return document;
  }

  /** Types over words of an open text. */
  type(document, words, text) {
    const at = document.text.indexOf(words);
    const range = new Range(document.place(at), document.place(at + words.length));
    return this.change(document.fileName, [{ range, newText: text }]);
  }

  /** Changes a text where it is open, else on the disk, and tells of it as the editor does. */
  async change(file, edits) {
    const open = this.documents.find(one => one.fileName === file);
    const document = open ?? new TextDocument(file, "");
    // From the last to the first, so that places stay what they are.
    const sorted = [...edits].sort((one, other) => document.offset(other.range.start) - document.offset(one.range.start));
    const contentChanges = sorted.map(({ range, newText }) => {
      const rangeOffset = document.offset(range.start);
      return { range, rangeOffset, rangeLength: document.offset(range.end) - rangeOffset, text: newText };
    });
    sorted.forEach(edit => document.edit(edit));
    if (!open) return fs.writeFileSync(file, document.text);
    await this.event("onDidChangeTextDocument").fire({ document, contentChanges, reason: undefined });
  }

  #message(kind) {
    return async (text, ...choices) => {
      assert.doesNotMatch(text, /`/, "messages show it as it is");
      this.said.push({ kind, text });
      return this.answers.message(text, choices);
    };
  }

  #api() {
    const nothing = () => new Disposable();
    const output = { ...Object.fromEntries(["append", "appendLine", "info", "warn", "error", "debug", "trace", "show", "clear", "replace", "hide", "dispose"].map(name => [name, () => {}])), name: "Twohats", logLevel: 3, onDidChangeLogLevel: nothing };
    const workspace = {
      workspaceFolders: [{ uri: Uri.file(this.folder), name: path.basename(this.folder), index: 0 }],
      isTrusted: true,
      fs: { readDirectory: async uri => fs.readdirSync(uri.fsPath).map(name => [name, 1]) },
      notebookDocuments: [],
      getWorkspaceFolder: () => workspace.workspaceFolders[0],
      asRelativePath: file => path.relative(this.folder, String(file.fsPath ?? file)),
      getConfiguration: section => ({
        get: (key, other) => (section === "twohats" ? (this.ofWorkspace[key] ?? this.settings[key]) : undefined) ?? other,
        inspect: key => ({ workspaceValue: this.ofWorkspace[key] }),
        update: async (key, value, target) => {
          (target === 2 ? this.ofWorkspace : this.settings)[key] = value;
          await this.event("onDidChangeConfiguration").fire({ affectsConfiguration: name => name === `${section}.${key}` });
        },
      }),
      findFiles: async () => fs.readdirSync(this.folder, { recursive: true }).filter(file => path.basename(file) === "book.toml").map(file => Uri.file(path.join(this.folder, file))),
      createFileSystemWatcher: () => ({ onDidCreate: nothing, onDidChange: nothing, onDidDelete: nothing, dispose() {} }),
      applyEdit: async ({ steps }) => {
        for (const step of steps) await step(this);
        return true;
      },
    };
    Object.defineProperty(workspace, "textDocuments", { get: () => this.documents });
    const window = {
      createOutputChannel: () => output,
      showInformationMessage: this.#message("information"),
      showWarningMessage: this.#message("warning"),
      showErrorMessage: this.#message("error"),
      showQuickPick: async (items, options) => this.answers.pick(items, options),
      showInputBox: async options => this.answers.input(options),
      showOpenDialog: async () => this.answers.file(),
      createStatusBarItem: () => {
        const item = { show: () => this.bar.add(item), dispose: () => this.bar.delete(item) };
        return item;
      },
      showTextDocument: async uri => this.shown.push(path.relative(this.folder, uri.fsPath)),
      tabGroups: { all: [], onDidChangeTabs: nothing, onDidChangeTabGroups: nothing },
      withProgress: (_options, task) => task({ report() {} }, new CancellationTokenSource().token),
    };
    Object.defineProperty(window, "activeTextEditor", { get: () => this.active });
    Object.defineProperty(window, "visibleTextEditors", { get: () => this.inSight });
    const commands = {
      registerCommand: (name, run) => {
        this.commands.set(name, run);
        return new Disposable(() => this.commands.delete(name));
      },
      executeCommand: async (name, ...rest) => {
        if (name === "setContext") this.context[rest[0]] = rest[1];
        this.executed.push([name, ...rest]);
      },
    };
    const languages = {
      match: (filters, document) => {
        const inside = base => path.relative(base.fsPath, document.fileName);
        const fits = ({ pattern }) => /^(book\.toml$|content\/|themes\/)/.test(inside(pattern.baseUri));
        return [filters].flat().some(fits) ? 10 : 0;
      },
      getDiagnostics: uri => this.diagnostics.get(path.relative(this.folder, uri.fsPath)) ?? [],
      createDiagnosticCollection: () => ({
        set: (uri, found) => this.#tell(uri, found),
        delete: uri => this.#tell(uri, []),
        clear() {},
        dispose() {},
        has: () => false,
        get: () => [],
      }),
    };
    const extensions = { getExtension: () => ({ extensionUri: Uri.file(this.installed) }), onDidChange: nothing };
    const env = {
      uriScheme: "vscode",
      appName: "Test",
      language: "en",
      uiKind: 1,
      asExternalUri: async uri => this.external(uri),
      openExternal: async uri => this.executed.push(["openExternal", uri]),
      onDidChangeTelemetryEnabled: nothing,
    };
    const known = {
      workspace: this.#whole(workspace), window: this.#whole(window), languages: this.#whole(languages), commands, extensions, env, version: "1.91.0",
      Disposable, EventEmitter, Uri, Position, Range, Diagnostic, TextEdit, WorkspaceEdit, CancellationTokenSource, CodeActionKind, RelativePattern, ThemeColor,
      ViewColumn: { Beside: -2 },
      UIKind: { Desktop: 1, Web: 2 },
      StatusBarAlignment: { Left: 1 },
      ConfigurationTarget: { Global: 1, Workspace: 2 },
    };
    // What is only a name to the client: classes that it extends and lists that it chooses from.
    return new Proxy(known, {
      get(all, name) {
        all[name] ??= Object.assign(class { constructor(...parts) { this.parts = parts; } }, { Invoke: 1, Automatic: 2 });
        return all[name];
      },
    });
  }

  /** A part of the module whose events can be fired, and whose other doings come to nothing. */
  #whole(part) {
    return new Proxy(part, {
      get: (all, name) => {
        if (name in all) return all[name];
        if (String(name).startsWith("on")) return this.event(name).event;
        return (_selector, provider) => {
          this.providers[name] = provider;
          return new Disposable();
        };
      },
    });
  }

  #tell(uri, found) {
    this.diagnostics.set(path.relative(this.folder, uri.fsPath), found);
    return this.event("told").fire();
  }
}

module.exports = { Editor };
