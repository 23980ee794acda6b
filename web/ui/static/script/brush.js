// A range of years is chosen in the histogram by drawing over it, or with the
// arrow keys on its two ends. It goes into the boxes for dates, which do the same
// without this.
(() => {
  "use strict";
  const WAIT = 500; // ms without a key before the search is made

  const equip = () => {
    const brush = document.querySelector(".brush");
    if (!brush || brush.querySelector("input")) return;
    const first = Number(brush.dataset.first);
    const last = Number(brush.dataset.last);
    const years = last - first + 1;
    const whole = brush.dataset.from === brush.dataset.first && brush.dataset.to === brush.dataset.last;
    const range = { from: Number(brush.dataset.from), to: Number(brush.dataset.to) };
    let timer;

    const frame = document.createElement("div");
    frame.className = "brush-frame";
    const end = (name) => {
      const input = document.createElement("input");
      input.type = "range";
      input.id = "brush-" + name;
      input.className = "brush-" + name;
      input.min = first;
      input.max = last;
      input.value = range[name];
      input.setAttribute("aria-label", brush.dataset[name + "Label"]);
      return input;
    };
    const from = end("from");
    const to = end("to");

    const show = () => {
      frame.style.left = (100 * (range.from - first)) / years + "%";
      frame.style.right = (100 * (last - range.to)) / years + "%";
      from.value = range.from;
      to.value = range.to;
    };

    // The boxes take the range; what changes them searches.
    const search = () => {
      clearTimeout(timer);
      const all = range.from === first && range.to === last;
      const box = document.getElementById("from");
      box.value = all ? "" : range.from;
      document.getElementById("to").value = all ? "" : range.to;
      box.dispatchEvent(new Event("change", { bubbles: true }));
    };

    for (const input of [from, to]) {
      input.addEventListener("input", () => {
        range.from = Math.min(Number(from.value), input === from ? range.to : last);
        range.to = Math.max(Number(to.value), input === to ? range.from : first);
        show();
        clearTimeout(timer);
        timer = setTimeout(search, WAIT);
      });
    }

    const area = brush.querySelector("svg");
    const yearAt = (e) => {
      const { left, width } = area.getBoundingClientRect();
      return Math.min(last, Math.max(first, first + Math.floor(((e.clientX - left) / width) * years)));
    };
    brush.addEventListener("pointerdown", (e) => {
      if (e.button) return;
      e.preventDefault();
      clearTimeout(timer);
      const begun = yearAt(e);
      // Near an end of a range that is there, that end is taken.
      const { left, right } = frame.getBoundingClientRect();
      let fixed = begun;
      if (!whole && Math.abs(e.clientX - left) < 8) fixed = range.to;
      else if (!whole && Math.abs(e.clientX - right) < 8) fixed = range.from;
      const draw = (at) => {
        range.from = Math.min(fixed, at);
        range.to = Math.max(fixed, at);
        brush.classList.add("drawn");
        show();
      };
      draw(begun);
      brush.setPointerCapture(e.pointerId);
      const move = (e) => draw(yearAt(e));
      const stop = (e) => {
        brush.removeEventListener("pointermove", move);
        for (const name of ["pointerup", "pointercancel"]) brush.removeEventListener(name, stop);
        if (e.type === "pointerup") search();
      };
      brush.addEventListener("pointermove", move);
      for (const name of ["pointerup", "pointercancel"]) brush.addEventListener(name, stop);
    });

    brush.classList.toggle("drawn", !whole);
    brush.append(frame, from, to);
    show();
  };

  document.addEventListener("briefsearch:shown", equip);
  equip();
})();
