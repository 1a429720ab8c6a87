// Following: where a session is in time. Nothing here reads a clock; `now` is given, in ms.

/** A gap between two looks at the clock that means: the device slept. */
const SLEPT_MS = 5000;

/** Return a watch that stands at a place of a course, in seconds. */
function newWatch(course, place = 0) {
  return { course, place, since: null, seen: null };
}

/** Return where a watch is. It follows the clock alone, so that nothing adds up to a delay. */
function placeOf(watch, now) {
  const ran = watch.since === null ? 0 : (now - watch.since) / 1000;
  return Math.min(watch.course.lasts, watch.place + ran);
}

function isGoing(watch) {
  return watch.since !== null;
}

function setGoing(watch, now) {
  if (!isGoing(watch)) Object.assign(watch, { since: now, seen: now });
}

function setStill(watch, now) {
  Object.assign(watch, { place: placeOf(watch, now), since: null });
}

function moveTo(watch, place, now) {
  watch.place = Math.max(0, Math.min(watch.course.lasts, place));
  if (isGoing(watch)) Object.assign(watch, { since: now, seen: now });
}

/** Note a look at the clock. Say whether the device slept since the last; then the watch stands. */
function look(watch, now) {
  const gap = isGoing(watch) ? now - watch.seen : 0;
  if (gap > SLEPT_MS) setStill(watch, watch.seen);
  if (gap < 0) moveTo(watch, placeOf(watch, watch.seen), now); // the device's clock was put back
  watch.seen = now;
  return gap > SLEPT_MS;
}

/** Return the signals between two places: what begins, the last three seconds, the end. */
function signalsBetween(course, before, after) {
  const signals = [];
  for (const cue of course.cues) {
    if (cue.at > after) break;
    if (cue.ends < before) continue;
    if (before < cue.at && cue.at <= after) signals.push(signalOf(cue));
    if (cue.lasts >= 6) signals.push(...countsOf(cue, before, after));
  }
  if (before < course.lasts && course.lasts <= after) signals.push("end");
  return signals.filter(Boolean);
}

/** Return how a cue sounds when it begins; the way into an effort is not yet one. */
function signalOf(cue) {
  if (cue.kind === "change") return "sides";
  if (cue.role === "relax") return "relax";
  const isEffort = cue.kind === "stretch" || (cue.role === "stress" && cue.kind !== "setup");
  return isEffort ? "effort" : "";
}

function countsOf(cue, before, after) {
  const moments = [3, 2, 1].map((left) => cue.ends - left);
  return moments.filter((moment) => before < moment && moment <= after).map(() => "count");
}

/** Return a length as 8:05. */
function clockText(seconds) {
  const whole = Math.max(0, Math.ceil(seconds));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}
