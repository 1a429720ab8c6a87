// Reads iCalendar files with ical.js and with node-ical, and prints what they say as JSON:
// {file: {"ical.js": events, "node-ical": events}}, each event with id, texts and occurrences.
// Usage: node read_calendars.mjs FILE …
import { readFileSync } from "node:fs";
import ICAL from "ical.js";
import nodeIcal from "node-ical";

const FROM = new Date("2026-01-01T00:00:00Z");
const TO = new Date("2028-01-01T00:00:00Z");
const MOST = 2000; // occurrences of a series; none of ours has as many

// Moments in UTC, to the second.
const stamp = (date) => new Date(date).toISOString().replace(".000Z", "Z");
const moment = (time) => stamp(time.toUnixTime() * 1000);

function byIcalJs(text) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  // As Thunderbird does: only zones that the file itself describes are known.
  ICAL.TimezoneService.reset();
  for (const zone of calendar.getAllSubcomponents("vtimezone")) {
    ICAL.TimezoneService.register(new ICAL.Timezone(zone));
  }
  return calendar.getAllSubcomponents("vevent").map((component) => {
    const event = new ICAL.Event(component);
    const occurrences = [];
    if (event.isRecurring()) {
      const iterator = event.iterator();
      for (let next = iterator.next(); next && occurrences.length < MOST; next = iterator.next()) {
        const details = event.getOccurrenceDetails(next);
        occurrences.push([moment(details.startDate), moment(details.endDate)]);
      }
    } else {
      occurrences.push([moment(event.startDate), moment(event.endDate)]);
    }
    return {
      uid: event.uid,
      status: component.getFirstPropertyValue("status"),
      summary: event.summary ?? "",
      description: event.description ?? "",
      location: event.location ?? "",
      alarms: component.getAllSubcomponents("valarm").map((alarm) =>
        alarm.getFirstPropertyValue("trigger").toSeconds()),
      occurrences,
    };
  });
}

function byNodeIcal(text) {
  return Object.values(nodeIcal.sync.parseICS(text))
    .filter((component) => component.type === "VEVENT")
    .map((event) => ({
      uid: event.uid,
      status: event.status,
      summary: event.summary ?? "",
      description: event.description ?? "",
      location: event.location ?? "",
      occurrences: event.rrule
        ? nodeIcal.expandRecurringEvent(event, { from: FROM, to: TO })
          .map(({ start, end }) => [stamp(start), stamp(end)])
        : [[stamp(event.start), stamp(event.end)]],
    }));
}

const found = {};
for (const file of process.argv.slice(2)) {
  const text = readFileSync(file, "utf8");
  found[file] = { "ical.js": byIcalJs(text), "node-ical": byNodeIcal(text) };
}
process.stdout.write(JSON.stringify(found));
