// Taking: the kept answers, the mornings after, and the journal that a program reads.

function showKept(app) {
  const { records } = app.shelf.kept;
  named("kept").hidden = records.length === 0;
  const stays = app.shelf.lasts
    ? "They stay on this device until you remove them."
    : "This browser keeps nothing: take them before you close the page.";
  const count = records.length === 1 ? "1 session" : `${records.length} sessions`;
  tell("kept-text", `From ${count}. ${stays} Nothing is sent anywhere.`);
  const mornings = records.map((record, number) => morningsOf(app, record, number));
  named("mornings").replaceChildren(...mornings);
  tell("taken", "");
  showJournal(app);
}

const MORNINGS = [
  { field: "next_morning", days: 1, question: "Pain the next morning " },
  { field: "second_morning", days: 2, question: "Pain the morning after that " },
];

/** Ask about the two mornings after a session, once they have come. */
function morningsOf(app, record, number) {
  const [date, time] = record.started.split("T");
  const heading = make("h4", {}, `${record.title}, ${dayText({ date, time })}`);
  const due = MORNINGS.filter(({ days }) => daysSince(date) >= days);
  if (due.length > 0) {
    const lines = due.map((morning) => morningLine(app, record, morning, number));
    return make("div", {}, heading, ...lines);
  }
  const later = "Note your pain tomorrow morning, and the morning after.";
  return make("div", {}, heading, make("p", { className: "gs-quiet" }, later));
}

function morningLine(app, record, { field, question }, number) {
  const known = record.mornings[field]?.pain;
  const { line, list } = choiceOf(`gs-${field}-${number}`, question, PAINS, known);
  list.addEventListener("change", () => {
    const pain = numberOf(list.value);
    if (pain === null) delete record.mornings[field];
    else record.mornings[field] = { pain, at: new Date().toISOString() };
    app.taken = false;
    app.shelf.keep({});
    showJournal(app);
  });
  return line;
}

/** Return how many days a date lies behind the device's today. */
function daysSince(day) {
  const midnight = (text) => new Date(`${text}T00:00:00Z`).getTime();
  return Math.round((midnight(localTime(new Date()).slice(0, 10)) - midnight(day)) / 86_400_000);
}

function showJournal(app) {
  named("json").value = journalText(app.shelf.kept.records, app.book);
}

function download(app) {
  const file = new Blob([named("json").value], { type: "application/json" });
  const address = URL.createObjectURL(file);
  const link = make("a", { href: address, download: "journal.json" });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
  tell("taken", "Saved as journal.json.");
  app.taken = true;
}

async function copy(app) {
  try {
    await navigator.clipboard.writeText(named("json").value);
    tell("taken", "Copied.");
    app.taken = true;
  } catch {
    named("json").closest("details").open = true;
    named("json").select();
    tell("taken", "The browser does not let this page copy. The text is marked: copy it yourself.");
  }
}

/** Remove what was answered from the device; asked twice where nobody took it yet. */
function forget(app) {
  if (!app.taken) {
    app.taken = true;
    tell("taken", "You have not taken these answers yet. Press again to remove them all the same.");
    return;
  }
  app.taken = false;
  app.shelf.keep({ records: [] });
  showPage(app);
  named("session").focus();
}
