// Showing: the moment of a session on the screen, large enough to be read from the mat.

const KIND_WORDS = {
  ready: "Get ready",
  setup: "Into position",
  contract: "Tense",
  move: "Move",
  hold: "Hold",
  stretch: "Stretch",
  relax: "Let go",
  return: "Back",
  breathe: "Breathe",
  rest: "Rest",
  change: "Change sides",
  leave: "Come out",
};
const SCREENS = ["run", "first", "hurt", "after"];

/** Show one screen of the stage, and put the focus where it goes on. */
function showScreen(name) {
  for (const other of SCREENS) named(other).hidden = other !== name;
  const heading = named(name === "run" ? "name" : `${name}-heading`);
  named("stage").setAttribute("aria-labelledby", heading.id);
  if (!named("stage").open) named("stage").showModal();
  named("stage").scrollTop = 0;
  (name === "run" ? named("pause") : heading).focus();
}

/** Show all that stays for the length of a cue. */
function showCue(run, index) {
  const { course } = run;
  const cue = course.cues[index];
  const part = cue.part;
  const isReady = cue.kind === "ready";
  Object.assign(named("run").dataset, { role: cue.role, kind: cue.kind });
  tell("count", `${part.number + 1} of ${course.parts.length}`);
  tell("name", part.name);
  tell("kind", KIND_WORDS[cue.kind] ?? cue.kind);
  tell("text", cue.text);
  tell("breath", cue.breath && `Breath: ${cue.breath}`);
  tell("marks", isReady ? part.marks : `${part.marks} ${part.notes}`.trim()); // it says them itself
  tell("reps", isReady ? "" : countText(cue));
  showSide(isReady ? part.side : cue.side, isReady && part.isFirst);
  showPicture(part, cue);
  tell("next", isReady ? "" : nextText(course, index));
  named("bar").setAttribute("aria-valuenow", String(Math.round((cue.at / course.lasts) * 100)));
}

function countText(cue) {
  const reps = cue.reps > 1 ? `Repetition ${cue.rep} of ${cue.reps}` : "";
  const sets = cue.sets > 1 ? `Set ${cue.set} of ${cue.sets}` : "";
  return [reps, sets].filter(Boolean).join(" – ");
}

function showSide(side, isFirst) {
  const letter = side.slice(0, 1).toUpperCase();
  named("side").hidden = !side;
  named("letter").textContent = letter;
  named("side-words").textContent = `${letter}${side.slice(1)} side${isFirst ? " first" : ""}`;
}

/** Show the picture of an exercise; the page has it with the right side working, or beginning. */
function showPicture(part, cue) {
  const box = named("picture");
  box.classList.toggle("gs-mirrored", (cue.side || part.side) === "left");
  if (box.dataset.shown === part.exercise) return;
  box.dataset.shown = part.exercise;
  const picture = pictureOf(part.exercise);
  box.replaceChildren(...(picture ? [picture] : []));
  box.hidden = !picture;
}

/** Say what comes: the next cue of the exercise, and the next exercise. */
function nextText(course, index) {
  const cue = course.cues[index];
  const then = course.cues[index + 1];
  if (!then) return "Then you are done.";
  const nextPart = course.parts[cue.part.number + 1];
  const soon = then.part === cue.part ? `Then: ${thenText(then)}. ` : "";
  return `${soon}${nextPart ? `Next: ${nextPart.name}` : "The last exercise"}`;
}

function thenText(cue) {
  const what = (KIND_WORDS[cue.kind] ?? cue.kind).toLowerCase();
  return cue.lasts >= 1 ? `${what} ${clockWords(cue.lasts)}` : what;
}

function clockWords(seconds) {
  return seconds < 60 ? `${Math.round(seconds)} s` : `${clockText(seconds)} min`;
}

/** Show all that changes with the seconds. */
function showTime(run, place, isCalm) {
  const cue = run.course.cues[run.index];
  const left = Math.max(0, cue.ends - place);
  const shown = isCalm ? Math.ceil(left) : left;
  tell("seconds", left > 60 ? clockText(left) : String(Math.ceil(left)));
  named("seconds").toggleAttribute("data-long", left > 60);
  tell("left", `${clockText(run.course.lasts - place)} left`);
  const gone = 1 - Math.min(1, shown / cue.lasts);
  named("arc").style.strokeDashoffset = String(Math.round(1000 * gone));
  named("bar-done").style.width = `${((100 * place) / run.course.lasts).toFixed(1)}%`;
}

/** Show whether the session runs, waits or stands, and why. */
function showPace(state, why = "") {
  named("run").dataset.state = state;
  named("pause").textContent = { runs: "Pause", waits: "I am ready", stands: "Go on" }[state];
  tell("say", why);
}
