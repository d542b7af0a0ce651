// Says how long a text is: in words, and what is meant to be spoken in time, as the rule `long-script` counts it.

const A_MINUTE = 130; // words that somebody says, as in `long_script.rs`

/** The words of Markdown that a reader sees. */
function counted(text) {
  const shown = text
    .replace(/\[([^\]]*)\](\{[^}]*\}|\([^)]*\))/g, "$1")
    .replace(/[*_`#>~|-]+(?=\s|$)|(?<=^|\s)[*_`#>~|-]+/g, " ");
  return shown.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

/** Whether somebody is to say it as it stands. */
const isSpoken = ({ key }) => /(^|\.)(say|you)$/.test(key);

function length(field, text) {
  const words = counted(text);
  if (!isSpoken(field)) return words === 1 ? "1 word" : `${words} words`;
  const seconds = Math.round((words * 60) / A_MINUTE);
  if (seconds < 90) return `${Math.ceil(seconds / 5) * 5} seconds aloud`;
  const half = Math.round(seconds / 30) / 2;
  return `${Math.floor(half)}${half % 1 ? "½" : ""} minutes aloud`;
}
