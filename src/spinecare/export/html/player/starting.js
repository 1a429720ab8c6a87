// Starting: the page comes to life.

function begin() {
  const book = readBook(JSON.parse(named("data").textContent));
  if (book.sessions.length === 0) {
    tell("without", "This plan has no session to be led through.");
    return;
  }
  const shelf = openShelf(book.plan, deviceStorage());
  const choices = () => shelf.kept.choices;
  const app = {
    book,
    shelf,
    run: null,
    timer: null,
    taken: false,
    voice: newVoice(choices),
    beeper: newBeeper(() => choices().beeps),
    lamp: newLamp(),
    isCalm: () => window.matchMedia("(prefers-reduced-motion: reduce)").matches,
  };
  named("without").hidden = true;
  named("page").hidden = false;
  connect(app);
  showChoices(app);
  showPage(app);
}

function connect(app) {
  const clicks = {
    start: startChosen,
    "go-on": resume,
    drop: endKept,
    pause: pauseOrGoOn,
    back,
    skip,
    hurts: stopForPain,
    end: showAfter,
    "first-go": rateAgain,
    "first-relief": beginRelief,
    "first-allowed": allow,
    "first-close": leaveForToday,
    "hurt-leave": leaveOut,
    "hurt-stay": stayWith,
    "hurt-end": endForPain,
    return: returnTo,
    save: saveAnswers,
    discard: closeUnkept,
    download,
    copy,
    forget,
    "voice-now": () => toggle(app, "voice"),
    "beeps-now": () => toggle(app, "beeps"),
  };
  for (const [name, act] of Object.entries(clicks)) onClick(name, () => act(app));
  for (const name of ["voice", "beeps", "waits", "rate"]) {
    named(name).addEventListener("change", () => choose(app));
  }
  named("session").addEventListener("change", () => showAbout(app));
  named("stage").addEventListener("keydown", (event) => press(app, event));
  named("stage").addEventListener("cancel", (event) => pressEscape(app, event));
  named("stage").addEventListener("close", () => app.run && leave(app));
  window.addEventListener("pagehide", () => keepRun(app));
}

/** Space, left and right lead the session while its screen is shown. */
function press(app, event) {
  if (named("run").hidden || event.ctrlKey || event.metaKey || event.altKey) return;
  const acts = { " ": pauseOrGoOn, ArrowLeft: back, ArrowRight: skip };
  const isOwnOfButton = event.key === " " && event.target.closest("button");
  if (!(event.key in acts) || isOwnOfButton) return;
  event.preventDefault();
  if (!event.repeat) acts[event.key](app);
}

/** Escape lets a running session stand; a standing one is closed, and can be gone on with. */
function pressEscape(app, event) {
  if (app.run && isGoing(app.run.watch)) {
    event.preventDefault();
    stand(app);
  }
}

/** Go back from the questions to a session that has not ended. */
function returnTo(app) {
  showScreen("run");
  app.run.index = -1;
  show(app, placeOf(app.run.watch, Date.now()));
  showPace("stands");
}

begin();
