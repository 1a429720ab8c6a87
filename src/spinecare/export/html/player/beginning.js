// Beginning: pain is asked first, and decides whether the exercises begin; relief comes first.

function startChosen(app) {
  const session = app.book.sessions[named("session").selectedIndex];
  app.shelf.keep({ choices: readChoices(app) });
  if (endHurting(app)) return;
  app.run = newRun(session, { started: localTime(new Date()), before: app.before.get() });
  app.beeper.wake(); // a click: the only moment at which browsers allow sound
  ask(app);
}

/** End a kept session in which something hurt, before another begins. Say whether it asks. */
function endHurting(app) {
  const { records, underWay } = app.shelf.kept;
  if (!underWay?.hurts || !isNoted(underWay)) return false;
  if (sessionUnderWay(app)) {
    endKept(app);
    tell("after-heading", "First: how was the session before?");
    return true;
  }
  app.shelf.keep({ records: [...records, recordOfLost(underWay)], underWay: null });
  return false;
}

/** Whether pain or a sign was noted in a session. */
function isNoted(run) {
  return !isEmpty(run.hurts) || isEnded({ after: { pain: null, signs: [] }, ...run });
}

/** Return whether exercises may begin: a stop sign asks for a clinician, whatever the pain. */
function verdictOf(app) {
  return isHeld(app) ? "held" : mayBegin(app.run.before);
}

/** Whether a stop sign is among the kept answers that no clinician has said a word to since. */
function isHeld({ shelf, book }) {
  const { records, choices } = shelf.kept;
  return records.some(({ entries }) => entries.some((entry) => {
    const { symptoms = [], character = [], written_at } = entry;
    return isStopSign(symptoms, character, book) && !(written_at <= choices.allowed);
  }));
}

/** Note that a clinician has allowed exercise; then pain decides, as always. */
function allow(app) {
  const allowed = new Date().toISOString();
  app.shelf.keep({ choices: { ...app.shelf.kept.choices, allowed } });
  ask(app);
}

/** Begin if signs and the pain before allow it; else show why not, and ask again. */
function ask(app, isAgain = false) {
  const verdict = verdictOf(app);
  if (verdict === "start") {
    app.run.until = app.run.course.lasts;
    showScreen("run");
    goOn(app);
    return;
  }
  showFirst(app, verdict, isAgain);
}

function showFirst(app, verdict, isAgain) {
  const { course, watch } = app.run;
  const isStill = isAgain && verdict === "relief";
  const [heading, text, hasSigns] = BEFORE_TEXTS[isStill ? "still" : verdict];
  tell("first-heading", heading);
  tell("first-text", text);
  fillList("first-signs", hasSigns ? app.book.stops : []);
  app.again = askPain("first-pain", "Your pain now");
  const isHeldBack = verdict === "held";
  for (const name of ["pain", "go"]) named(`first-${name}`).hidden = isHeldBack;
  named("first-allowed").hidden = !isHeldBack;
  const hasRelief = placeOf(watch, Date.now()) < reliefEnds(course);
  named("first-relief").hidden = isHeldBack || !hasRelief;
  showScreen("first");
  keepRun(app);
}

/** Take the new rating: it replaces the one before. */
function rateAgain(app) {
  Object.assign(app.run, { before: app.again.get(), rated: localTime(new Date()) });
  ask(app, true);
}

/** Lead through the relief positions that open the session, then ask again. */
function beginRelief(app) {
  app.run.until = reliefEnds(app.run.course);
  showScreen("run");
  goOn(app);
}

/** Not today. That pain kept from beginning is worth an entry. */
function leaveForToday(app) {
  const { before, begun } = app.run;
  if (isNoted(app.run) || (before === null && begun.length > 0)) {
    showAfter(app); // what was done, and what hurt in it, is not forgotten
    return;
  }
  const { records } = app.shelf.kept;
  const isForPain = before !== null && !isHeld(app);
  if (isForPain) app.shelf.keep({ records: [...records, recordOfNone(app.run)] });
  discardAnswers(app);
}

/** The end of what is led through: of relief, or of the session. */
function arrive(app) {
  const { run } = app;
  stopTimer(app);
  setStill(run.watch, Date.now());
  if (run.until < run.course.lasts) {
    showFirst(app, "unknown", false);
    return;
  }
  showAfter(app);
  app.beeper.beep("end");
  app.voice.say("Well done. That was the session.");
}

/** Close the stage; a session under way can be gone on with later. */
function leave(app) {
  stopTimer(app);
  if (isGoing(app.run.watch)) setStill(app.run.watch, Date.now());
  keepRun(app);
  app.run = null;
  showPage(app);
}

/** Return a moment as the device's clock shows it: 2026-11-23T07:05. */
function localTime(moment) {
  const two = (number) => String(number).padStart(2, "0");
  const day = [moment.getFullYear(), two(moment.getMonth() + 1), two(moment.getDate())].join("-");
  return `${day}T${two(moment.getHours())}:${two(moment.getMinutes())}`;
}
