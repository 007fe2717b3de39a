// What the pages can do beyond plain HTML: painting, printing, results that follow an answer. All else works without.
"use strict";

document.documentElement.classList.add("js");

function whenReady() {
  const faults = document.querySelector(".faults");
  if (faults) faults.focus();
  for (const button of document.querySelectorAll("[data-print]")) {
    button.addEventListener("click", () => window.print());
  }
  for (const button of document.querySelectorAll("[data-copy]")) {
    button.addEventListener("click", async () => {
      const text = document.getElementById(button.dataset.copy);
      text.select();
      await navigator.clipboard.writeText(text.value);
      button.textContent = button.dataset.done;
    });
  }
  for (const form of document.querySelectorAll("form[data-live]")) follow(form);
  const painting = document.querySelector(".painting");
  if (painting) new Painting(painting);
  reopen();
}

// The result follows an answer at once, and the list of answers stays open where it was.
function follow(form) {
  form.addEventListener("change", (event) => {
    if (event.target.matches("input[type=text]") && event.target.value === "") return;
    remember();
    form.requestSubmit(form.querySelector("button[value=update]"));
  });
  form.addEventListener("submit", remember);
}

function remember() {
  const open = [...document.querySelectorAll(".answer-group")].map((it) => (it.open ? 1 : 0));
  history.replaceState({ open, y: window.scrollY }, "");
  document.querySelectorAll("form[data-live]").forEach((form) => {
    form.action = "/check#open-" + open.join("") + "-" + Math.round(window.scrollY);
  });
}

function reopen() {
  const match = /^#open-([01]*)-(\d+)$/.exec(location.hash);
  if (!match) return;
  document.querySelectorAll(".answer-group").forEach((it, i) => {
    it.open = match[1][i] === "1";
  });
  window.scrollTo({ top: Number(match[2]), behavior: "instant" });
}

// The body to paint on. What counts are the boxes of the list; the picture shows them and ticks them.
class Painting {
  constructor(root) {
    this.root = root;
    this.form = root.closest("form");
    this.regions = [...root.querySelectorAll("path.region")];
    this.worst = this.form.querySelector("#worst");
    this.stroke = null;
    const list = this.form.querySelector("details.list");
    if (list) list.open = false;
    for (const region of this.regions) {
      region.addEventListener("pointerdown", (event) => this.begin(event, region));
      region.addEventListener("keydown", (event) => this.key(event, region));
      region.addEventListener("focus", () => this.rove(region));
    }
    window.addEventListener("pointermove", (event) => this.move(event));
    for (const end of ["pointerup", "pointercancel", "blur"]) {
      window.addEventListener(end, () => (this.stroke = null));
    }
    this.form.addEventListener("change", () => this.show());
    for (const view of root.querySelectorAll("svg.body")) {
      const first = view.querySelector("path.region");
      if (first) first.setAttribute("tabindex", "0");
    }
    this.show();
  }

  tool() {
    return this.root.querySelector("input[name=tool]:checked").value;
  }

  box(kind, place) {
    return this.form.querySelector(`input[name=${kind}][value="${CSS.escape(place)}"]`);
  }

  begin(event, region) {
    if (event.button > 0) return;
    event.preventDefault();
    region.focus({ preventScroll: true });
    if (region.hasPointerCapture && region.hasPointerCapture(event.pointerId)) {
      region.releasePointerCapture(event.pointerId);
    }
    const tool = this.tool();
    const box = this.box(tool, region.dataset.place);
    this.stroke = { tool, on: box ? !box.checked : true, seen: new Set() };
    this.mark(region);
  }

  move(event) {
    if (!this.stroke || this.stroke.tool === "worst") return;
    const at = document.elementFromPoint(event.clientX, event.clientY);
    if (at && at.matches("path.region") && this.root.contains(at)) this.mark(at);
  }

  mark(region) {
    const place = region.dataset.place;
    if (this.stroke.seen.has(place)) return;
    this.stroke.seen.add(place);
    const { tool, on } = this.stroke;
    if (tool === "worst") {
      const already = this.worst.value === place;
      this.worst.value = already ? "" : place;
      if (!already) this.box("pain", place).checked = true;
    } else if (tool === "erase") {
      for (const kind of ["pain", "numb"]) this.box(kind, place).checked = false;
    } else {
      this.box(tool, place).checked = on;
    }
    if (this.worst.value === place && !this.box("pain", place).checked) this.worst.value = "";
    this.form.dispatchEvent(new Event("change"));
  }

  key(event, region) {
    if (event.key === " " || event.key === "Enter") {
      event.preventDefault();
      const tool = this.tool();
      const box = this.box(tool, region.dataset.place);
      this.stroke = { tool, on: box ? !box.checked : true, seen: new Set() };
      this.mark(region);
      this.stroke = null;
      return;
    }
    const way = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] }[event.key];
    if (!way) return;
    event.preventDefault();
    const next = this.neighbour(region, way);
    if (next) next.focus();
  }

  // The nearest region in a direction: what lies off the line counts double.
  neighbour(region, [dx, dy]) {
    const from = this.middle(region);
    let best = null;
    let least = Infinity;
    for (const other of region.ownerSVGElement.querySelectorAll("path.region")) {
      if (other === region) continue;
      const to = this.middle(other);
      const ahead = (to.x - from.x) * dx + (to.y - from.y) * dy;
      const aside = Math.abs((to.x - from.x) * dy) + Math.abs((to.y - from.y) * dx);
      if (ahead <= 1 || aside > 2.5 * ahead) continue;
      const cost = ahead + 2 * aside;
      if (cost < least) {
        least = cost;
        best = other;
      }
    }
    return best;
  }

  middle(region) {
    return { x: Number(region.dataset.x), y: Number(region.dataset.y) };
  }

  // One stop for the Tab key in each view: where the person was last.
  rove(region) {
    for (const other of region.ownerSVGElement.querySelectorAll("path.region")) {
      other.setAttribute("tabindex", other === region ? "0" : "-1");
    }
  }

  show() {
    const tool = this.tool() === "numb" ? "numb" : "pain";
    const named = { pain: new Map(), numb: new Map() };
    let worst = "";
    for (const region of this.regions) {
      const place = region.dataset.place;
      const label = region.getAttribute("aria-label");
      for (const kind of ["pain", "numb"]) {
        const on = this.box(kind, place).checked;
        region.classList.toggle(kind, on);
        if (on) named[kind].set(place, label);
        if (kind === tool) region.setAttribute("aria-checked", String(on));
      }
      if (this.worst.value === place) worst = label;
    }
    for (const star of this.root.querySelectorAll(".star")) {
      star.classList.toggle("on", star.dataset.star === this.worst.value);
    }
    const said = this.root.querySelector(".marked");
    const parts = [];
    for (const kind of ["pain", "numb"]) {
      if (named[kind].size) parts.push(`${said.dataset[kind]}: ${[...named[kind].values()].join("; ")}`);
    }
    if (worst) parts.push(`${said.dataset.worst}: ${worst}`);
    said.textContent = parts.length ? parts.join(". ") + "." : said.dataset.none;
  }
}

if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", whenReady);
else whenReady();
