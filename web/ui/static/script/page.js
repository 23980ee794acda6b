// The pages work without this. It saves a reload when a filter changes, lets "/"
// go to the search box, and shows in the text what a tag rests on.
(() => {
  "use strict";
  document.documentElement.classList.add("js");
  const form = () => document.getElementById("search");
  const box = () => document.getElementById("q");

  // Searching without a reload: fetch the page, put its main part in place of
  // ours. If anything is in the way, go there as a link does.
  let turn = 0;
  let typed; // timer of somebody who types
  let begun = false; // whether what is typed has its place in the history
  let here = location.pathname + location.search;
  const load = async (url, push, typing = false) => {
    const mine = ++turn;
    clearTimeout(typed);
    try {
      const response = await fetch(url, { headers: { Accept: "text/html" } });
      const page = new DOMParser().parseFromString(await response.text(), "text/html");
      if (mine !== turn) return;
      const main = page.getElementById("main");
      if (!main || !form() || !page.getElementById("search")) throw new Error("not a page like ours");
      const focused = document.activeElement?.id;
      const filters = document.querySelector(".filters")?.open;
      const open = new Map([...document.querySelectorAll("details.group")].map((d) => [d.className, d.open]));
      if (typing && begun) history.replaceState(null, "", url);
      else if (push && url !== here) history.pushState(null, "", url);
      begun = typing;
      here = location.pathname + location.search;
      document.title = page.title;
      document.body.className = page.body.className;
      document.getElementById("main").replaceChildren(...main.childNodes);
      if (!typing) form().replaceWith(page.getElementById("search"));
      for (const id of ["nav", "foot"]) document.getElementById(id).replaceChildren(...page.getElementById(id).childNodes);
      document.dispatchEvent(new Event("briefsearch:shown"));
      for (const d of document.querySelectorAll("details.group")) d.open = open.get(d.className) ?? d.open;
      const panel = document.querySelector(".filters");
      if (panel && filters) panel.open = true;
      if (!typing && focused) document.getElementById(focused)?.focus({ preventScroll: true });
      document.getElementById("status").textContent = document.querySelector("[data-status]")?.textContent ?? document.title;
    } catch {
      location.assign(url);
    }
  };

  const urlOf = (f) => {
    const said = [...new FormData(f)].filter(([name, value]) => name === "q" || value !== "");
    return f.getAttribute("action") + "?" + new URLSearchParams(said);
  };

  const onSearch = () => document.body.classList.contains("page-search");

  document.addEventListener("submit", (e) => {
    if (e.target !== form()) return;
    e.preventDefault();
    const url = urlOf(e.target);
    if (onSearch()) load(url, true);
    else location.assign(url);
  });

  // Results follow what is typed, and one step back undoes all of it.
  const PAUSE = 350; // ms without a key
  document.addEventListener("input", (e) => {
    if (e.target !== box() || !onSearch()) return;
    clearTimeout(typed);
    typed = setTimeout(() => {
      const url = urlOf(form());
      if (url !== here) load(url, true, true);
    }, PAUSE);
  });

  document.addEventListener("change", (e) => {
    if (e.target !== box() && e.target.form === form() && onSearch()) load(urlOf(form()), true);
  });

  document.addEventListener("click", (e) => {
    const a = e.target.closest?.("a[data-swap]");
    if (!a || e.button || e.metaKey || e.ctrlKey || e.shiftKey || e.altKey) return;
    e.preventDefault();
    const far = a.closest(".pager");
    load(a.href, true).then(() => {
      if (!far) return;
      scrollTo({ top: 0, behavior: "instant" });
      document.getElementById("main").focus({ preventScroll: true });
    });
  });

  // Anchors within a page pass here too, and need nothing.
  addEventListener("popstate", () => {
    if (location.pathname + location.search !== here) load(location.href, false);
  });

  document.addEventListener("keydown", (e) => {
    if (e.key !== "/" || e.ctrlKey || e.metaKey || e.altKey) return;
    if (e.target.closest?.("input, textarea, select, [contenteditable]")) return;
    if (!box()) return;
    e.preventDefault();
    box().focus();
    box().select();
  });

  // A tag shows its evidence, and evidence its tags, under the pointer and with
  // the keyboard.
  const show = (tags) => {
    for (const m of document.querySelectorAll("mark[data-tags]")) {
      m.classList.toggle("on", tags.some((t) => m.dataset.tags.split(" ").includes(t)));
    }
    for (const li of document.querySelectorAll("[data-tag]")) li.classList.toggle("on", tags.includes(li.dataset.tag));
  };
  const point = (e) => {
    const at = e.target.closest?.("[data-tag], mark[data-tags]");
    if (at) show(at.dataset.tag ? [at.dataset.tag] : at.dataset.tags.split(" "));
    else if (document.querySelector(".on[data-tag], mark.on")) show([]);
  };
  document.addEventListener("pointerover", point);
  document.addEventListener("focusin", point);

  // Copying: a code sample as it stands, or a quotation with its reference. What
  // is selected in the text is quoted, and the whole text when nothing is.
  const quoted = () => {
    const text = document.querySelector(".turn-text");
    const selection = getSelection();
    const chosen = selection.rangeCount && text.contains(selection.anchorNode) ? selection.toString() : "";
    return chosen.trim() || [...text.querySelectorAll("p")].map((p) => {
      const copy = p.cloneNode(true);
      for (const page of copy.querySelectorAll(".pagebreak")) page.remove();
      return copy.textContent.replace(/\s+/g, " ").trim();
    }).join("\n\n");
  };
  // Sites without TLS have no clipboard, but the old command.
  const copy = async (text) => {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      const field = document.createElement("textarea");
      field.value = text;
      field.className = "visually-hidden";
      document.body.append(field);
      field.select();
      const done = document.execCommand("copy");
      field.remove();
      return done;
    }
  };
  document.addEventListener("click", async (e) => {
    const button = e.target.closest?.("button.copy");
    if (!button) return;
    const text = "quote" in button.dataset
      ? `“${quoted()}”\n\n${document.getElementById("reference").textContent}`
      : document.getElementById(button.dataset.copy).textContent.trim();
    if (!await copy(text)) return;
    document.getElementById("status").textContent = button.dataset.done ?? "";
    button.classList.add("done");
    setTimeout(() => button.classList.remove("done"), 2000);
  });
})();
