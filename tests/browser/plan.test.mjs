// What is decided on the page of a plan comes to what pare says of the saved decisions, to the cent.
import assert from "node:assert/strict";
import path from "node:path";
import { execFileSync } from "node:child_process";
import { after, before, test } from "node:test";
import { decide, figures, folder, open, start } from "./browser.mjs";

let browser;
before(async () => { browser = await start(); });
after(async () => { await browser.close(); });

function as_decided(decisions) {
  const words = ["plan", "samples/hospital.csv", "-q", "--decisions", decisions, "--as-decided", "-f", "json"];
  const plan = JSON.parse(execFileSync(process.env.PARE, words, { encoding: "utf8" })).plan;
  return [plan.theoretical, plan.realisable, plan.low, plan.high, plan.cash].map((amount) => amount.toFixed(2));
}

async function agrees(page, name) {
  const [download] = await Promise.all([page.waitForEvent("download"), page.click("[data-save]")]);
  const file = path.join(folder, name);
  await download.saveAs(file);
  const now = await figures(page);
  assert.deepEqual([now.agreed, now.agreed, now.agreed_low, now.agreed_high, now.agreed_cash], as_decided(file));
  return Number(now.agreed);
}

test("accepting all, then rejecting one after the other, also of one bundle", async () => {
  const { page, wrong, context } = await open(browser, "plan.html");
  const rows = await page.$$eval("tr[data-row]", (all) => all.length);
  await page.click('[data-all="accept"]');
  const sums = [await agrees(page, "all.csv")];
  assert.ok(rows >= 10 && sums[0] > 0);
  for (let row = 0; row < rows; row++) {
    await decide(page, row, row % 3 === 2 ? "defer" : "reject");
    if (row % 2 === 0 || row + 1 === rows) sums.push(await agrees(page, `without-${row}.csv`));
  }
  assert.equal(sums[sums.length - 1], 0);
  assert.ok(sums.every((sum, i) => i === 0 || sum <= sums[i - 1]));
  assert.deepEqual(wrong, []);
  await context.close();
});

test("every second one accepted", async () => {
  for (const first of [0, 1]) {
    const { page, context } = await open(browser, "plan.html");
    const rows = await page.$$eval("tr[data-row]", (all) => all.length);
    for (let row = first; row < rows; row += 2) await decide(page, row, "accept");
    await agrees(page, `second-${first}.csv`);
    await context.close();
  }
});
