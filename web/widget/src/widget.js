// <briefing-search>: search in the reports of a Briefsearch, on any page.
//
// Everything lives in one shadow root: the host page's styles do not reach in,
// and ours do not reach out. The sheet is a constructed one and no text becomes
// markup, so that the strictest policy of a host page is content.
import css from "./widget.css";
import { fetchJSON, parametersOf, FILTERS } from "./service.js";
import { combobox } from "./combobox.js";
import { matrixTable } from "./matrix.js";
import { h, marked, role, source, who } from "./dom.js";
import { wordsFor } from "./words.js";

// The script's own address is known only while it runs for the first time.
const home = new URL(document.currentScript?.src || location.href).origin;

const sheet = new CSSStyleSheet();
sheet.replaceSync(css);

const FACETS = ["rcp", "theme", "country", "year"];

class BriefingSearch extends HTMLElement {
  static observedAttributes = [
    "q", "size", "lang", "target", "facets", "endpoint", "intervention", "view", "mode", "rows", "cols", "label", "placeholder", "sort", "from", "to", "country-role",
    ...FILTERS,
  ];

  #root = this.attachShadow({ mode: "open", delegatesFocus: true });
  #state = { q: "", chosen: {}, hits: [], next: null };
  #parts = {};
  #turn = 0;
  #asked;
  #drawn = false;

  connectedCallback() {
    this.#root.adoptedStyleSheets = [sheet];
    if (this.stateName) {
      addEventListener("popstate", this.#restore);
      this.#readURL();
    }
    this.#draw();
  }

  disconnectedCallback() {
    removeEventListener("popstate", this.#restore);
    this.#turn++;
    this.#asked?.abort();
    this.#drawn = false;
  }

  // Several attributes may change at once; they are drawn once.
  attributeChangedCallback(name, before, after) {
    if (!this.#drawn || before === after) return;
    if (name === "q" && this.#parts.input) this.#parts.input.value = after || "";
    this.#drawn = false;
    queueMicrotask(() => this.isConnected && !this.#drawn && this.#draw());
  }

  /** Searches for these words, as if somebody had typed them. */
  search(q) {
    if (!this.#parts.input?.isConnected) this.#form(); // the service could not be reached, or something else was shown
    this.#parts.input.value = q;
    return this.#begin();
  }

  get endpoint() {
    return (this.getAttribute("endpoint") || home).replace(/\/+$/, "");
  }

  get stateName() {
    return this.getAttribute("url-state");
  }

  #draw() {
    this.#drawn = true;
    this.words = wordsFor(this.lang || this.closest("[lang]")?.lang || navigator.language);
    this.#root.host.toggleAttribute("data-rtl", this.words.dir === "rtl");
    const id = this.getAttribute("intervention");
    if (id) this.#quote(id);
    else if (this.getAttribute("view") === "matrix") this.#matrix();
    else this.#form();
  }

  // A new question takes the place of the one before.
  #ask(path, params) {
    this.#asked?.abort();
    this.#asked = new AbortController();
    return fetchJSON(this.endpoint, path, params, this.#asked.signal);
  }

  // The turn of an intervention, quoted with its source.
  async #quote(id) {
    const mine = ++this.#turn;
    const figure = h("figure", { part: "quote", "aria-busy": "true" });
    this.#root.replaceChildren(figure);
    try {
      const turn = await this.#ask("/interventions/" + encodeURIComponent(id));
      if (mine !== this.#turn) return;
      const paragraphs = turn.text.split("\n\n");
      const shown = paragraphs.slice(0, Math.max(1, +this.getAttribute("size") || 3));
      const url = this.endpoint + turn.url;
      figure.removeAttribute("aria-busy");
      figure.append(
        h("blockquote", { part: "passage", lang: turn.language, dir: "auto", cite: url }, shown.map((p) => h("p", {}, p))),
        h("figcaption", { part: "source" },
          h("a", { part: "title", href: url, ...this.#link(), onclick: (e) => this.#select(e, turn) }, who(turn.speaker)),
          role(turn.speaker, this.words) && h("span", { dir: "auto" }, role(turn.speaker, this.words)),
          ...source(turn, this.words, turn.page_from),
          shown.length < paragraphs.length && h("a", { part: "more", href: url, ...this.#link() }, this.words.whole)),
      );
    } catch (error) {
      if (mine === this.#turn) this.#fail(error);
    }
  }

  // Who says what, in numbers.
  async #matrix() {
    const mine = ++this.#turn;
    const w = this.words;
    const rows = this.getAttribute("rows") || "rcp";
    const cols = this.getAttribute("cols") || "theme";
    const params = parametersOf(this, 8);
    params.delete("sort");
    for (const [name, value] of [["q", this.getAttribute("q") || ""], ["rows", rows], ["cols", cols], ["lang", w.lang]]) params.set(name, value);
    const figure = h("figure", { part: "matrix", "aria-busy": "true" });
    const status = h("p", { part: "status", role: "status" });
    this.#root.replaceChildren(figure, status);
    this.#parts = { status };
    try {
      const table = await this.#ask("/matrix", params);
      if (mine !== this.#turn) return;
      figure.removeAttribute("aria-busy");
      const link = (values) => {
        const url = this.#searchURL(params, values);
        return { href: url, ...this.#link(), onclick: (e) => this.#tell("select", { url, values }) || e.preventDefault() };
      };
      status.textContent = table.total ? w.turns(table.total) : w.none;
      if (table.cells.length) figure.append(matrixTable(table, w, this.getAttribute("label") || `${w.facets[rows]} × ${w.facets[cols]}`, link));
      this.#tell("results", { total: table.total, table });
    } catch (error) {
      if (mine === this.#turn) this.#fail(error);
    }
  }

  // The page of a search, with some values instead of those of their facets.
  #searchURL(params, values = {}) {
    const url = new URLSearchParams(params);
    for (const name of ["size", "forms", "facets", "cursor", "rows", "cols"]) url.delete(name);
    for (const [facet, value] of Object.entries(values)) url.set(facet, value);
    return this.endpoint + "/?" + url;
  }

  #form() {
    const w = this.words;
    const label = this.getAttribute("label") || w.label;
    const p = this.#parts = {
      input: h("input", {
        part: "input", id: "q", name: "q", type: "search", autocomplete: "off", dir: "auto", enterkeyhint: "search", maxlength: 1000,
        placeholder: this.getAttribute("placeholder"), value: this.#parts.input?.value ?? (this.#state.q || this.getAttribute("q")),
      }),
      list: h("ul", { part: "suggestions", id: "list", role: "listbox", "aria-label": w.suggestions, hidden: true }),
      heard: h("span", { role: "status", class: "heard" }),
      hint: h("span", { id: "hint", class: "heard" }, w.hint),
      status: h("p", { part: "status", role: "status" }),
      facets: h("details", { part: "facets", hidden: true }),
      results: h("ol", { part: "results" }),
      more: h("button", { part: "more", type: "button", hidden: true, onclick: () => this.#load(true) }, w.more),
      all: h("a", { part: "all", hidden: true, ...this.#link() }, w.all),
    };
    const form = h("form", {
      part: "form", role: "search", "aria-label": label, action: this.endpoint + "/", method: "get",
      onsubmit: (e) => {
        e.preventDefault();
        this.#begin();
      },
    },
    h("label", { part: "label", for: "q" }, label),
    h("div", { part: "field" }, p.input, h("button", { part: "button" }, w.search)),
    p.list, p.heard, p.hint);
    p.facets.addEventListener("change", (e) => this.#choose(e.target));
    combobox(p, {
      ask: (q, signal) => fetchJSON(this.endpoint, "/suggest", new URLSearchParams({ q, size: 6, lang: w.lang }), signal),
      choose: (s) => this.search(s.query),
      words: w,
    });
    this.#root.replaceChildren(form, p.status, h("div", { part: "body" }, p.facets,
      h("div", { part: "main" }, p.results, h("p", { part: "foot" }, p.more, p.all))));
    const asked = this.#parameters();
    for (const name of ["lang", "size", "forms", "facets"]) asked.delete(name);
    if ([...asked].some(([, value]) => value)) this.#load();
  }

  #link() {
    const target = this.getAttribute("target");
    return target ? { target, rel: "noopener" } : {};
  }

  get #facetNames() {
    const said = this.getAttribute("facets");
    if (said === "none" || this.getAttribute("mode") === "box") return [];
    return said ? said.split(/[\s,]+/).filter((f) => FILTERS.includes(f)) : FACETS.filter((f) => !this.getAttribute(f));
  }

  #parameters() {
    const params = parametersOf(this, 5);
    params.set("q", this.#parts.input.value.trim());
    for (const [facet, values] of Object.entries(this.#state.chosen)) for (const v of values) params.append(facet, v);
    params.set("facets", this.#facetNames.join());
    params.set("lang", this.words.lang);
    return params;
  }

  #begin() {
    this.#state.chosen = {};
    this.#writeURL();
    return this.#load();
  }

  #choose(box) {
    const chosen = (this.#state.chosen[box.name] ||= new Set());
    if (box.checked) chosen.add(box.value);
    else chosen.delete(box.value);
    this.#writeURL();
    this.#load();
  }

  async #load(more) {
    const mine = ++this.#turn;
    const p = this.#parts;
    const params = this.#parameters();
    if (more) params.set("cursor", this.#state.next);
    p.results.setAttribute("aria-busy", "true");
    try {
      const answer = await this.#ask("/search", params);
      if (mine !== this.#turn) return;
      this.#show(answer, params, more);
      this.#tell("results", { query: answer.query, total: answer.total, hits: answer.hits });
    } catch (error) {
      if (mine === this.#turn) this.#fail(error);
    } finally {
      p.results.removeAttribute("aria-busy");
    }
  }

  #show(answer, params, more) {
    const { results, status, more: button, all } = this.#parts;
    const items = answer.hits.map((hit) => this.#hit(hit));
    if (more) results.append(...items);
    else results.replaceChildren(...items);
    this.#state.next = answer.next;
    status.textContent = this.words.found(answer.total, answer.total_reports);
    if (!answer.total) {
      for (const q of [answer.suggestion, ...[answer.begun, ...(answer.fewer ?? [])].map((f) => f?.q)].filter(Boolean)) {
        status.append(" ", h("button", { part: "suggestion", type: "button", dir: "auto", onclick: () => this.search(q) }, q));
      }
    }
    button.hidden = !answer.next || this.getAttribute("mode") === "box";
    all.href = this.#searchURL(params);
    all.hidden = !answer.total;
    if (more) items[0]?.querySelector("a").focus();
    else this.#facets(answer.facets);
  }

  #hit(hit) {
    const url = this.endpoint + hit.url;
    return h("li", { part: "result" },
      h("a", { part: "title", href: url, dir: "auto", ...this.#link(), onclick: (e) => this.#select(e, hit) }, who(hit.speaker)),
      h("span", { part: "role", dir: "auto" }, role(hit.speaker, this.words)),
      hit.passages.slice(0, 2).map((s) => h("blockquote", { part: "passage", lang: hit.language, dir: "auto" },
        s.start > 0 && "… ", marked(s.text, s.marks))),
      h("span", { part: "source" }, ...source(hit, this.words, hit.page)));
  }

  // Focus stays on the box that was ticked, although all boxes are drawn anew.
  #facets(facets) {
    const box = this.#parts.facets;
    const focused = this.#root.activeElement?.id;
    const groups = this.#facetNames.filter((name) => facets[name]?.length).map((name) =>
      h("fieldset", { part: "facet" },
        h("legend", {}, this.words.facets[name] || name),
        facets[name].map((v, i) => {
          const id = name + i;
          return h("label", { part: "value" },
            h("input", { type: "checkbox", id, name, value: v.value, checked: v.selected }),
            h("span", { dir: "auto" }, v.label), h("span", { part: "count" }, this.words.number(v.count)));
        })));
    box.hidden = !groups.length;
    box.open = box.open || matchMedia("(min-width: 60rem)").matches;
    box.replaceChildren(h("summary", {}, this.words.filters), h("div", { part: "groups" }, groups));
    if (focused) this.#root.getElementById(focused)?.focus();
  }

  #select(e, hit) {
    if (!this.#tell("select", { id: hit.id, url: this.endpoint + hit.url, hit })) e.preventDefault();
  }

  #tell(name, detail) {
    return this.dispatchEvent(new CustomEvent("briefing-search:" + name, { detail, bubbles: true, composed: true, cancelable: true }));
  }

  // When the service cannot be reached, what stands between the tags is shown
  // again: a form that leads there.
  #fail(error) {
    this.#tell("error", { error });
    const { status } = this.#parts;
    if (error.hint && status) {
      status.textContent = error.message + " " + error.hint;
      return;
    }
    this.#root.replaceChildren(h("p", { part: "status", role: "status" }, this.words.fault), h("slot"));
  }

  #restore = () => {
    this.#readURL();
    this.#parts.input.value = this.#state.q;
    this.#load();
  };

  #readURL() {
    const kept = new URLSearchParams(new URL(location).searchParams.get(this.stateName) || "");
    this.#state.q = kept.get("q") || "";
    this.#state.chosen = {};
    for (const f of FILTERS) if (kept.has(f)) this.#state.chosen[f] = new Set(kept.getAll(f));
  }

  #writeURL() {
    if (!this.stateName) return;
    const kept = new URLSearchParams({ q: this.#parts.input.value });
    for (const [facet, values] of Object.entries(this.#state.chosen)) for (const v of values) kept.append(facet, v);
    const url = new URL(location);
    url.searchParams.set(this.stateName, kept);
    history.pushState(null, "", url);
  }
}

if (!customElements.get("briefing-search")) customElements.define("briefing-search", BriefingSearch);
