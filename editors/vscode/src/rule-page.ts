// At which address the page of a rule is, as links to it are made and read.

/** The scheme of these addresses. */
export const RULES = "twohats-rule";

/** The address, with `{rule}` where the name of the rule stands. */
export const RULE_PAGE = `${RULES}:/{rule}.md`;
