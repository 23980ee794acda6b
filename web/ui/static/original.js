// The page of the original beside the text, with the turn's lines boxed, those
// that a search has found more strongly, and its words to be selected. pdf.js
// is fetched when somebody opens it; without this, the link to the file remains.
(() => {
  "use strict";
  const panel = document.querySelector("details.original");
  if (!panel) return;
  const data = panel.dataset;
  const lines = JSON.parse(data.lines);
  const passage = JSON.parse(data.passage);
  const recognised = JSON.parse(data.words ?? "{}");
  const { direction } = getComputedStyle(document.querySelector(".turn-text"));
  const stage = panel.querySelector(".page");
  const [back, on] = panel.querySelectorAll("button");
  const status = panel.querySelector(".page-number");
  const first = Number(data.from);
  const last = Number(data.to);
  let page = Number(data.open);
  let book;
  let drawing;

  let pdfjs;
  const read = async () => {
    pdfjs = await import(data.pdfjs);
    pdfjs.GlobalWorkerOptions.workerSrc = data.worker;
    return pdfjs.getDocument({ url: data.file, isEvalSupported: false }).promise;
  };

  // A box that hides no letter, measured in the page's own points.
  const box = (line, width, height, kind) => {
    const div = document.createElement("div");
    div.className = kind;
    const [x, y, w, h] = line;
    div.style.left = (100 * x) / width + "%";
    div.style.top = (100 * y) / height + "%";
    div.style.width = (100 * w) / width + "%";
    div.style.height = (100 * h) / height + "%";
    return div;
  };

  // What was recognised on a page that is a picture joins what is printed there, in
  // the form in which pdf.js gives words: each line where it stands, as long as its
  // box, unless something printed stands there already.
  const DEPTH = 0.2; // of the letters, below the line
  const withRecognised = (sheet, printed) => {
    const viewport = sheet.getViewport({ scale: 1 });
    const taken = printed.items.map(({ transform }) => viewport.convertToViewportPoint(transform[4], transform[5]));
    const items = (recognised[page] ?? []).map((str, i) => {
      const [x, y, w, h] = lines[page][i];
      if (taken.some(([px, py]) => x <= px && px <= x + w && y <= py && py <= y + h)) return null;
      const [left, bottom] = viewport.convertToPdfPoint(x, y + h);
      const right = viewport.convertToPdfPoint(x + w, y + h);
      const top = viewport.convertToPdfPoint(x, y);
      const along = [(right[0] - left) / w, (right[1] - bottom) / w];
      const up = [top[0] - left, top[1] - bottom];
      const transform = [along[0] * h, along[1] * h, ...up, left + DEPTH * up[0], bottom + DEPTH * up[1]];
      return { str, dir: direction, width: w, height: h, transform, fontName: "recognised", hasEOL: true };
    });
    const recognisedFont = { fontFamily: "serif", ascent: 1 - DEPTH, descent: -DEPTH, vertical: false };
    return { ...printed, items: [...printed.items, ...items.filter(Boolean)], styles: { ...printed.styles, recognised: recognisedFont } };
  };

  // The words of the page, unseen over its picture. What reads pages aloud has
  // them in the text beside it.
  const words = async (sheet) => {
    const layer = document.createElement("div");
    layer.className = "text-layer";
    layer.setAttribute("aria-hidden", "true");
    const viewport = sheet.getViewport({ scale: stage.clientWidth / sheet.getViewport({ scale: 1 }).width });
    const textContentSource = withRecognised(sheet, await sheet.getTextContent());
    await new pdfjs.TextLayer({ textContentSource, container: layer, viewport }).render();
    return layer;
  };
  const fit = (width) => stage.style.setProperty("--scale-factor", stage.clientWidth / width);
  let pageWidth = 0;
  new ResizeObserver(() => pageWidth && fit(pageWidth)).observe(stage);

  // What was found, or else where the turn begins, comes into sight in a panel that
  // scrolls by itself.
  const reveal = () => {
    const box = stage.querySelector(".passage") ?? stage.querySelector(".line-box");
    const frame = panel.parentElement;
    if (!box || frame.scrollHeight <= frame.clientHeight) return;
    frame.scrollTop += box.getBoundingClientRect().top - frame.getBoundingClientRect().top - frame.clientHeight / 3;
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
      const layer = await words(sheet);
      if (mine !== drawing) return;
      pageWidth = plain.width;
      fit(pageWidth);
      const boxes = (of, kind) => (of[page] ?? []).map((line) => box(line, plain.width, plain.height, kind));
      stage.replaceChildren(canvas, ...boxes(lines, "line-box"), ...boxes(passage, "line-box passage"), layer);
      stage.dataset.page = page;
      reveal();
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
