// The page of the original beside the text, with the turn's lines boxed. pdf.js
// is fetched when somebody opens it; without this, the link to the file remains.
(() => {
  "use strict";
  const panel = document.querySelector("details.original");
  if (!panel) return;
  const data = panel.dataset;
  const lines = JSON.parse(data.lines);
  const stage = panel.querySelector(".page");
  const [back, on] = panel.querySelectorAll("button");
  const status = panel.querySelector(".page-number");
  const first = Number(data.from);
  const last = Number(data.to);
  let page = first;
  let book;
  let drawing;

  const read = async () => {
    const pdfjs = await import(data.pdfjs);
    pdfjs.GlobalWorkerOptions.workerSrc = data.worker;
    return pdfjs.getDocument({ url: data.file, isEvalSupported: false }).promise;
  };

  // A box that hides no letter, measured in the page's own points.
  const box = (line, width, height) => {
    const div = document.createElement("div");
    div.className = "line-box";
    const [x, y, w, h] = line;
    div.style.left = (100 * x) / width + "%";
    div.style.top = (100 * y) / height + "%";
    div.style.width = (100 * w) / width + "%";
    div.style.height = (100 * h) / height + "%";
    return div;
  };

  const draw = async () => {
    const mine = (drawing = {});
    stage.setAttribute("aria-busy", "true");
    try {
      book ??= read();
      const sheet = await (await book).getPage(page);
      const plain = sheet.getViewport({ scale: 1 });
      const viewport = sheet.getViewport({ scale: (Math.max(stage.clientWidth, 320) / plain.width) * Math.max(2, devicePixelRatio) });
      const canvas = document.createElement("canvas");
      canvas.width = viewport.width;
      canvas.height = viewport.height;
      canvas.setAttribute("role", "img");
      canvas.setAttribute("aria-label", data.name.replace("0", page));
      await sheet.render({ canvasContext: canvas.getContext("2d"), viewport }).promise;
      if (mine !== drawing) return;
      stage.replaceChildren(canvas, ...(lines[page] ?? []).map((line) => box(line, plain.width, plain.height)));
      stage.dataset.page = page;
    } catch {
      if (mine === drawing) stage.textContent = data.fault;
    }
    status.textContent = data.name.replace("0", page);
    back.disabled = page <= first;
    on.disabled = page >= last;
    stage.removeAttribute("aria-busy");
  };

  const turn = (to) => {
    page = Math.min(last, Math.max(first, to));
    if (panel.open) draw();
  };
  back.addEventListener("click", () => turn(page - 1));
  on.addEventListener("click", () => turn(page + 1));
  panel.addEventListener("toggle", () => panel.open && draw());

  // Who comes to a page of the text sees that page.
  const follow = () => {
    const at = /^#p(\d+)$/.exec(location.hash);
    if (at) turn(Number(at[1]));
  };
  addEventListener("hashchange", follow);
  follow();
})();
