// Making: the few kinds of element that the session adds to its page. All text is set as text.

/** Return the element of the guided session with this name. */
function named(name) {
  return document.getElementById(`gs-${name}`);
}

/** Return a new element with properties and children; a child may be text. */
function make(tag, properties = {}, ...children) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}

/** Put text where it is shown, and hide the place when there is none. */
function tell(name, text) {
  const element = named(name);
  if (element.textContent !== text) element.textContent = text;
  element.hidden = !text;
}

function onClick(name, act) {
  named(name).addEventListener("click", act);
}

/** Fill a list with lines; an empty list is hidden. */
function fillList(name, lines) {
  named(name).replaceChildren(...lines.map((line) => make("li", {}, line)));
  named(name).hidden = lines.length === 0;
}

/** Ask for a number from 0 to 10, or unknown, in a box. Return what reads and sets the answer. */
function askPain(name, question, act = () => {}) {
  const box = named(name);
  const buttons = ["", ...Array(11).keys()].map((value) => {
    const input = make("input", { type: "radio", name: `gs-${name}-value`, value: String(value) });
    input.addEventListener("change", act);
    const text = make("span", {}, value === "" ? "unknown" : String(value));
    return { input, label: make("label", {}, input, text) };
  });
  const row = make("div", { className: "gs-scale" }, ...buttons.map(({ label }) => label));
  const ends = make("p", { className: "gs-quiet" }, "0 is none, 10 the worst you can think of.");
  box.replaceChildren(make("fieldset", {}, make("legend", {}, question), row, ends));
  const set = (value) => {
    for (const { input } of buttons) input.checked = input.value === String(value ?? "");
  };
  set(null);
  return { set, get: () => numberOf(buttons.find(({ input }) => input.checked)?.input.value) };
}

/** Ask which of these answers (value and words) fit. Return what reads and sets the answer. */
function askWhich(name, question, answers, act = () => {}) {
  const inputs = answers.map(([value]) => make("input", { type: "checkbox", value }));
  const labels = inputs.map((input, at) => make("label", {}, input, ` ${answers[at][1]}`));
  for (const input of inputs) input.addEventListener("change", act);
  named(name).replaceChildren(make("fieldset", {}, make("legend", {}, question), ...labels));
  const set = (chosen) => {
    for (const input of inputs) input.checked = chosen.includes(input.value);
  };
  return { set, get: () => inputs.filter((input) => input.checked).map((input) => input.value) };
}

/** Return a list to choose one value from; the first choice means "unknown". */
function choiceOf(id, question, values, chosen = null) {
  const options = [["", "unknown"], ...values];
  const list = make("select", { id });
  list.append(...options.map(([value, text]) => make("option", { value }, text)));
  list.value = String(chosen ?? "");
  return { line: make("p", {}, make("label", { htmlFor: id }, question), " ", list), list };
}

const PAINS = [...Array(11).keys()].map((value) => [String(value), String(value)]);

/** Return the number that a text is, or nothing for an answer that is not known. */
function numberOf(text) {
  return text === "" || text === undefined ? null : Number(text);
}
