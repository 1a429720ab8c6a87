// Hurting: "Stop: it hurts". The exercise stops at once; what it means is asked in peace.

function stopForPain(app) {
  const { run } = app;
  stand(app);
  const { part } = run.course.cues[run.index];
  run.hurting = part;
  run.hurtBefore = run.hurts[part.exercise];
  tell("hurt-heading", `Stopped: ${part.name}`);
  const weigh = () => weighHurt(app);
  const { characters, symptoms } = app.book;
  app.hurt = {
    pain: askPain("hurt-pain", "How much did it hurt?", weigh),
    character: askWhich("hurt-character", "How did it feel?", characters, weigh),
    symptoms: askWhich("hurt-symptoms", "Do you notice any of these?", symptoms, weigh),
  };
  weigh();
  showScreen("hurt");
}

/** Note each answer at once, so that who closes the page finds the exercise stopped. */
function weighHurt(app) {
  noteHurt(app, true);
  const { pain, isSign } = hurtOf(app);
  const allowed = afterHurt(pain, isSign);
  for (const way of ["leave", "end", "stay"]) named(`hurt-${way}`).hidden = !allowed.includes(way);
  named("hurt-text").textContent = hurtText(pain, isSign);
}

function hurtOf(app) {
  const [character, symptoms] = [app.hurt.character.get(), app.hurt.symptoms.get()];
  const isSign = isStopSign(symptoms, character, app.book);
  return { pain: app.hurt.pain.get(), character, symptoms, isSign };
}

/** Note what hurt. It is stopped for this session, unless the person stays with it. */
function noteHurt(app, isStopped) {
  const { run } = app;
  run.hurts[run.hurting.exercise] = worse(run.hurtBefore, { ...hurtOf(app), isStopped });
  keepRun(app);
}

/** Return what is worse of two notes of one exercise, where there was one before. */
function worse(before, now) {
  if (!before) return now;
  return {
    pain: worsePain(before.pain, now.pain),
    character: unique([...before.character, ...now.character]),
    symptoms: unique([...before.symptoms, ...now.symptoms]),
    isSign: before.isSign || now.isSign,
    isStopped: before.isStopped || now.isStopped,
  };
}

/** Return the worse of two pains; one that nobody knows may be worse than one that is safe. */
function worsePain(...pains) {
  const most = Math.max(...pains.map((pain) => pain ?? 0));
  return pains.includes(null) && most <= SAFE_PAIN ? null : most;
}

function leaveOut(app) {
  noteHurt(app, true);
  showScreen("run");
  leap(app, app.run.hurting.ends);
  if (app.run && !named("run").hidden) goOnSoon(app);
}

function stayWith(app) {
  noteHurt(app, false);
  showScreen("run");
  goOnSoon(app);
}

function endForPain(app) {
  noteHurt(app, true);
  showAfter(app);
}
