// Who says what: a table of counts in which every number leads to its search.
import { h } from "./dom.js";

const SHADES = 4;

/** A table of the API as a table of the page. link makes the attributes of a link to the search behind a choice of values. */
export function matrixTable(table, words, caption, link) {
  const most = Math.max(1, ...table.cells.flat());
  const shade = (n) => n && Math.ceil(SHADES * Math.sqrt(n / most)); // few is not nothing
  const head = (scope, facet) => (v) => h("th", { scope, part: "head" }, h("a", { dir: "auto", ...link({ [facet]: v.value }) }, v.label));
  const cell = (row) => (n, i) => {
    const col = table.col_values[i];
    const to = n && { ...link({ [table.rows]: row.value, [table.cols]: col.value }), "aria-label": `${words.number(n)}: ${row.label}, ${col.label}` };
    return h("td", { part: "cell", "data-shade": shade(n) }, n ? h("a", to, words.number(n)) : words.number(0));
  };
  return h("div", { part: "scroll", role: "region", tabindex: 0, "aria-labelledby": "caption" },
    h("table", {},
      h("caption", { part: "label", id: "caption" }, caption),
      h("thead", {}, h("tr", {}, h("td"), table.col_values.map(head("col", table.cols)))),
      h("tbody", {}, table.row_values.map((row, i) =>
        h("tr", {}, head("row", table.rows)(row), table.cells[i].map(cell(row)))))));
}
