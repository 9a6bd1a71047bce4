// What holds for every page that pare writes.
import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { execFileSync } from "node:child_process";
import { after, before, test } from "node:test";
import { folder, open, start, violations } from "./browser.mjs";

const files = fs.readdirSync(folder).filter((name) => name.endsWith(".html")).sort();
let browser;
before(async () => { browser = await start(); });
after(async () => { await browser.close(); });

function printed(file, format) {
  const pdf = path.join(folder, `${file}.${format}.pdf`);
  return { pdf, text: (page) => execFileSync("pdftotext", ["-layout", "-f", String(page), "-l", String(page), pdf, "-"], { encoding: "utf8" }) };
}

for (const file of files) {
  test(`${file}: accessible in light and dark, nothing asked of the network, nothing blocked`, async () => {
    for (const colorScheme of ["light", "dark"]) {
      const { page, wrong, context } = await open(browser, file, { colorScheme });
      assert.deepEqual(await violations(page), []);
      assert.deepEqual(wrong, []);
      assert.equal(await page.evaluate(() => window.broken), undefined);
      await context.close();
    }
  });

  test(`${file}: the same is to be read without scripts`, async () => {
    const texts = [];
    for (const javaScriptEnabled of [true, false]) {
      const { page, wrong, context } = await open(browser, file, { javaScriptEnabled });
      texts.push(await page.$$eval("h1, h2, h3, p:not(.live):not(.hint):not(.find):not(.tools p), td, th, dt, dd, svg text", (all) =>
        all.filter((one) => !one.querySelector("select, input"))
          .map((one) => one.textContent.replace(/[\u2195\u2191\u2193]/g, "").trim())
          .filter((text) => /\d/.test(text))));
      assert.deepEqual(wrong, []);
      await context.close();
    }
    assert.ok(texts[1].length > 5);
    assert.deepEqual(texts[0].filter((text) => !texts[1].includes(text)), []);
  });

  test(`${file}: fits 320 pixels, wide tables scroll by themselves`, async () => {
    const { page, context } = await open(browser, file, { viewport: { width: 320, height: 640 } });
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    assert.ok(width <= 320, `${width} pixels`);
    await context.close();
  });

  test(`${file}: on paper each long table repeats its header`, async () => {
    const { page, context } = await open(browser, file);
    const heads = await page.$$eval("table", (all) => all.filter((one) => one.tHead).map((one) => ({
      head: Array.from(one.tHead.rows[0].cells).map((cell) => cell.textContent.replace(/\u2195/g, "").trim()).filter(Boolean),
      rows: one.rows.length,
    })));
    for (const format of ["A4", "Letter"]) {
      const { pdf, text } = printed(file, format);
      await page.pdf({ path: pdf, format, preferCSSPageSize: false });
      const pages = Number(/Pages:\s+(\d+)/.exec(execFileSync("pdfinfo", [pdf], { encoding: "utf8" }))[1]);
      for (const { head, rows } of heads.filter((one) => one.rows > 130)) {
        let with_head = 0;
        for (let i = 1; i <= pages; i++) {
          const words = text(i);
          with_head += head.every((word) => words.includes(word.split(" ")[0]));
        }
        assert.ok(with_head >= Math.floor(rows / 70), `${head}: on ${with_head} of ${pages} pages`);
      }
    }
    await context.close();
  });

  test(`${file}: on paper no row is cut, and none is lost`, async () => {
    const { page, context } = await open(browser, file);
    await page.emulateMedia({ media: "print" });
    const rows = await page.$$eval("table:not(.choices):not(.totals) tbody tr", (all) => all.map((one) => ({
      inside: getComputedStyle(one).breakInside, shown: one.getClientRects().length > 0, first: one.cells[0].textContent.trim(),
    })));
    assert.deepEqual(rows.filter((row) => row.inside !== "avoid" || !row.shown), []);
    const { pdf } = printed(file, "whole");
    await page.pdf({ path: pdf, format: "A4" });
    const words = execFileSync("pdftotext", ["-layout", pdf, "-"], { encoding: "utf8" });
    const lost = rows.map((row) => row.first.split(/\s+/)[0]).filter((word) => /^[A-Za-z0-9.]{3,}$/.test(word) && !words.includes(word));
    assert.deepEqual(lost, []);
    await context.close();
  });

  test(`${file}: what is to fit the first page does`, async () => {
    const { page, context } = await open(browser, file);
    const behind = await page.$eval(".page + section h2", (one) => one.textContent).catch(() => null);
    await context.close();
    if (behind === null) return;
    for (const format of ["A4", "Letter"]) {
      const { text } = printed(file, format);
      assert.ok(!text(1).includes(behind), `"${behind}" is on page 1`);
      assert.ok(text(2).trimStart().startsWith(behind), `page 2 does not begin with "${behind}"`);
    }
  });
}
