"use strict";
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const count = data.words.length;
  const canvas = document.getElementById("map");
  const pen = canvas.getContext("2d");
  const search = document.getElementById("search");
  const found = document.getElementById("found");
  const near = document.getElementById("near");
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const still = matchMedia("(prefers-reduced-motion: reduce)");
  const SIZE = 13, MARGIN = 40, CELL = 64, MOST_ZOOM = 60;
  const order = [...data.words.keys()].sort((a, b) => data.marked[b] - data.marked[a] || a - b);
  const folded = data.words.map(word => word.toLowerCase());
  const widths = new Map();

  let width = 1, height = 1, zoom = 1, left = 0, top = 0;
  let chosen = -1, hovered = -1, boxes = [], queued = false, flight = 0;

  const x = i => left + zoom * (MARGIN + data.x[i] * (width - 2 * MARGIN));
  const y = i => top + zoom * (MARGIN / 2 + data.y[i] * (height - MARGIN));
  const radius = i => data.marked[i] ? 5 : i === chosen || i === hovered ? 4 : 2.2;
  const font = bold => (bold ? "bold " : "") + SIZE + "px " + data.fonts;

  function measure(i, bold) {
    const key = bold ? -1 - i : i;
    if (!widths.has(key)) {
      pen.font = font(bold);
      widths.set(key, pen.measureText(data.words[i]).width);
    }
    return widths.get(key);
  }

  function draw() {
    queued = false;
    const ratio = devicePixelRatio || 1;
    if (canvas.width !== Math.round(width * ratio) || canvas.height !== Math.round(height * ratio)) {
      canvas.width = Math.round(width * ratio);
      canvas.height = Math.round(height * ratio);
    }
    pen.setTransform(ratio, 0, 0, ratio, 0, 0);
    pen.clearRect(0, 0, width, height);
    const colours = dark.matches ? data.dark : data.light;
    const shown = hovered >= 0 ? hovered : chosen;
    // A neighbour that is not on the map is a word instead of a number.
    const friends = new Set(shown >= 0 ? data.near[shown].map(pair => pair[0]).filter(Number.isInteger) : []);
    if (shown >= 0) {
      pen.strokeStyle = colours[data.group[shown] + 1];
      pen.globalAlpha = 0.5;
      pen.beginPath();
      for (const friend of friends) {
        pen.moveTo(x(shown), y(shown));
        pen.lineTo(x(friend), y(friend));
      }
      pen.stroke();
      pen.globalAlpha = 1;
    }
    place(shown, friends);
    for (const i of order) {
      if (x(i) < -9 || y(i) < -9 || x(i) > width + 9 || y(i) > height + 9) continue;
      pen.fillStyle = colours[data.group[i] + 1];
      pen.globalAlpha = shown >= 0 && i !== shown && !friends.has(i) ? 0.45 : 0.85;
      pen.beginPath();
      pen.arc(x(i), y(i), radius(i), 0, 2 * Math.PI);
      pen.fill();
    }
    pen.textBaseline = "middle";
    for (const box of boxes) {
      const i = box.word;
      pen.font = font(box.bold);
      pen.fillStyle = colours[data.group[i] + 1];
      pen.globalAlpha = shown >= 0 && i !== shown && !friends.has(i) ? 0.4 : 1;
      pen.fillText(data.words[i], box.left, (box.top + box.bottom) / 2);
    }
    pen.globalAlpha = 1;
  }

  // The word in question and its friends come first, then marked words, then by importance.
  function place(shown, friends) {
    boxes = [];
    const taken = new Map();
    const first = shown >= 0 ? [shown, ...friends] : [];
    const seen = new Set(first);
    for (const i of first) label(i, taken, i === shown);
    for (const i of order) if (!seen.has(i)) label(i, taken, false);
  }

  function label(i, taken, emphasised) {
    const cx = x(i), cy = y(i);
    if (cx < 0 || cy < 0 || cx > width || cy > height) return;
    const bold = emphasised || data.marked[i] === 1;
    const w = measure(i, bold), h = SIZE * 1.2, r = radius(i) + 2;
    const spots = [[cx + r, cy - h / 2], [cx - r - w, cy - h / 2], [cx - w / 2, cy - r - h], [cx - w / 2, cy + r]];
    for (const [boxLeft, boxTop] of spots) {
      const box = {left: boxLeft, top: boxTop, right: boxLeft + w, bottom: boxTop + h, word: i, bold};
      const cells = grid(box);
      if (!emphasised && (box.left < 0 || box.right > width)) continue;
      if (emphasised || cells.every(cell => (taken.get(cell) || []).every(other => apart(box, other)))) {
        const dot = {left: cx - r, top: cy - r, right: cx + r, bottom: cy + r};
        for (const cell of cells) put(taken, cell, box);
        for (const cell of grid(dot)) put(taken, cell, dot);
        boxes.push(box);
        return;
      }
    }
  }

  function grid(box) {
    const cells = [];
    for (let column = Math.floor(box.left / CELL); column <= Math.floor(box.right / CELL); column++)
      for (let row = Math.floor(box.top / CELL); row <= Math.floor(box.bottom / CELL); row++)
        cells.push(column * 100003 + row);
    return cells;
  }

  function put(taken, cell, box) {
    if (!taken.has(cell)) taken.set(cell, []);
    taken.get(cell).push(box);
  }

  const apart = (a, b) => a.left >= b.right || b.left >= a.right || a.top >= b.bottom || b.top >= a.bottom;

  function redraw() {
    if (!queued) {
      queued = true;
      requestAnimationFrame(draw);
    }
  }

  function zoomAt(factor, cx, cy) {
    const next = Math.min(MOST_ZOOM, Math.max(0.8, zoom * factor));
    left = cx - (cx - left) * next / zoom;
    top = cy - (cy - top) * next / zoom;
    zoom = next;
    redraw();
  }

  function all() {
    flight++;
    zoom = 1;
    left = top = 0;
    redraw();
  }

  function centre(i) {
    const target = Math.max(zoom, 4);
    const from = {zoom, left, top}, started = performance.now(), mine = ++flight;
    const wx = (x(i) - left) / zoom, wy = (y(i) - top) / zoom;
    const to = {left: width / 2 - target * wx, top: height / 2 - target * wy};
    const step = now => {
      if (mine !== flight) return;
      const t = still.matches ? 1 : Math.min(1, (now - started) / 350), ease = t * (2 - t);
      zoom = from.zoom + (target - from.zoom) * ease;
      left = from.left + (to.left - from.left) * ease;
      top = from.top + (to.top - from.top) * ease;
      draw();
      if (t < 1) requestAnimationFrame(step);
    };
    requestAnimationFrame(step);
  }

  function tell() {
    const i = hovered >= 0 ? hovered : chosen;
    near.replaceChildren();
    if (i >= 0) {
      const name = document.createElement("b");
      name.textContent = data.words[i];
      near.append(name);
      data.near[i].forEach(([other, cosine], rank) => {
        const drawn = Number.isInteger(other), friend = document.createElement("span");
        if (!drawn) {
          friend.className = "away";
          friend.title = "not on this map";
        }
        friend.textContent = (drawn ? data.words[other] : other) + "\u00a0" + cosine.toFixed(2);
        near.append(rank ? ", " : "", friend);
      });
      if (data.near[i].some(pair => !Number.isInteger(pair[0]))) {
        const note = document.createElement("small");
        note.textContent = "grey: not on this map";
        near.append(note);
      }
    }
  }

  function choose(i, move) {
    chosen = i;
    hovered = -1;
    tell();
    if (move && i >= 0) centre(i); else redraw();
  }

  function hit(px, py) {
    for (const box of boxes)
      if (px >= box.left && px <= box.right && py >= box.top && py <= box.bottom) return box.word;
    let best = -1, least = 81;
    for (let i = 0; i < count; i++) {
      const distance = (x(i) - px) ** 2 + (y(i) - py) ** 2;
      if (distance < least) {
        least = distance;
        best = i;
      }
    }
    return best;
  }

  const pointers = new Map();
  let moved = 0;

  function at(event) {
    const frame = canvas.getBoundingClientRect();
    return {x: event.clientX - frame.left, y: event.clientY - frame.top};
  }

  canvas.addEventListener("pointerdown", event => {
    try { canvas.setPointerCapture(event.pointerId); } catch { /* it is gone already */ }
    pointers.set(event.pointerId, at(event));
    moved = pointers.size > 1 ? 9 : 0;
    flight++;
  });

  canvas.addEventListener("pointermove", event => {
    const now = at(event), before = pointers.get(event.pointerId);
    if (!before) {
      const word = hit(now.x, now.y);
      if (word !== hovered) {
        hovered = word;
        tell();
        redraw();
      }
      return;
    }
    pointers.set(event.pointerId, now);
    moved += Math.abs(now.x - before.x) + Math.abs(now.y - before.y);
    if (pointers.size === 1) {
      left += now.x - before.x;
      top += now.y - before.y;
    } else {
      const other = [...pointers].find(([id]) => id !== event.pointerId)[1];
      const gap = p => Math.hypot(p.x - other.x, p.y - other.y) || 1;
      left += (now.x - before.x) / 2;
      top += (now.y - before.y) / 2;
      zoomAt(gap(now) / gap(before), (now.x + other.x) / 2, (now.y + other.y) / 2);
    }
    redraw();
  });

  canvas.addEventListener("pointerup", event => {
    const place = at(event);
    pointers.delete(event.pointerId);
    if (moved < 5) choose(hit(place.x, place.y), false);
  });
  canvas.addEventListener("pointercancel", event => pointers.delete(event.pointerId));
  canvas.addEventListener("pointerleave", () => {
    if (hovered >= 0) {
      hovered = -1;
      tell();
      redraw();
    }
  });
  canvas.addEventListener("wheel", event => {
    event.preventDefault();
    flight++;
    const lines = event.deltaMode === 1 ? 30 : 1;
    const place = at(event);
    zoomAt(Math.exp(-event.deltaY * lines * (event.ctrlKey ? 0.01 : 0.0015)), place.x, place.y);
  }, {passive: false});
  canvas.addEventListener("dblclick", event => zoomAt(2, at(event).x, at(event).y));

  function key(event) {
    if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target === search && event.key !== "Escape") return;
    const step = 60;
    switch (event.key) {
      case "ArrowLeft": left += step; break;
      case "ArrowRight": left -= step; break;
      case "ArrowUp": top += step; break;
      case "ArrowDown": top -= step; break;
      case "+": case "=": zoomAt(1.4, width / 2, height / 2); break;
      case "-": case "_": zoomAt(1 / 1.4, width / 2, height / 2); break;
      case "0": all(); break;
      case "n": case "N": choose((chosen + 1) % count, true); break;
      case "p": case "P": choose((chosen + count - 1 + (chosen < 0)) % count, true); break;
      case "/": search.focus(); search.select(); break;
      case "Escape":
        search.value = "";
        found.hidden = true;
        choose(-1, false);
        canvas.focus();
        break;
      default: return;
    }
    event.preventDefault();
    redraw();
  }
  // On the document, so that keys work before the first click, and from the buttons.
  document.addEventListener("keydown", key);

  function matches(text) {
    const wanted = text.trim().toLowerCase();
    const ranks = [[], [], []];
    if (wanted) for (let i = 0; i < count; i++) {
      const position = folded[i].indexOf(wanted);
      if (position >= 0) ranks[folded[i] === wanted ? 0 : position === 0 ? 1 : 2].push(i);
    }
    return ranks.flat().slice(0, 8);
  }

  function pick(i) {
    search.value = data.words[i];
    found.hidden = true;
    choose(i, true);
    canvas.focus();
  }

  search.addEventListener("input", () => {
    const list = matches(search.value);
    found.replaceChildren();
    for (const i of list) {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = data.words[i];
      button.addEventListener("click", () => pick(i));
      found.append(button);
    }
    if (!list.length) {
      const none = document.createElement("p");
      none.textContent = "not on this map";
      found.append(none);
    }
    found.hidden = !search.value.trim();
  });
  document.getElementById("finder").addEventListener("keydown", event => {
    if (event.isComposing) return;
    const buttons = [...found.querySelectorAll("button")];
    const here = buttons.indexOf(document.activeElement);
    if (event.key === "Enter" && event.target === search && buttons.length) {
      event.preventDefault();
      pick(matches(search.value)[0]);
    } else if (event.key === "ArrowDown" && !found.hidden && buttons.length) {
      event.preventDefault();
      buttons[Math.min(here + 1, buttons.length - 1)].focus();
    } else if (event.key === "ArrowUp" && here >= 0) {
      event.preventDefault();
      (here ? buttons[here - 1] : search).focus();
    }
  });
  document.addEventListener("pointerdown", event => {
    if (!document.getElementById("finder").contains(event.target)) found.hidden = true;
  });
  document.getElementById("in").addEventListener("click", () => zoomAt(1.6, width / 2, height / 2));
  document.getElementById("out").addEventListener("click", () => zoomAt(1 / 1.6, width / 2, height / 2));
  document.getElementById("all").addEventListener("click", all);
  dark.addEventListener("change", redraw);
  new ResizeObserver(() => {
    const frame = canvas.getBoundingClientRect();
    left *= frame.width / width;
    top *= frame.height / height;
    width = frame.width;
    height = frame.height;
    redraw();
  }).observe(canvas);
})();
