// A browser with a page in it that notes whatever a page must not do.
import fs from "node:fs";
import path from "node:path";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const installed = createRequire(path.join(process.env.PARE_BROWSER, "node_modules", "/"));
const { chromium } = installed("playwright-core");
const axe = fs.readFileSync(installed.resolve("axe-core"), "utf8");

export const folder = process.env.PARE_PAGES;

// chromium refuses to run as root with its sandbox.
export async function start() {
  return chromium.launch({
    executablePath: process.env.PARE_CHROMIUM,
    chromiumSandbox: process.getuid() !== 0,
  });
}

export async function open(browser, file, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1200, height: 900 }, ...options });
  const wrong = [];
  const address = pathToFileURL(path.join(folder, file)).href;
  if (options.prepare) await context.addInitScript(options.prepare);
  await context.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (event) => {
      console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`);
    });
  });
  const page = await context.newPage();
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") wrong.push(message.text());
  });
  page.on("pageerror", (error) => wrong.push(String(error)));
  page.on("dialog", (dialog) => wrong.push(`dialog: ${dialog.message()}`));
  page.on("request", (request) => {
    if (request.url() !== address && !request.url().startsWith("blob:")) wrong.push(`request: ${request.url()}`);
  });
  await page.goto(address);
  return { page, wrong, context };
}

// All rules of WCAG 2.0 to 2.2, A and AA, and best practice.
export async function violations(page) {
  await page.evaluate(axe);
  const result = await page.evaluate(() => window.axe.run(document, { resultTypes: ["violations"] }));
  return result.violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.target.join(" ")).slice(0, 3).join(", ")}`);
}

export async function figures(page) {
  return page.$$eval("data[data-figure]", (all) => Object.fromEntries(all.map((one) => [one.dataset.figure, one.value])));
}

export async function decide(page, row, decision) {
  await page.selectOption(`tr[data-row="${row}"] select`, decision);
}
