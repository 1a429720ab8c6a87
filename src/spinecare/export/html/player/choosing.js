// Choosing: the part on the page itself: which session, what the device keeps, what was answered.

/** Show the page as things stand, with no session on the stage. */
function showPage(app) {
  if (named("stage").open) named("stage").close();
  showSessions(app);
  showUnderWay(app);
  showKept(app);
}

function showSessions(app) {
  const list = named("session");
  if (list.options.length === 0) {
    const lines = app.book.sessions.map((session) => `${dayText(session)}: ${session.title}`);
    list.append(...lines.map((line) => make("option", {}, line)));
  }
  const { records } = app.shelf.kept;
  list.selectedIndex = preselected(app.book.sessions, records, localTime(new Date()));
  showAbout(app);
  app.before = askPain("before", "Your pain now");
}

/** Return the index of today's next session not yet done; else the next day's; else the last. */
function preselected(sessions, records, now) {
  const done = new Set(records.map((record) => record.session));
  const day = now.slice(0, 10);
  const open = sessions.filter(({ id, date }) => !done.has(id) && date >= day);
  const today = open.filter(({ date }) => date === day);
  const isAhead = ({ date, time }) => `${date}T${time}` >= now;
  const chosen = today.find(isAhead) ?? today.at(-1) ?? open.find(isAhead) ?? sessions.at(-1);
  return sessions.indexOf(chosen);
}

const WEEKDAYS = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** Return the day and time of a session, as the sheet writes them. */
function dayText({ date, time }) {
  const [year, month, day] = date.split("-").map(Number);
  const weekday = new Date(Date.UTC(year, month - 1, day)).getUTCDay();
  return `${WEEKDAYS[weekday]} ${day} ${MONTHS[month - 1]} ${time}`;
}

function showAbout(app) {
  const session = app.book.sessions[named("session").selectedIndex];
  const count = judged(session.course).length;
  tell("about", `${session.length}, ${count} ${count === 1 ? "exercise" : "exercises"}`);
  fillList("notes", session.notes);
}

/** Offer to go on with a session that was left in the middle. */
function showUnderWay(app) {
  const session = sessionUnderWay(app);
  named("again").hidden = !session;
  if (!session) return;
  const kept = app.shelf.kept.underWay;
  const { course, title } = session;
  const { part } = course.cues[cueAt(course, kept.place)];
  const [date, time] = kept.started.split("T");
  const where = `${part.name} (${part.number + 1} of ${course.parts.length})`;
  const isOld = ageOf(kept) === "old";
  const ends = isOld ? " That was another day: end it here, and begin anew." : "";
  tell("again-text", `${title}, begun ${dayText({ date, time })}: ${where}.${ends}`);
  named("go-on").hidden = isOld;
}

/** Hours in which a session is gone on with without asking for pain again. */
const FRESH_H = 2;

/** Return how old a session is: "fresh", "stale" (ask for pain again), "old" (of another day). */
function ageOf({ started, rated = started }) {
  const now = localTime(new Date());
  const hours = (Date.parse(`${now}Z`) - Date.parse(`${rated}Z`)) / 3_600_000;
  if (hours >= 0 && hours <= FRESH_H) return "fresh";
  return rated.slice(0, 10) === now.slice(0, 10) ? "stale" : "old";
}

/** Return the session that was kept; nothing where the plan has another one in its place now. */
function sessionUnderWay(app) {
  const kept = app.shelf.kept.underWay;
  const session = kept && app.book.sessions.find(({ id }) => id === kept.session);
  return session?.course.lasts === kept?.lasts ? session : null;
}

/** Go on with a kept session: it stands where it was, until the person says go. */
function resume(app) {
  const session = sessionUnderWay(app);
  const kept = app.shelf.kept.underWay;
  app.run = newRun(session, kept);
  app.beeper.wake();
  if (kept.place >= session.course.lasts || isEnded(app.run)) {
    showAfter(app);
    return;
  }
  if (ageOf(kept) !== "fresh") app.run.before = null;
  if (verdictOf(app) !== "start") {
    ask(app);
    return;
  }
  showScreen("run");
  show(app, kept.place);
  if (!named("run").hidden) stand(app, "You were here. Go on when you are ready.");
}

/** End a kept session where it was, and ask how it was. */
function endKept(app) {
  app.run = newRun(sessionUnderWay(app), app.shelf.kept.underWay);
  showAfter(app);
}

function showChoices(app) {
  const { choices } = app.shelf.kept;
  for (const name of ["voice", "beeps", "waits"]) named(name).checked = choices[name];
  for (const name of ["voice", "beeps"]) {
    named(`${name}-now`).setAttribute("aria-pressed", String(choices[name]));
  }
  named("rate").value = String(choices.rate);
}

function readChoices(app) {
  return {
    ...app.shelf.kept.choices,
    voice: named("voice").checked,
    beeps: named("beeps").checked,
    waits: named("waits").checked,
    rate: Number(named("rate").value),
  };
}

/** Keep what was chosen, at once. */
function choose(app) {
  app.shelf.keep({ choices: readChoices(app) });
  showChoices(app);
}

/** Turn the voice or the beeps on or off while a session runs. */
function toggle(app, name) {
  named(name).checked = !named(name).checked;
  choose(app);
  if (name === "voice") app.voice.hush();
  else app.beeper.wake();
}
