// Noting: answers become entries of a journal, as the library's own reader takes them.

/** Return what is kept of a session that has ended: its entries, and room for the mornings. */
function recordOf(app) {
  const parts = judged(app.run.course).map((part) => exerciseOf(app, part));
  return recordWith(app.run, [wholeOf(app), ...parts]);
}

/** Return what is kept of a session that did not begin, because of pain. */
function recordOfNone(run) {
  const done = doneOf(wholeOutcome(run), "pain");
  return recordWith(run, [{ done, pain: { before: run.before } }]);
}

/** Return what is kept of a session that the plan has no more, in which something hurt. */
function recordOfLost({ session, started, before, hurts, after }) {
  const exercises = Object.entries(hurts).map(([exercise, { pain, character, symptoms }]) => {
    return { exercise, pain: { during: pain }, character, symptoms };
  });
  const whole = { pain: { before, after: after?.pain ?? null }, symptoms: after?.signs ?? [] };
  return recordWith({ session: { id: session, title: "Session" }, started }, [whole, ...exercises]);
}

/** Return a record whose entries all speak of this session, and are written now. */
function recordWith({ session, started }, entries) {
  const written_at = new Date().toISOString();
  const known = { session: session.id, date: started.slice(0, 10), written_at };
  return {
    session: session.id,
    title: session.title,
    started,
    mornings: {},
    entries: entries.map((entry) => withoutUnknown({ ...known, ...entry })),
  };
}

function wholeOf(app) {
  const { before, hurts } = app.run;
  // Pain during the others says nothing of what hurt; so it stands with the others, one by one.
  const during = isEmpty(hurts) ? app.during.get() : null;
  return {
    done: doneOf(wholeOutcome(app.run), isStopped(app.run) ? "pain" : app.why.value),
    pain: { before, during, after: app.afterwards.get() },
    symptoms: app.symptoms.get(),
    effort: numberOf(app.effort.value),
    note: named("note").value.trim(),
  };
}

/** Return what is known of one exercise. What was the same as in the whole is not said again. */
function exerciseOf(app, { exercise, planned }) {
  const hurt = app.run.hurts[exercise];
  const outcome = outcomeOf(app.run, exercise);
  return {
    exercise,
    planned,
    done: doneOf(outcome, hurt?.isStopped ? "pain" : app.why.value),
    pain: { during: hurt ? hurt.pain : duringOf(app, exercise, outcome) },
    character: hurt?.character ?? [],
    symptoms: hurt?.symptoms ?? [],
  };
}

function duringOf(app, exercise, outcome) {
  const { value } = app.each.get(exercise);
  if (value !== "same") return numberOf(value);
  return isEmpty(app.run.hurts) || outcome === "skipped" ? null : app.during.get();
}

function isEmpty(table) {
  return Object.keys(table).length === 0;
}

function doneOf(outcome, reason) {
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
  return value === null || value === "" || (typeof value === "object" && isEmpty(value));
}

/** Return the journal of all kept answers as a document. */
function journalText(records, { generator }) {
  const entries = records.flatMap((record) => [...record.entries, ...morningEntries(record)]);
  const envelope = { format: "spinecare/journal", version: 1, generator, journal: { entries } };
  return `${JSON.stringify(envelope, null, 1)}\n`;
}

/** Return an entry for each morning that was answered: written later, it is one of its own. */
function morningEntries({ session, started, mornings }) {
  const date = started.slice(0, 10);
  return Object.entries(mornings).map(([field, { pain, at }]) => {
    return { session, date, written_at: at, pain: { [field]: pain } };
  });
}
