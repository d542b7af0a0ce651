// Judges files by the schemas in `schema/`, with parsers and a validator that know nothing of Twohats.
// Reads one JSON object a line, `{"kind": "scenario", "text": "title: ..."}`, and answers each with a line:
// `true`, or `false` and what is wrong.

const fs = require("node:fs");
const path = require("node:path");
const Ajv = require("ajv").default;
const TOML = require("smol-toml");
const YAML = require("yaml");

const root = path.join(__dirname, "../..");
const ajv = new Ajv({ strict: false });
const validators = new Map();

function validator(kind) {
  if (!validators.has(kind)) {
    const schema = JSON.parse(fs.readFileSync(path.join(root, "schema", `${kind}.json`), "utf8"));
    validators.set(kind, ajv.compile(schema));
  }
  return validators.get(kind);
}

function judge({ kind, text }) {
  let value;
  try {
    value = kind === "book" ? TOML.parse(text) : YAML.parse(text, { uniqueKeys: true });
  } catch (error) {
    return `false ${error.message.split("\n")[0]}`;
  }
  const validate = validator(kind);
  return validate(value ?? {}) ? "true" : `false ${ajv.errorsText(validate.errors)}`;
}

const lines = fs.readFileSync(0, "utf8").split("\n").filter(Boolean);
process.stdout.write(lines.map(line => `${judge(JSON.parse(line)).replace(/\s+/g, " ")}\n`).join(""));
