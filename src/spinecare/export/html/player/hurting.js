// Hurting: "Stop: it hurts". The exercise stops at once; what it means is asked in peace.

function stopForPain(app) {
  const { run } = app;
  stand(app);
  const { part } = run.course.cues[run.index];
  run.hurting = part;
  tell("hurt-heading", `Stopped: ${part.name}`);
  const weigh = () => weighHurt(app);
  app.hurtPain = askPain("hurt-pain", "How much did it hurt?", weigh);
  app.hurtCharacter = askWhich("hurt-character", "How did it feel?", app.book.characters, weigh);
  app.hurtSymptoms = askWhich("hurt-symptoms", "Do you notice any of these?", app.book.symptoms, weigh);
  weigh();
  showScreen("hurt");
}

function weighHurt(app) {
  const { pain, isSign } = hurtOf(app);
  const allowed = afterHurt(pain, isSign);
  for (const way of ["leave", "end", "stay"]) named(`hurt-${way}`).hidden = !allowed.includes(way);
  named("hurt-text").textContent = hurtText(pain, isSign);
}

function hurtOf(app) {
  const [pain, character, symptoms] = [app.hurtPain, app.hurtCharacter, app.hurtSymptoms].map((asked) => asked.get());
  return { pain, character, symptoms, isSign: isStopSign(symptoms, character, app.book) };
}

/** Note what hurt. It is stopped for this session, unless the person stays with it. */
function noteHurt(app, isStopped) {
  const { run } = app;
  run.hurts[run.hurting.exercise] = { ...hurtOf(app), isStopped };
}

function leaveOut(app) {
  noteHurt(app, true);
  showScreen("run");
  leap(app, app.run.hurting.ends);
  if (app.run && !named("run").hidden) goOn(app);
}

function stayWith(app) {
  noteHurt(app, false);
  showScreen("run");
  goOn(app);
}

function endForPain(app) {
  noteHurt(app, true);
  showAfter(app);
}
