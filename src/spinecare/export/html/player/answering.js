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
  const isEnded = mustEnd(run.hurts);
  const which = hurts.length > 0 ? "in the other exercises" : "during the session";
  tell("after-text", isEnded ? hurtText(MOST_PAIN + 1, hurts.some(({ isSign }) => isSign)) : "");
  app.during = askPain("during", `The most pain ${which}`);
  app.afterwards = askPain("afterwards", "Your pain now, right after");
  app.effort = askChoice("effort", "How hard was it? ", EFFORTS);
  app.symptoms = askWhich("symptoms", "Do you notice any of these?", book.symptoms);
  app.symptoms.set(hurts.flatMap((hurt) => hurt.symptoms));
  named("note").value = "";
  askEach(app);
  askWhy(app);
  const isOver = placeOf(run.watch, Date.now()) >= run.course.lasts;
  tell("after-heading", isOver ? "Well done. How was it?" : "How was it?");
  named("return").hidden = isOver || isEnded;
  showScreen("after");
  keepRun(app);
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

/** Ask why something was left out, where something was. */
function askWhy(app) {
  const { run } = app;
  const isWhole = judged(run.course).every((part) => outcomeOf(run, part.exercise) === "done");
  app.why = askChoice("why", "Something was left out. Why? ", app.book.reasons);
  if (Object.values(run.hurts).some((hurt) => hurt.isStopped)) app.why.value = "pain";
  named("why").hidden = isWhole;
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
  return own.some(isDone) || own.some(isBegun) ? "partly" : "skipped";
}

function saveAnswers(app) {
  const { records } = app.shelf.kept;
  app.shelf.keep({ records: [...records, recordOf(app)], underWay: null });
  app.run = null;
  app.taken = false;
  showPage(app);
  named("kept-heading").focus();
}

function discardAnswers(app) {
  app.shelf.keep({ underWay: null });
  app.run = null;
  showPage(app);
}
