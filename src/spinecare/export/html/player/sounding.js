// Sounding: beeps, the browser's own voice, and a screen that stays awake. Each may be missing.

/** Notes of a signal: hertz, seconds after its beginning, seconds it sounds. */
const NOTES = {
  count: [[660, 0, 0.07]],
  effort: [[880, 0, 0.3]],
  relax: [[587, 0, 0.18], [392, 0.2, 0.4]],
  sides: [[523, 0, 0.15], [784, 0.18, 0.15], [523, 0.36, 0.15], [784, 0.54, 0.25]],
  end: [[523, 0, 0.2], [659, 0.22, 0.2], [784, 0.44, 0.6]],
};
const LOUDNESS = 0.25;

/** Return the beeper. `wake` must be called from a click: browsers give no sound before one. */
function newBeeper(isOn) {
  let context = null;
  const wake = () => {
    const Context = window.AudioContext ?? window.webkitAudioContext;
    if (!isOn() || !Context) return;
    context ??= new Context();
    context.resume?.()?.catch?.(() => {});
  };
  const beep = (signal) => {
    if (!isOn() || !context) return;
    for (const [hertz, after, lasts] of NOTES[signal]) playNote(context, hertz, after, lasts);
  };
  return { wake, beep };
}

function playNote(context, hertz, after, lasts) {
  const begins = context.currentTime + after;
  const tone = context.createOscillator();
  const gain = context.createGain();
  tone.frequency.value = hertz;
  gain.gain.setValueAtTime(0, begins);
  gain.gain.linearRampToValueAtTime(LOUDNESS, begins + 0.01);
  gain.gain.linearRampToValueAtTime(0, begins + lasts);
  tone.connect(gain).connect(context.destination);
  tone.start(begins);
  tone.stop(begins + lasts + 0.02);
}

/** Return the voice: it says one thing at a time, the newest. */
function newVoice(choices) {
  const speech = window.speechSynthesis;
  const hush = () => {
    if (speech?.speaking || speech?.pending) speech.cancel();
  };
  const say = (text) => {
    if (!speech || !choices().voice || !text) return;
    hush();
    const words = new SpeechSynthesisUtterance(text);
    words.lang = "en-GB";
    words.rate = choices().rate;
    speech.speak(words);
  };
  return { say, hush, isThere: Boolean(speech) };
}

/** Return the lamp: while it is held, the screen stays on. A tab that was hidden asks again. */
function newLamp() {
  let lock = null;
  let isWanted = false;
  const ask = async () => {
    if (!isWanted || lock || document.hidden || !navigator.wakeLock) return;
    try {
      const given = await navigator.wakeLock.request("screen");
      if (isWanted && !lock) {
        lock = given;
        lock.addEventListener?.("release", () => { lock = null; });
      } else {
        await given.release();
      }
    } catch {
      lock = null; // refused: on a file without a server, or when the battery is low
    }
  };
  document.addEventListener("visibilitychange", ask);
  return {
    hold() {
      isWanted = true;
      return ask();
    },
    release() {
      isWanted = false;
      const held = lock;
      lock = null;
      held?.release().catch(() => {});
    },
  };
}
