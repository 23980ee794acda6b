// An editable combobox with a list of suggestions, after the pattern of the ARIA
// Authoring Practices: arrows move, Enter takes, Escape closes, and focus stays in
// the box.
import { h } from "./dom.js";

const WAIT = 150; // ms without a key before the service is asked

/** Makes a combobox of an input, with its list, what is heard of the list, and how it is used. */
export function combobox({ input, list, heard, hint }, { ask, choose, words }) {
  let asked;
  let timer;
  let items = [];
  let at = -1;
  for (const [name, value] of [["role", "combobox"], ["aria-autocomplete", "list"], ["aria-controls", list.id], ["aria-expanded", "false"]]) {
    input.setAttribute(name, value);
  }

  // How it is used is said of an empty box; later it would only be in the way.
  const explain = () => {
    if (input.value) input.removeAttribute("aria-describedby");
    else input.setAttribute("aria-describedby", hint.id);
  };
  explain();

  const open = (yes) => {
    list.hidden = !yes;
    input.setAttribute("aria-expanded", String(yes));
    // Said once the list stands, for those who do not see it.
    heard.textContent = yes ? `${words.suggestions}: ${words.number(items.length)}` : "";
    if (!yes) move(-1);
  };

  const move = (to) => {
    at = to;
    [...list.children].forEach((li, i) => li.setAttribute("aria-selected", String(i === at)));
    if (at < 0) input.removeAttribute("aria-activedescendant");
    else {
      input.setAttribute("aria-activedescendant", "s" + at);
      list.children[at].scrollIntoView({ block: "nearest" });
    }
  };

  const take = (i) => {
    open(false);
    choose(items[i]);
  };

  const refresh = async () => {
    asked?.abort();
    const q = input.value.trim();
    if (q.length < 2) {
      open(false);
      return;
    }
    asked = new AbortController();
    try {
      items = (await ask(q, asked.signal)).suggestions || [];
    } catch {
      items = []; // the search itself goes without
    }
    if (q !== input.value.trim() || input.getRootNode().activeElement !== input) return;
    list.replaceChildren(...items.map((s, i) => h("li", {
      part: "suggestion", role: "option", id: "s" + i, "aria-selected": "false",
      // Before the box loses the focus, which closes the list.
      onmousedown: (e) => {
        e.preventDefault();
        take(i);
      },
    }, h("span", { dir: "auto" }, s.label), h("small", {}, words.facets[s.field] || ""))));
    at = -1;
    open(items.length > 0);
  };

  input.addEventListener("focus", explain);
  input.addEventListener("input", () => {
    explain();
    clearTimeout(timer);
    timer = setTimeout(refresh, WAIT);
  });
  input.addEventListener("blur", () => open(false));
  input.addEventListener("keydown", (e) => {
    const n = items.length;
    if (e.isComposing || list.hidden) return;
    if (e.key === "ArrowDown") move((at + 1) % n);
    else if (e.key === "ArrowUp") move(at < 1 ? n - 1 : at - 1);
    else if (e.key === "Escape") open(false);
    else if (e.key === "Enter" && at >= 0) take(at);
    else return;
    e.preventDefault();
  });
  input.form?.addEventListener("submit", () => {
    clearTimeout(timer);
    asked?.abort();
    open(false);
  });
}
