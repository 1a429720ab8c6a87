// Picturing: the page has a drawing of each exercise; the session shows it by reference.

/** Return a picture of an exercise, or nothing where the page has none. */
function pictureOf(exercise) {
  const drawing = document.getElementById(`fig-${exercise}`);
  if (!drawing) return null;
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const use = document.createElementNS("http://www.w3.org/2000/svg", "use");
  use.setAttribute("href", `#${drawing.id}`);
  svg.setAttribute("aria-hidden", "true");
  svg.setAttribute("focusable", "false");
  const box = drawing.getAttribute("viewBox");
  if (box) svg.setAttribute("viewBox", box);
  svg.append(use);
  return svg;
}
