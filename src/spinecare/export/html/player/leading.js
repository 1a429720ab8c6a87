// Leading: a session from its start to its end. What happens in time happens in `tick`.

const TICK_MS = 100;
/** A little less than any time that matters: what begins at a place begins just after it. */
const JUST = 0.001;

/** Begin to lead through a session, or go on with one that was kept. */
function newRun(session, kept) {
  const { course } = session;
  const place = Math.min(kept.place ?? 0, course.lasts);
  return {
    session,
    course,
    watch: newWatch(course, place),
    index: -1, // the cue on the screen
    told: -1, // the cue that was announced
    until: course.lasts, // where to stop and ask
    ready: -1, // the part for which the person said "I am ready"
    heard: place - JUST, // how far signals were given
    leapt: place, // where the last leap led; what ends after it was followed
    started: kept.started,
    rated: kept.rated ?? kept.started, // when pain was last asked
    before: kept.before ?? null,
    begun: kept.begun ?? [],
    done: kept.done ?? [],
    hurts: kept.hurts ?? {},
    after: kept.after ?? { pain: null, signs: [] }, // pain and signs noted when it had ended
  };
}

/** Return what is kept of a session under way, so that it survives a reload. */
function keptOf(run, now) {
  const { session, course, started, rated, before, begun, done, hurts, after } = run;
  const known = { started, rated, before, begun, done, hurts, after };
  return { session: session.id, lasts: course.lasts, place: placeOf(run.watch, now), ...known };
}

function keepRun(app) {
  if (app.run) app.shelf.keep({ underWay: keptOf(app.run, Date.now()) });
}

function goOn(app) {
  const { run } = app;
  const now = Date.now();
  const isWaiting = named("run").dataset.state === "waits" && run.index >= 0; // not another run's
  if (isWaiting) run.ready = run.course.cues[run.index].part.number;
  if (run.told !== run.index) run.index = -1; // what was leapt to in a pause is announced now
  app.beeper.wake();
  app.lamp.hold();
  setGoing(run.watch, now);
  app.timer ??= setInterval(() => tick(app), TICK_MS);
  showPace("runs");
  named("live").textContent = "";
  tick(app);
}

/** Let the session stand where it is, and say why where it was not asked to. */
function stand(app, why = "", state = "stands") {
  setStill(app.run.watch, Date.now());
  stopTimer(app);
  showPace(state, why);
  named("live").textContent = why || "Paused.";
  keepRun(app);
}

function stopTimer(app) {
  clearInterval(app.timer);
  app.timer = null;
  app.voice.hush();
  app.lamp.release();
}

/** Look at the clock, and let happen what is due. */
function tick(app) {
  const { run } = app;
  const now = Date.now();
  if (look(run.watch, now)) stand(app, "The screen slept. Paused here.");
  const place = Math.min(placeOf(run.watch, now), run.until);
  if (mustWait(app, place)) return;
  noteDone(run, place);
  if (place >= run.until) {
    arrive(app);
    return;
  }
  const signal = signalsBetween(run.course, run.heard, place).at(-1);
  run.heard = place;
  if (signal && isGoing(run.watch)) app.beeper.beep(signal);
  show(app, place);
}

/** Show a place, and say what begins there. What hurt before is left out. */
function show(app, place) {
  const { run } = app;
  const index = cueAt(run.course, place);
  const { part } = run.course.cues[index];
  if (run.hurts[part.exercise]?.isStopped) {
    leap(app, part.ends);
    return;
  }
  if (index !== run.index) enter(app, index);
  showTime(run, place, app.isCalm());
}

function enter(app, index) {
  const { run } = app;
  run.index = index;
  const cue = run.course.cues[index];
  showCue(run, index);
  if (isGoing(run.watch)) announce(app, cue);
  keepRun(app);
}

function announce(app, cue) {
  const { run } = app;
  run.told = run.index;
  app.voice.say(cue.say);
  if (cue.say) named("live").textContent = cue.say;
  if (cue.kind !== "ready") noteBegun(run, cue.part.number);
}

/** Wait before an exercise for who wants it: getting ready ends only when they say so. */
function mustWait(app, place) {
  const { run } = app;
  if (!app.shelf.kept.choices.waits || run.index < 0) return false;
  const { part } = run.course.cues[run.index];
  if (part.works === part.at || part.number === run.ready || place < part.works) return false;
  moveTo(run.watch, part.works - JUST, Date.now());
  run.heard = part.works - JUST;
  stand(app, "Ready when you are.", "waits");
  app.lamp.hold();
  showTime(run, part.works - JUST, app.isCalm());
  return true;
}

function noteBegun(run, number) {
  if (!run.begun.includes(number)) run.begun.push(number);
}

function noteDone(run, place) {
  for (const part of run.course.parts) {
    const isPassed = run.leapt < part.ends && part.ends <= place;
    if (isPassed && !run.done.includes(part.number)) run.done.push(part.number);
  }
}

/** Go to another place: back or skip. What is leapt over was not done. */
function leap(app, place) {
  const { run } = app;
  const now = Date.now();
  moveTo(run.watch, Math.min(place, run.until), now);
  Object.assign(run, { heard: place - JUST, leapt: place, index: -1, told: -1, ready: -1 });
  app.voice.hush();
  if (named("run").dataset.state === "waits") showPace("stands");
  if (place >= run.until) arrive(app);
  else show(app, place);
}

function back(app) {
  leap(app, placeBack(app.run.course, placeOf(app.run.watch, Date.now())));
}

function skip(app) {
  const { course, watch } = app.run;
  leap(app, course.cues[cueAt(course, placeOf(watch, Date.now()))].part.ends);
}

function pauseOrGoOn(app) {
  if (isGoing(app.run.watch)) stand(app);
  else goOnSoon(app);
}

/** Go on, unless the pause took hours: then the page offers what may follow. */
function goOnSoon(app) {
  if (ageOf(app.run) === "fresh") goOn(app);
  else leave(app);
}
