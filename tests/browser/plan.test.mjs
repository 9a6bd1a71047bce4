// What is decided on the page of a plan comes to what pare says of the saved decisions, to the cent.
import assert from "node:assert/strict";
import path from "node:path";
import { execFileSync } from "node:child_process";
import { after, before, test } from "node:test";
import { decide, figures, folder, open, start } from "./browser.mjs";

let browser;
before(async () => { browser = await start(); });
after(async () => { await browser.close(); });

// The inventory that the page was made from; hostile.csv has in every field what could break out.
const pages = [["plan.html", "samples/hospital.csv"], ["hostile.html", "tests/browser/hostile.csv"], ["minimal.html", "samples/minimal.csv"],
  ["propose.html", "samples/hospital.csv"], ["propose-hostile.html", "tests/browser/hostile.csv"]];

function as_decided(inventory, decisions) {
  const words = ["plan", inventory, "-q", "--decisions", decisions, "--as-decided", "-f", "json"];
  const plan = JSON.parse(execFileSync(process.env.PARE, words, { encoding: "utf8" })).plan;
  return [plan.theoretical, plan.realisable, plan.low, plan.high, plan.cash].map((amount) => amount.toFixed(2));
}

async function agrees(page, inventory, name) {
  const [download] = await Promise.all([page.waitForEvent("download"), page.click("[data-save]")]);
  const file = path.join(folder, name);
  await download.saveAs(file);
  const now = await figures(page);
  assert.deepEqual([now.agreed, now.agreed, now.agreed_low, now.agreed_high, now.agreed_cash], as_decided(inventory, file));
  return Number(now.agreed);
}

for (const [name, inventory] of pages) {
  test(`${name}: accepting all, then rejecting one after the other, also of one bundle`, async () => {
    const { page, wrong, context } = await open(browser, name);
    const rows = await page.$$eval("tr[data-row]", (all) => all.length);
    await page.click('[data-all="accept"]');
    const sums = [await agrees(page, inventory, "all.csv")];
    assert.ok(rows >= 1 && sums[0] > 0);
    const step = Math.ceil(rows / 6); // chromium drops what is saved more than ten times in a row
    for (let row = 0; row < rows; row++) {
      await decide(page, row, row % 3 === 2 ? "defer" : "reject");
      if (row % step === 0 || row + 1 === rows) sums.push(await agrees(page, inventory, `without-${row}.csv`));
    }
    assert.equal(sums[sums.length - 1], 0);
    assert.deepEqual(wrong, []);
    await context.close();
  });

  test(`${name}: every second one accepted; the saved decisions stand on the next page`, async () => {
    for (const first of [0, 1]) {
      const { page, context } = await open(browser, name);
      const rows = await page.$$eval("tr[data-row]", (all) => all.length);
      for (let row = first; row < rows; row += 2) await decide(page, row, "accept");
      const saving = await agrees(page, inventory, `second-${first}.csv`);
      await context.close();
      const next = path.join(folder, "next.html");
      execFileSync(process.env.PARE, ["plan", inventory, "-q", "--decisions", path.join(folder, `second-${first}.csv`), "-o", next]);
      const again = await open(browser, "next.html");
      assert.equal(Number((await figures(again.page)).agreed), saving);
      await again.context.close();
    }
  });
}
