// Answering: how it was, asked when a session has ended. Unknown is always an answer.

const EFFORTS = [
  ["0", "0 – nothing at all"],
  ["0.5", "0.5 – just noticeable"],
  ["1", "1 – very easy"],
  ["2", "2 – easy"],
  ["3", "3 – moderate"],
  ["4", "4 – somewhat hard"],
  ["5", "5 – hard"],
  ["6", "6"],
  ["7", "7 – very hard"],
  ["8", "8"],
  ["9", "9"],
  ["10", "10 – as hard as can be"],
];

/** Ask how the session was. It may have ended early, for a stop sign above all. */
function showAfter(app) {
  const { run, book } = app;
  stopTimer(app);
  setStill(run.watch, Date.now());
  const hurts = Object.values(run.hurts);
  const which = hurts.length > 0 ? "in the other exercises" : "during the session";
  const weigh = () => weighAfter(app);
  app.during = askPain("during", `The most pain ${which}`, weigh);
  app.afterwards = askPain("afterwards", "Your pain now, right after", weigh);
  app.afterwards.set(run.after.pain);
  app.effort = askChoice("effort", "How hard was it? ", EFFORTS);
  app.symptoms = askWhich("symptoms", "Do you notice any of these?", book.symptoms, weigh);
  app.symptoms.set([...run.after.signs, ...hurts.flatMap((hurt) => hurt.symptoms)]);
  named("note").value = "";
  askEach(app);
  askWhy(app);
  tell("after-heading", isOver(run) ? "Well done. How was it?" : "How was it?");
  weigh();
  showScreen("after");
}

/** Whether a session may be gone on with as it was: it is of now, and pain did not keep it back. */
function mayReturn(app) {
  const { run } = app;
  const isRelief = run.until < run.course.lasts;
  return ageOf(run) === "fresh" && (isRelief || verdictOf(app) === "start");
}

function isOver(run) {
  return placeOf(run.watch, Date.now()) >= run.course.lasts;
}

/** Answer each sign and each pain at once: what is bad leaves no way back to the session. */
function weighAfter(app) {
  const { run } = app;
  run.after = { pain: app.afterwards.get(), signs: app.symptoms.get() };
  keepRun(app);
  const isBad = isEnded(run) || app.during.get() > MOST_PAIN;
  named("after-text").textContent = isBad ? hurtText(MOST_PAIN + 1, signNoted(run)) : "";
  named("return").hidden = isBad || isOver(run) || !mayReturn(app);
  app.isSure = false;
  tell("unkept", "");
}

function askChoice(name, question, values) {
  const { line, list } = choiceOf(`gs-${name}-value`, question, values);
  named(name).replaceChildren(line);
  return list;
}

/** Ask for each exercise, where one was different from the whole. */
function askEach(app) {
  const { run } = app;
  app.each = new Map();
  const lines = judged(run.course).map((part) => {
    const values = [["same", "as the others"], ...PAINS];
    const { line, list } = choiceOf(`gs-each-${app.each.size}`, part.name, values, "same");
    app.each.set(part.exercise, list);
    line.hidden = part.exercise in run.hurts; // its own pain is known
    return line;
  });
  named("each").replaceChildren(...lines);
}

/** Ask why something was left out, where something was; what hurt has its reason already. */
function askWhy(app) {
  const { run } = app;
  const others = judged(run.course).filter(({ exercise }) => !run.hurts[exercise]?.isStopped);
  const which = isStopped(run) ? "Something else" : "Something";
  app.why = askChoice("why", `${which} was left out. Why? `, app.book.reasons);
  if (isStopped(run)) app.why.value = "other"; // the neighbours of what hurt did not hurt
  named("why").hidden = others.every(({ exercise }) => outcomeOf(run, exercise) === "done");
}

/** Whether an exercise was stopped for pain. */
function isStopped(run) {
  return Object.values(run.hurts).some((hurt) => hurt.isStopped);
}

/** Return a part for each exercise that is judged, in order: no rests between, not the way up. */
function judged(course) {
  const parts = course.parts.filter(({ purpose }) => purpose !== "rest" && purpose !== "way-up");
  return parts.filter((part) => parts.find(({ exercise }) => exercise === part.exercise) === part);
}

/** Return what became of an exercise: all its parts count. */
function outcomeOf(run, exercise) {
  const own = run.course.parts.filter((part) => part.exercise === exercise);
  const isDone = ({ number }) => run.done.includes(number);
  const isBegun = ({ number }) => run.begun.includes(number);
  if (own.every(isDone)) return "done";
  // What hurt while one got into it was begun.
  const hurt = Boolean(run.hurts[exercise]?.isStopped);
  return hurt || own.some(isDone) || own.some(isBegun) ? "partly" : "skipped";
}

function saveAnswers(app) {
  const { records } = app.shelf.kept;
  app.shelf.keep({ records: [...records, recordOf(app)], underWay: null });
  app.run = null;
  app.taken = false;
  showPage(app);
  named("kept-heading").focus();
}

/** Close without answers; asked twice where pain or a sign was noted. */
function closeUnkept(app) {
  const { run } = app;
  if (!app.isSure && (!isEmpty(run.hurts) || isEnded(run) || app.during.get() > MOST_PAIN)) {
    app.isSure = true;
    tell("unkept", "You noted pain or a sign. Press again to forget it all the same.");
    return;
  }
  discardAnswers(app);
}

function discardAnswers(app) {
  app.shelf.keep({ underWay: null });
  app.run = null;
  showPage(app);
}
