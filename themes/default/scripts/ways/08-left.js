// What is still empty in each step of a sheet. It knows no page.
(() => {
  const T = Twohats;

  /** How many fields are still empty below each heading. A box that is not ticked is an answer too. */
  T.left = (schema, answers) => {
    const left = {};
    let at = '';
    for (const field of schema.fields) {
      const { id, kind } = field;
      if (kind === 'heading') at = id;
      else if (kind !== 'check' && T.holds(field)) left[at] = (left[at] ?? 0) + T.isEmpty(answers[id]);
    }
    return left;
  };
})();
