// Screening: whether a session may begin, and what pain during an exercise means (rules R1 and R2).
// The library gives the limits: up to SAFE_PAIN relief need not come first, above MOST_PAIN nothing
// is begun.

/** Return whether a session may begin: "start", "unknown", "relief" or "no". */
function mayBegin(pain) {
  if (pain === null) return "unknown";
  if (pain > MOST_PAIN) return "no";
  return pain > SAFE_PAIN ? "relief" : "start";
}

/** Return what may follow what hurt: "stay" with the exercise, "leave" it out, "end". */
function afterHurt(pain, hasSign) {
  if (hasSign || (pain !== null && pain > MOST_PAIN)) return ["end"];
  return pain !== null && pain <= SAFE_PAIN ? ["leave", "end", "stay"] : ["leave", "end"];
}

/** What the screen before a session says to each answer: heading, text, whether signs follow. */
const BEFORE_TEXTS = {
  unknown: [
    "How much does it hurt now?",
    `The exercises begin only when you know that your pain is ${SAFE_PAIN} of 10 or less. ` +
      "Until then, rest in the position that eases you most.",
    false,
  ],
  relief: [
    "Relief first",
    "Take the position that eases your pain most and stay in it until the discomfort is gone. " +
      `Then rate it again. Still above ${SAFE_PAIN}: leave it at that today.`,
    false,
  ],
  still: [
    "Leave it at the relief position today",
    `Your pain is still above ${SAFE_PAIN}. Rest; tomorrow is another day. ` +
      "Or stay in relief longer, and rate it again.",
    false,
  ],
  held: [
    "First ask a clinician",
    "You noted a stop sign in an earlier session. Exercise again only when a clinician has " +
      "allowed it. Get medical advice, at once if you notice any of these:",
    true,
  ],
  no: [
    "Do not exercise now",
    `Above ${MOST_PAIN} of 10, do not start. Rest in the position that eases you most. ` +
      "Get medical advice, at once if you notice any of these:",
    true,
  ],
};

/** What the screen says to an exercise that hurt, by the answer that weighs most. */
function hurtText(pain, hasSign) {
  if (hasSign) return "A stop sign: end the session at once and get medical advice.";
  if (pain > MOST_PAIN) {
    return `Above ${MOST_PAIN} of 10: end the session, and rest as it eases you most.`;
  }
  if (pain !== null && pain <= SAFE_PAIN) return "";
  return "Leave this exercise out today. If it hurts even now, end the session.";
}

/** Whether something that hurt ends the session for today. */
function mustEnd(hurts) {
  return Object.values(hurts).some(({ pain, isSign }) => isSign || pain > MOST_PAIN);
}

/** Whether a session has ended for today: for what hurt, or for what was noted after it. */
function isEnded({ hurts, after }) {
  return mustEnd(hurts) || after.pain > MOST_PAIN || after.signs.length > 0;
}

/** Whether a stop sign was noted of a session. */
function signNoted({ hurts, after }) {
  return after.signs.length > 0 || Object.values(hurts).some(({ isSign }) => isSign);
}

/** Whether something that was noted is a stop sign. */
function isStopSign(symptoms, character, book) {
  return symptoms.length > 0 || character.some((one) => book.stopping.includes(one));
}
