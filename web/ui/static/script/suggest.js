// Suggestions while somebody types, after the combobox pattern of the ARIA
// Authoring Practices: arrows move, Enter takes, Escape closes, and focus stays in
// the box. Without this the box is a plain one.
(() => {
  "use strict";
  const WAIT = 120; // ms without a key before the service is asked
  const box = document.getElementById("q");
  const form = box?.form;
  if (!form) return;

  const titles = new Map(form.dataset.titles.split(";").map((pair) => pair.split("=")));
  const list = document.createElement("ul");
  list.id = "suggestions";
  list.className = "suggestions";
  list.hidden = true;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", form.dataset.suggestions);

  const hint = document.createElement("span");
  hint.id = "suggestions-hint";
  hint.className = "visually-hidden";
  hint.textContent = form.dataset.hint;

  let items = [];
  let at = -1;
  let timer;
  let asked;

  // A search without a reload puts another form in place of this one.
  const input = () => document.getElementById("q");
  const equip = () => {
    const q = input();
    if (!q || q.hasAttribute("aria-controls")) return;
    q.closest(".searchbox").append(list, hint);
    q.setAttribute("role", "combobox");
    q.setAttribute("aria-autocomplete", "list");
    q.setAttribute("aria-controls", list.id);
    q.setAttribute("aria-expanded", "false");
  };

  // How the list is used is said of an empty box; later it would only be in the way.
  const explain = () => {
    if (input().value) input().removeAttribute("aria-describedby");
    else input().setAttribute("aria-describedby", hint.id);
  };

  const move = (to) => {
    at = to;
    [...list.children].forEach((li, i) => li.setAttribute("aria-selected", String(i === at)));
    if (at < 0) input()?.removeAttribute("aria-activedescendant");
    else {
      input().setAttribute("aria-activedescendant", list.children[at].id);
      list.children[at].scrollIntoView({ block: "nearest" });
    }
  };

  const open = (yes) => {
    list.hidden = !yes;
    input()?.setAttribute("aria-expanded", String(yes));
    if (!yes) move(-1);
  };

  const take = (i) => {
    input().value = items[i].query;
    open(false);
    input().form.requestSubmit();
  };

  const draw = () => {
    list.replaceChildren(...items.map((s, i) => {
      const li = document.createElement("li");
      li.id = "suggestion-" + i;
      li.setAttribute("role", "option");
      li.setAttribute("aria-selected", "false");
      const label = document.createElement("span");
      label.dir = "auto";
      label.textContent = s.label;
      const kind = document.createElement("small");
      kind.textContent = titles.get(s.field) ?? "";
      li.append(label, kind);
      // Before the box loses the focus, which closes the list.
      li.addEventListener("mousedown", (e) => {
        e.preventDefault();
        take(i);
      });
      return li;
    }));
    at = -1;
    open(items.length > 0);
    document.getElementById("status").textContent = form.dataset.suggestions + ": " + items.length;
  };

  const refresh = async () => {
    asked?.abort();
    const q = input().value.trim();
    if (q.length < 2) {
      open(false);
      return;
    }
    asked = new AbortController();
    const params = new URLSearchParams({ q, size: 8, lang: document.documentElement.lang });
    try {
      const response = await fetch("/api/v1/suggest?" + params, { signal: asked.signal });
      items = response.ok ? (await response.json()).suggestions : [];
    } catch {
      return; // asked anew, or the search does without
    }
    if (document.activeElement === input() && q === input().value.trim()) draw();
  };

  document.addEventListener("focusin", (e) => {
    if (e.target.id !== "q") return;
    equip();
    explain();
  });
  document.addEventListener("input", (e) => {
    if (e.target.id !== "q") return;
    equip();
    explain();
    clearTimeout(timer);
    timer = setTimeout(refresh, WAIT);
  });
  document.addEventListener("focusout", (e) => {
    if (e.target.id === "q") open(false);
  });
  document.addEventListener("submit", () => {
    clearTimeout(timer);
    asked?.abort();
    if (list.isConnected) open(false);
  }, true);
  document.addEventListener("keydown", (e) => {
    if (e.target.id !== "q" || list.hidden || e.isComposing) return;
    const n = items.length;
    if (e.key === "ArrowDown") move((at + 1) % n);
    else if (e.key === "ArrowUp") move(at < 1 ? n - 1 : at - 1);
    else if (e.key === "Escape") open(false);
    else if (e.key === "Enter" && at >= 0) take(at);
    else return;
    e.preventDefault();
  });
})();
