// Reading: the rows of the page's data become sessions, parts and cues that say what they are.

/** Seconds to get ready where a session begins at once with an exercise. */
const LEAD_IN_S = 10;

/** Return the plan of a page: its sessions in order, and the answers it offers. */
function readBook(data) {
  const { generator, plan, stops, symptoms, characters, stopping, reasons } = data;
  const sessions = data.sessions.map((row) => readSession(row, data));
  return { generator, plan, stops, symptoms, characters, stopping, reasons, sessions };
}

/** Return a session; its course (parts and cues) is made when it is first asked for. */
function readSession([id, date, time, title, length, notes, course], data) {
  let made = null;
  return {
    id,
    date,
    time,
    title: data.texts[title],
    length: data.texts[length],
    notes: notes.map((note) => data.texts[note]),
    get course() {
      made ??= readCourse(data.courses[course], data);
      return made;
    },
  };
}

/** Return the parts of a session, and their cues in one row, with the time from its beginning. */
function readCourse(places, data) {
  const parts = places.map((place) => readPart(data.parts[place], data));
  const cues = [];
  let at = 0;
  parts.forEach((part, number) => {
    part.number = number;
    part.at = at;
    if (number === 0) part.cues.unshift(...leadIn(part));
    for (const cue of part.cues) {
      cue.part = part;
      cue.at = at;
      cue.ends = at += cue.lasts;
      cues.push(cue);
    }
    part.ends = at;
    part.works = part.cues.find((cue) => cue.kind !== "ready")?.at ?? part.at;
  });
  return { parts, cues, lasts: at };
}

function readPart([exercise, dose, purpose, side, isFirst, how, marks, notes, row], data) {
  const [id, name] = data.exercises[exercise];
  const [sets, reps, hold_s, mass_kg, isReduced, duration_s] = data.doses[dose];
  return {
    exercise: id,
    name: data.texts[name],
    how: data.texts[how],
    planned: { sets, reps, hold_s, mass_kg, is_reduced: Boolean(isReduced), duration_s },
    purpose: data.purposes[purpose],
    side: ["", "left", "right"][side],
    isFirst: Boolean(isFirst), // the other side follows
    marks: data.texts[marks],
    notes: data.texts[notes],
    cues: readRow(row, data),
  };
}

/** Return the cues of a part: a pair in its row says which set and repetition begin. */
function readRow(row, data) {
  const cues = [];
  let [set, rep] = [1, 1];
  for (const place of row) {
    if (Array.isArray(place)) {
      [set, rep] = place;
    } else {
      const [shape, say] = data.cues[place];
      cues.push({ ...readShape(data.shapes[shape], data), say: data.texts[say], set, rep });
    }
  }
  return cues;
}

function readShape([kind, role, lasts, text, breath, side, reps, sets], data) {
  return {
    kind: data.kinds[kind],
    role: data.roles[role],
    lasts,
    text: data.texts[text],
    breath: data.texts[breath],
    side: ["", "left", "right"][side],
    reps,
    sets,
  };
}

/** Return a cue to get ready by, where the session leaves no time for its first exercise. */
function leadIn(part) {
  const first = part.cues[0];
  if (first.kind === "ready") return [];
  const { say } = first;
  first.say = ""; // said while there is time to listen
  const ready = { kind: "ready", role: "neutral", lasts: LEAD_IN_S };
  return [{ ...first, ...ready, text: part.how, breath: "", say }];
}

/** Return the index of the cue at a place in time; the last one at the end. */
function cueAt(course, place) {
  const index = course.cues.findIndex((cue) => place < cue.ends);
  return index < 0 ? course.cues.length - 1 : index;
}

/** Return where "back" leads: to the start of this part or, just after it, to the one before. */
function placeBack(course, place) {
  const part = course.cues[cueAt(course, place)].part;
  const isJustBegun = place - part.at < 3;
  return (isJustBegun && course.parts[part.number - 1] ? course.parts[part.number - 1] : part).at;
}

const RELIEF = ["opening", "relief"];
const RESTS = ["rest", "closing", "way-up"];

/** Return where the relief positions end that open a session; 0 where none does. */
function reliefEnds({ parts, lasts }) {
  const isRelief = ({ purpose }) => RELIEF.includes(purpose);
  const isRest = ({ purpose }) => isRelief({ purpose }) || RESTS.includes(purpose);
  if (parts.some(isRelief) && parts.every(isRest)) return lasts; // the way up too
  return parts.find((part) => !isRelief(part))?.at ?? lasts;
}
