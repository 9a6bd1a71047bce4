(function () {
"use strict";

// Figures as the page prints them: whole units, grouped, half away from zero.
function grouped(units) {
  return String(Math.abs(units)).replace(/\B(?=(\d{3})+$)/g, ",");
}
function whole(value, about) {
  const amount = value / 100;
  let units = Math.sign(amount) * Math.round(Math.abs(amount));
  if (about) { // as document/rounding.c: one digit more than two
    let unit = 1;
    while (Math.round(Math.abs(amount) / unit) >= 100) unit *= 10;
    unit = Math.max(unit / 10, 1);
    units = Math.sign(amount) * Math.round(Math.abs(amount) / unit) * unit;
  }
  if (units === 0 && value > 0) return "<1";
  return (units < 0 ? "-" : "") + grouped(units);
}
function exact(value) {
  const digits = String(Math.abs(value)).padStart(3, "0");
  return (value < 0 ? "-" : "") + digits.slice(0, -2) + "." + digits.slice(-2);
}

// Tables: sorting by a column, and a box to find rows with.
function columnOf(row, column) {
  let at = 0;
  for (const cell of row.cells) {
    if (at === column) return cell;
    at += cell.colSpan;
    if (at > column) return null;
  }
  return null;
}
function keyOf(row, column) {
  const cell = columnOf(row, column);
  if (!cell) return "";
  const control = cell.querySelector("select, input");
  const text = (control ? control.value : cell.textContent).trim();
  const number = /^(<|about )?(-?[\d,]+(\.\d+)?)( %| [a-z ]+)?$/.exec(text);
  if (number && !/^\d{4}-/.test(text)) return parseFloat(number[2].replace(/,/g, "")) - (number[1] === "<" ? 0.5 : 0);
  return text.toLowerCase();
}
function compare(a, b) {
  if (a === "" || b === "") return (a === "") - (b === "");
  if (typeof a !== typeof b) return typeof a === "number" ? -1 : 1;
  return a < b ? -1 : a > b ? 1 : 0;
}
function blocksOf(body) {
  const blocks = [];
  for (const row of body.rows) {
    if (row.classList.contains("detail") && blocks.length) blocks[blocks.length - 1].push(row);
    else blocks.push([row]);
  }
  return blocks;
}
function sortBy(table, body, column, head) {
  const down = head.getAttribute("aria-sort") === "ascending";
  const blocks = blocksOf(body).map(function (rows) {
    return { rows: rows, key: keyOf(rows[0], column) };
  });
  blocks.sort(function (a, b) {
    if (a.key === "" || b.key === "") return compare(a.key, b.key);
    return down ? compare(b.key, a.key) : compare(a.key, b.key);
  });
  for (const block of blocks) for (const row of block.rows) body.appendChild(row);
  for (const other of table.tHead.querySelectorAll("th")) {
    other.removeAttribute("aria-sort");
    const button = other.querySelector("button");
    if (button) button.firstChild.textContent = "\u2195";
  }
  head.setAttribute("aria-sort", down ? "descending" : "ascending");
  head.querySelector("button").firstChild.textContent = down ? "\u2193" : "\u2191";
}
function makeSortable(table) {
  const bodies = table.querySelectorAll("tbody.rows");
  if (!table.tHead || bodies.length !== 1 || blocksOf(bodies[0]).length < 6) return;
  let column = 0;
  for (const head of table.tHead.rows[0].cells) {
    const at = column;
    column += head.colSpan;
    if (head.tagName !== "TH") continue;
    const button = document.createElement("button");
    const sign = document.createElement("span");
    sign.setAttribute("aria-hidden", "true");
    sign.textContent = "\u2195";
    button.type = "button";
    button.setAttribute("aria-label", "Sort by " + head.textContent.trim());
    button.appendChild(sign);
    head.appendChild(button);
    button.addEventListener("click", function () { sortBy(table, bodies[0], at, head); });
  }
}
function textOf(rows) {
  return rows.map(function (row) { return row.textContent; }).join(" ").toLowerCase();
}
function makeFindable(table) {
  const body = table.querySelector("tbody.rows");
  if (!body || table.classList.contains("choices") || table.closest(".chart") || blocksOf(body).length < 15) return;
  const line = document.createElement("p"), label = document.createElement("label");
  const box = document.createElement("input");
  line.className = "find";
  box.type = "search";
  label.append("Find in this table ", box);
  line.appendChild(label);
  table.parentNode.parentNode.insertBefore(line, table.parentNode);
  box.addEventListener("input", function () {
    const wanted = box.value.trim().toLowerCase();
    for (const rows of blocksOf(body)) {
      const hide = wanted !== "" && textOf(rows).indexOf(wanted) < 0;
      for (const row of rows) row.hidden = hide;
    }
  });
}

// Decisions as CSV. What a spreadsheet would run gets a ' before it, which the reader takes off.
const columns = ["report", "action", "decision", "reason", "by", "on", "review_by", "due", "done", "to"];
function guarded(text) {
  const risky = /^[\s']*[=+\-@\uff1d\uff0b\uff0d\uff20]/.test(text) || /^'*[\t\r\n\0]/.test(text);
  return risky && !/^-?\d+(\.\d+)?$/.test(text) ? "'" + text : text;
}
function unguarded(text) {
  return text[0] === "'" && guarded(text.slice(1)) !== text.slice(1) ? text.slice(1) : text;
}
function quoted(text) {
  return /[",;\r\n\t]|^\s|\s$/.test(text) ? '"' + text.replace(/"/g, '""') + '"' : text;
}
function parseCsv(text) {
  text = text.replace(/^\ufeff/, "");
  const first = text.split(/\r?\n|\r/, 1)[0];
  const count = function (c) { return first.split(c).length; };
  const by = count(";") > count(",") ? ";" : count("\t") > count(",") ? "\t" : ",";
  const rows = [];
  let row = [], cell = "", quotes = false;
  for (let i = 0; i < text.length; i++) {
    const c = text[i];
    if (quotes) {
      if (c === '"' && text[i + 1] === '"') { cell += c; i++; }
      else if (c === '"') quotes = false;
      else cell += c;
    } else if (c === '"' && cell === "") quotes = true;
    else if (c === by) { row.push(cell); cell = ""; }
    else if (c === "\n" || c === "\r") {
      if (c === "\r" && text[i + 1] === "\n") i++;
      row.push(cell); rows.push(row); row = []; cell = "";
    } else cell += c;
  }
  if (cell !== "" || row.length) { row.push(cell); rows.push(row); }
  return rows;
}
const words = { accept: "accept", accepted: "accept", yes: "accept", reject: "reject", rejected: "reject", no: "reject", defer: "defer", deferred: "defer", later: "defer" };

function decide(box) {
  const data = JSON.parse(box.querySelector('script[type="application/json"]').textContent);
  const table = box.querySelector("table.choices"), live = box.querySelector(".live");
  const progress = box.querySelector("progress"), tools = box.querySelector(".tools");
  const by = tools.querySelector("[data-by]");
  const count = data.figures.length, rows = [], byKey = new Map();
  const key = "pare " + hash(JSON.stringify(data));

  function hash(text) {
    let h = 2166136261;
    for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 16777619);
    return (h >>> 0).toString(16) + "-" + text.length;
  }
  function lookUp(bundle, set, figure) {
    const zero = bundle.v.length / count % 2 === 1;
    if (zero && set === 0) return 0;
    return bundle.v[(zero ? set - 1 : set) * count + figure];
  }
  function totals() {
    const agreed = data.bundles.map(function (b) { return b.a || 0; });
    const expected = data.bundles.map(function (b) { return b.e || 0; });
    for (const row of rows) {
      if (row.decision === "accept") agreed[row.bundle] |= 1 << row.bit;
      if (row.decision === "accept" || row.decision === "") expected[row.bundle] |= 1 << row.bit;
    }
    const sums = data.rest.slice();
    data.figures.forEach(function (figure, f) {
      const sets = figure[2] ? agreed : expected;
      data.bundles.forEach(function (bundle, b) { sums[f] += lookUp(bundle, sets[b], f); });
    });
    const without = data.bundles.filter(function (bundle, b) {
      return (bundle.x || []).indexOf(agreed[b]) >= 0;
    }).length;
    return { sums: sums, without: without };
  }
  function refresh() {
    const now = totals(), counts = { "": 0, accept: 0, reject: 0, defer: 0 };
    data.figures.forEach(function (figure, f) {
      const value = now.sums[f], element = box.querySelector('data[data-figure="' + figure[0] + '"]');
      element.value = figure[1] === "count" ? String(value) : exact(value);
      element.textContent = figure[1] === "count" ? grouped(value) : whole(value, data.about && figure[1] === "money");
    });
    for (const row of rows) counts[row.decision]++;
    box.classList.toggle("decided", counts[""] < rows.length);
    const reached = now.sums[data.measure] || 0;
    if (progress) progress.value = Math.max(reached, 0);
    const share = data.target ? " (" + Math.round(100 * reached / data.target) + " % of the target)" : "";
    const unit = data.figures[data.measure], amount = unit ? whole(reached, data.about && unit[1] === "money") + (unit[1] === "hours" ? " hours" : "") : "";
    live.textContent = "Agreed so far: " + amount + " a year" + share + ". Accepted " + counts.accept +
      ", rejected " + counts.reject + ", deferred " + counts.defer + ", open " + counts[""] + "." +
      (now.without ? " In " + now.without + " places an accepted change has no effect without another one." : "");
  }
  function keep() {
    const kept = {};
    for (const row of rows)
      if (row.decision || row.reason) kept[row.id] = [row.decision, row.reason, row.by, row.on, row.more];
    try { localStorage.setItem(key, JSON.stringify({ by: by.value, rows: kept })); } catch (e) { return; }
  }
  function show(row) {
    row.select.value = row.decision;
    row.input.value = row.reason;
    row.element.classList.remove("accept", "reject", "defer");
    if (row.decision) row.element.classList.add(row.decision);
  }
  function today() {
    const now = new Date(), two = function (n) { return String(n).padStart(2, "0"); };
    return now.getFullYear() + "-" + two(now.getMonth() + 1) + "-" + two(now.getDate());
  }
  // Those that share a bit are one decision.
  function setDecision(row, decision) {
    for (const other of rows) {
      if (other.bundle !== row.bundle || other.bit !== row.bit) continue;
      other.decision = decision;
      other.by = by.value;
      other.on = decision ? today() : "";
      show(other);
    }
  }
  function changed() { refresh(); filter(); keep(); }

  function control(cell, element, label) {
    element.setAttribute("aria-label", label);
    cell.replaceChildren(element);
    return element;
  }
  function makeRow(element) {
    const given = data.rows[+element.dataset.row], cells = element.cells, name = cells[0].textContent;
    const row = { id: given[0] + "\n" + given[1], report: given[0], action: given[1], bundle: given[2], bit: given[3],
      to: given[4], decision: given[5] || "", reason: given[6] || "", by: given[7] || "", on: given[8] || "",
      more: [given[9] || "", given[10] || "", given[11] || ""], element: element, details: [] };
    for (let next = element.nextElementSibling; next && next.classList.contains("detail"); next = next.nextElementSibling)
      row.details.push(next);
    const select = document.createElement("select");
    for (const word of ["", "accept", "reject", "defer"]) select.add(new Option(word || "open", word));
    row.select = control(cells[cells.length - 2], select, "Decision: " + row.action + " " + name);
    row.input = control(cells[cells.length - 1], document.createElement("input"), "Reason: " + row.action + " " + name);
    select.addEventListener("change", function () { setDecision(row, select.value); changed(); });
    row.input.addEventListener("change", function () { row.reason = row.input.value; keep(); });
    rows.push(row);
    byKey.set(row.id, row);
    show(row);
  }
  function filter() {
    const wanted = tools.querySelector("[data-find]").value.trim().toLowerCase();
    const action = tools.querySelector("[data-action]").value, state = tools.querySelector("[data-state]").value;
    for (const row of rows) {
      row.element.hidden = (wanted && (row.text + " " + row.reason.toLowerCase()).indexOf(wanted) < 0) ||
        (action && row.action !== action) || (state && (row.decision || "open") !== state);
      for (const detail of row.details) detail.hidden = row.element.hidden;
    }
  }
  function save() {
    const lines = [columns.join(",")];
    for (const row of rows)
      if (row.decision)
        lines.push([row.report, row.action, row.decision, row.reason, row.by, row.on].concat(row.more, row.to)
          .map(function (text) { return quoted(guarded(text)); }).join(","));
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([lines.join("\n") + "\n"], { type: "text/csv" }));
    link.download = "decisions.csv";
    link.click();
    setTimeout(function () { URL.revokeObjectURL(link.href); }, 60000);
  }
  function take(text) {
    const table = parseCsv(text), at = {};
    let taken = 0, unknown = 0;
    (table.shift() || []).forEach(function (name, i) { at[name.trim().toLowerCase().replace(/[ -]/g, "_")] = i; });
    for (const cells of table) {
      const get = function (name) { return unguarded((at[name] === undefined ? "" : cells[at[name]] || "")); };
      const decision = words[get("decision").trim().toLowerCase()];
      if (!decision) continue;
      const row = byKey.get(get("report") + "\n" + get("action").trim().toLowerCase());
      if (!row || (get("to") && row.to && get("to") !== row.to)) { unknown++; continue; }
      setDecision(row, decision);
      row.reason = get("reason");
      row.by = get("by");
      row.on = get("on");
      row.more = [get("review_by"), get("due"), get("done")];
      show(row);
      taken++;
    }
    changed();
    live.textContent += " Loaded " + taken + (unknown ? "; " + unknown + " are about changes that are not listed here" : "") + ".";
  }
  function load(file) {
    file.arrayBuffer().then(function (bytes) {
      let text;
      try { text = new TextDecoder("utf-8", { fatal: true }).decode(bytes); }
      catch (e) { text = new TextDecoder("windows-1252").decode(bytes); }
      take(text);
    });
  }
  function restore() {
    let kept = null;
    try { kept = JSON.parse(localStorage.getItem(key)); } catch (e) { kept = null; }
    if (!kept) return;
    by.value = kept.by || "";
    for (const id of Object.keys(kept.rows || {})) {
      const row = byKey.get(id), value = kept.rows[id];
      if (!row) continue;
      row.decision = value[0]; row.reason = value[1]; row.by = value[2]; row.on = value[3];
      row.more = value[4] || row.more;
      show(row);
    }
  }
  function wire() {
    const actions = tools.querySelector("[data-action]");
    for (const action of Array.from(new Set(rows.map(function (row) { return row.action; }))).sort())
      actions.add(new Option(action.replace(/_/g, " "), action));
    for (const element of tools.querySelectorAll("[data-find], [data-action], [data-state]"))
      element.addEventListener("input", filter);
    for (const button of tools.querySelectorAll("[data-all]"))
      button.addEventListener("click", function () {
        for (const row of rows.filter(function (one) { return !one.element.hidden; })) setDecision(row, button.dataset.all);
        changed();
      });
    tools.querySelector("[data-save]").addEventListener("click", save);
    tools.querySelector("[data-load]").addEventListener("change", function (event) {
      if (event.target.files[0]) load(event.target.files[0]);
      event.target.value = "";
    });
    by.addEventListener("change", keep);
  }

  for (const element of table.querySelectorAll("tr[data-row]")) {
    const text = element.textContent.toLowerCase();
    makeRow(element);
    rows[rows.length - 1].text = text + " " + textOf(rows[rows.length - 1].details);
  }
  wire();
  restore();
  refresh();
  tools.hidden = false;
  box.classList.add("on");
}

for (const box of document.querySelectorAll(".decide")) decide(box);
for (const table of document.querySelectorAll("table.data, table.choices")) { makeSortable(table); makeFindable(table); }
})();
