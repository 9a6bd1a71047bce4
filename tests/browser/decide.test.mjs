// Deciding on a page: totals by hand, kept, saved and loaded. The page is that of page.c.
import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { after, before, test } from "node:test";
import { decide, figures, folder, open, start } from "./browser.mjs";

let browser;
before(async () => { browser = await start(); });
after(async () => { await browser.close(); });

const saving = (i) => 10001 * (i + 1);
const money = (cents) => (cents / 100).toFixed(2);
const sum = (list) => list.reduce((a, b) => a + b, 0);
const changes = Array.from({ length: 24 }, (_, i) => i);

async function save(page, name) {
  const [download] = await Promise.all([page.waitForEvent("download"), page.click("[data-save]")]);
  const file = path.join(folder, name);
  await download.saveAs(file);
  return file;
}

test("totals are sums of what was costed together", async () => {
  const { page, wrong, context } = await open(browser, "every.html");
  assert.equal((await figures(page)).agreed, "0.00");
  await decide(page, 0, "accept");
  assert.equal((await figures(page)).agreed, money(saving(0)));
  await decide(page, 1, "accept");
  assert.equal((await figures(page)).agreed, money(saving(0) + saving(1) - 5000));
  await decide(page, 4, "accept"); // one of seven that are decided as one
  const group = [2, 3, 4, 5, 6, 7, 8];
  assert.equal((await figures(page)).agreed, money(saving(0) + saving(1) - 5000 + sum(group.map(saving))));
  assert.equal(await page.inputValue('tr[data-row="8"] select'), "accept");
  assert.equal((await figures(page)).agreed_hours, "13.50");
  await decide(page, 0, "reject");
  assert.equal((await figures(page)).agreed, money(saving(1) + sum(group.map(saving))));
  await decide(page, 2, "defer");
  assert.equal((await figures(page)).agreed, money(saving(1)));
  assert.match(await page.textContent(".live"), /Agreed so far: 200 a year \(1 % of the target\)\. Accepted 1, rejected 2, deferred 7, open 14\./);
  assert.deepEqual(wrong, []);
  await context.close();
});

test("what was decided before stands there, and what is accepted as shown is the sum of all", async () => {
  const { page, context } = await open(browser, "every.html");
  assert.equal(await page.inputValue('tr[data-row="20"] select'), "reject");
  assert.equal(await page.inputValue('tr[data-row="20"] input'), 'needed, "really"');
  await page.click('[data-all="accept"]');
  assert.equal((await figures(page)).agreed, money(sum(changes.map(saving)) - 5000));
  await page.click('[data-all=""]');
  assert.equal((await figures(page)).agreed, "0.00");
  await context.close();
});

test("rows are found, filtered and sorted", async () => {
  const { page, context } = await open(browser, "every.html");
  const visible = () => page.$$eval("tr[data-row]", (all) => all.filter((one) => !one.hidden).map((one) => Number(one.dataset.row)));
  await page.fill("[data-find]", "BED OCC");
  assert.deepEqual(await visible(), [0, 8, 16]);
  await page.fill("[data-find]", "");
  await page.selectOption("[data-action]", "reduce_frequency");
  assert.deepEqual(await visible(), changes.filter((i) => i % 3 === 0));
  await page.selectOption("[data-action]", "");
  await page.selectOption("[data-state]", "reject");
  assert.deepEqual(await visible(), [20]);
  await page.selectOption("[data-state]", "");
  const button = page.getByRole("button", { name: "Sort by money" }).first();
  await button.click();
  assert.deepEqual(await visible(), changes);
  await button.click();
  assert.deepEqual(await visible(), changes.slice().reverse());
  assert.equal(await page.getAttribute("table.choices th[aria-sort]", "aria-sort"), "descending");
  await context.close();
});

test("decisions outlive the page and are saved as a table that a spreadsheet cannot run", async () => {
  const { page, context } = await open(browser, "every.html");
  await page.fill("[data-by]", "A. Person");
  await page.locator("[data-by]").blur();
  await decide(page, 3, "accept");
  await page.fill('tr[data-row="3"] input', "=1+1, \"sure\"");
  await page.locator('tr[data-row="3"] input').blur();
  const before = await figures(page);
  await page.reload();
  assert.deepEqual(await figures(page), before);
  const lines = fs.readFileSync(await save(page, "saved.csv"), "utf8").split("\n");
  assert.equal(lines[0], "report,action,decision,reason,by,on,review_by,due,done,to");
  assert.match(lines[2], /^'=cmd\|' \/C calc'!A0 3,reduce_frequency,accept,"'=1\+1, ""sure""",A\. Person,\d{4}-\d\d-\d\d,,,,$/);
  await context.close();

  const fresh = await open(browser, "every.html");
  await fresh.page.setInputFiles("[data-load]", path.join(folder, "saved.csv"));
  await fresh.page.waitForFunction(() => /Loaded 8\./.test(document.querySelector(".live").textContent));
  assert.deepEqual(await figures(fresh.page), before);
  assert.equal(await fresh.page.inputValue('tr[data-row="3"] input'), '=1+1, "sure"');
  await fresh.context.close();
});

test("a list that went through a spreadsheet of another country is read", async () => {
  const { page, context } = await open(browser, "every.html");
  const file = path.join(folder, "office.csv");
  fs.writeFileSync(file, Buffer.from('Report;Action;Decision;Reason\r\nUmsatz \xfcber \x80 13;retire;Accept;"f\xfcr; uns"\r\nnobody;retire;reject;\r\n', "latin1"));
  await page.setInputFiles("[data-load]", file);
  await page.waitForFunction(() => /Loaded 1; 1 are about/.test(document.querySelector(".live").textContent));
  assert.equal(await page.inputValue('tr[data-row="13"] select'), "accept");
  assert.equal(await page.inputValue('tr[data-row="13"] input'), "f\u00fcr; uns");
  await context.close();
});

test("works where a page may keep nothing", async () => {
  const prepare = () => Object.defineProperty(window, "localStorage", { get() { throw new Error("denied"); } });
  const { page, wrong, context } = await open(browser, "every.html", { prepare });
  await decide(page, 0, "accept");
  assert.equal((await figures(page)).agreed, money(saving(0)));
  assert.deepEqual(wrong, []);
  await context.close();
});
