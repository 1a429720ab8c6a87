// Noting: answers become entries of a journal, as the library's own reader takes them.

/** Return what is kept of a session that has ended: its entries, and room for the mornings. */
function recordOf(app) {
  const { session, started } = app.run;
  return { session: session.id, title: session.title, started, mornings: {}, entries: entriesOf(app) };
}

/** Return an entry for the whole session, then one for each exercise. */
function entriesOf(app) {
  const { session, started, course } = app.run;
  const known = { session: session.id, date: started.slice(0, 10), written_at: new Date().toISOString() };
  return [
    { ...known, ...wholeOf(app) },
    ...judged(course).map((part) => ({ ...known, exercise: part.exercise, ...exerciseOf(app, part) })),
  ].map(withoutUnknown);
}

function wholeOf(app) {
  return {
    done: doneOf(app, wholeOutcome(app.run), app.why.value),
    pain: { before: app.run.before, during: app.during.get(), after: app.afterwards.get() },
    character: unique(Object.values(app.run.hurts).flatMap((hurt) => hurt.character)),
    symptoms: app.symptoms.get(),
    effort: numberOf(app.effort.value),
    note: named("note").value.trim(),
  };
}

/** Return what is known of one exercise. What was the same as in the whole is not said again. */
function exerciseOf(app, part) {
  const hurt = app.run.hurts[part.exercise];
  const { value } = app.each.get(part.exercise);
  return {
    planned: part.planned,
    done: doneOf(app, outcomeOf(app.run, part.exercise), hurt?.isStopped ? "pain" : app.why.value),
    pain: { during: value === "same" ? null : numberOf(value) },
    character: hurt?.character ?? [],
    symptoms: hurt?.symptoms ?? [],
  };
}

function doneOf(app, outcome, reason) {
  return { outcome, reason: outcome === "done" || reason === "" ? null : reason };
}

function wholeOutcome(run) {
  const outcomes = unique(judged(run.course).map((part) => outcomeOf(run, part.exercise)));
  return outcomes.length === 1 ? outcomes[0] : "partly";
}

function unique(values) {
  return [...new Set(values)];
}

/** Leave out what nobody knows: null, no text, an empty list, a table of nothing. */
function withoutUnknown(table) {
  const known = Object.entries(table)
    .map(([key, value]) => [key, isTable(value) ? withoutUnknown(value) : value])
    .filter(([, value]) => !isUnknown(value));
  return Object.fromEntries(known);
}

function isTable(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isUnknown(value) {
  return value === null || value === "" || (typeof value === "object" && Object.keys(value).length === 0);
}

/** Return the journal of all kept answers as a document. A morning's pain is an entry of its own. */
function journalText(records, book) {
  const entries = records.flatMap((record) => [...record.entries, ...morningsOfRecord(record)]);
  const document = { format: "spinecare/journal", version: 1, generator: book.generator, journal: { entries } };
  return `${JSON.stringify(document, null, 1)}\n`;
}

function morningsOfRecord({ session, started, mornings }) {
  const date = started.slice(0, 10);
  return Object.entries(mornings).map(([field, { pain, at }]) => ({ session, date, written_at: at, pain: { [field]: pain } }));
}
