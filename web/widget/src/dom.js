// Elements, made without ever reading text as markup.

/** An element with attributes (or properties that are functions or booleans) and children. */
export function h(name, props = {}, ...children) {
  const e = document.createElement(name);
  for (const [key, value] of Object.entries(props)) {
    if (value === null || value === undefined || value === false) continue;
    if (key.startsWith("on")) e.addEventListener(key.slice(2), value);
    else e.setAttribute(key, value === true ? "" : value);
  }
  e.append(...children.flat(2).filter((c) => c || c === 0));
  return e;
}

/** A text with its marks, which count code points. */
export function marked(text, marks) {
  const points = Array.from(text);
  const out = [];
  let at = 0;
  for (const [from, to] of marks) {
    out.push(points.slice(at, from).join(""), h("mark", { part: "mark" }, points.slice(from, to).join("")));
    at = to;
  }
  out.push(points.slice(at).join(""));
  return out;
}

/** How a speaker is named. */
export function who(s) {
  return [s.honorific, s.name].filter(Boolean).join(" ") || s.as_printed || s.organisation || "…";
}

/** As what a speaker speaks, and for which State. */
export function role(s, words) {
  const state = words.state(s.country);
  return [s.role, s.organisation, state !== who(s) && state].filter(Boolean).join(", ");
}

/** Where a turn stands: its report, date and page. */
export function source(turn, words, page) {
  const parts = [turn.report.title, turn.report.date && words.date(turn.report.date), page && words.page + " " + words.number(page)].filter(Boolean);
  return parts.map((text) => h("span", { dir: "auto" }, text));
}
