// Keys of the author's own, such as topics and languages: what a form asks of a new one, and the change that brings it. It
// must not know how the form looks.

/** How such a key is named, by what holds it, and what is to be known of the name. */
const OWN_NAMES = {
  languages: ["Tag", "Of the language, such as `de`, `fr` or `pt-BR`."],
  topics: ["Name in the files", "In small letters, such as `delivery`."],
  rules: ["Rule", "As it is named beside what it finds, such as `long-script`."],
};

const [NAME, WORDS_OF_IT] = [" ", ""]; // no key of a group is called so

/** What is asked: the name, and the words that stand there or the keys of its group. */
function ownType(field) {
  const [label, help] = OWN_NAMES[field.key.split(".").at(-1)] ?? ["Name", ""];
  const [type] = field.item.types;
  const keys = type?.keys ?? [{ key: WORDS_OF_IT, label: "Words", help: "", kind: field.item.kind, needed: true }];
  return { name: "", keys: [{ key: NAME, label, help, kind: "text", needed: true }, ...keys] };
}

/** The change for what was written. */
function ownEdit(field, { [NAME]: name, [WORDS_OF_IT]: words, ...group }) {
  return { do: "add", key: `${field.key}.${name}`, value: field.item.types.length ? group : words };
}
