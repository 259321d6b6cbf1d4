// Opens a report in Chromium as a reviewer would and writes what was seen as JSON on standard output.
// usage: node bekijk.mjs CHROMIUM REPORT.html FOLDER INDEX.html   (INDEX: the page of a batch, with the reports beside it)
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const [executablePath, report, folder, index] = process.argv.slice(2);
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf-8");
const rules = { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] };
const seen = { errors: [], requests: [], axe: {} };

const browser = await chromium.launch({
  executablePath,
  args: [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage",
  ],
});

const open = async (file, options = {}) => {
  const context = await browser.newContext({ acceptDownloads: true, viewport: { width: 1200, height: 900 }, ...options });
  const page = await context.newPage();
  page.on("console", (message) => { if (["error", "warning"].includes(message.type())) seen.errors.push(message.text()); });
  page.on("pageerror", (error) => seen.errors.push(String(error)));
  page.on("request", (request) => {
    const url = request.url();
    const opened = request.isNavigationRequest() && url.startsWith("file:"); // a page we go to ourselves
    if (!opened && !url.startsWith("blob:") && !url.startsWith("data:") && url !== pathToFileURL(file).href) seen.requests.push(url);
  });
  await page.goto(pathToFileURL(file).href);
  return page;
};
const check = async (page, name) => {
  await page.evaluate(axe);
  const { violations } = await page.evaluate((options) => window.axe.run(document, options), rules);
  seen.axe[name] = violations.map((v) => ({ id: v.id, impact: v.impact, help: v.help, where: v.nodes.slice(0, 3).map((n) => n.html.slice(0, 200)) }));
};
// What a screen reader is given: the accessibility tree of Chromium, as far as it is not ignored.
const CONTROLS = ["button", "combobox", "textbox", "link", "DisclosureTriangle", "checkbox", "radio", "listbox"];
const NAMED = [...CONTROLS, "table", "region", "navigation", "form", "image", "img", "figure", "graphics-document"];
const heard = async (page) => {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send("Accessibility.getFullAXTree");
  const known = nodes.filter((n) => !n.ignored);
  const role = (n) => n.role?.value ?? "";
  const name = (n) => (n.name?.value ?? "").trim();
  const byId = new Map(nodes.map((n) => [n.nodeId, n]));
  const below = (n) => (n.childIds ?? []).map((id) => byId.get(id)).filter(Boolean).flatMap((c) => [c, ...below(c)]);
  const fields = known.filter((n) => ["combobox", "textbox"].includes(role(n)) && name(n)).map(name);
  return {
    nameless: known.filter((n) => NAMED.includes(role(n)) && !name(n)).map(role),
    fields,
    tables: known.filter((n) => role(n) === "table").map((n) => {
      const heads = below(n).filter((c) => ["columnheader", "rowheader"].includes(role(c)));
      return { name: name(n), columns: heads.filter((c) => role(c) === "columnheader").length, rows: heads.filter((c) => role(c) === "rowheader").length };
    }),
    counted: Object.fromEntries(NAMED.map((r) => [r, known.filter((n) => role(n) === r).length])),
    // «h4» straight under «h2» is a step that a reader who jumps from heading to heading cannot follow
    headings: await page.evaluate(() => [...document.querySelectorAll("h1,h2,h3,h4,h5,h6")].map((h) => Number(h.tagName[1]))),
    language: await page.evaluate(() => document.documentElement.lang),
  };
};
const visible = (page) => page.locator("#lijst .bevinding:visible").count();
const save = async (page, button) => {
  const [download] = await Promise.all([page.waitForEvent("download"), page.click(button)]);
  const path = join(folder, `bewaard-${download.suggestedFilename()}`);
  await download.saveAs(path);
  return path;
};

const page = await open(report);
await check(page, "light");
seen.heard = await heard(page);
seen.all = await visible(page);
seen.themes = {};
for (const theme of await page.locator("#f-thema option").allTextContents()) {
  await page.selectOption("#f-thema", { label: theme });
  seen.themes[theme] = { visible: await visible(page), told: await page.textContent("#filterstand") };
}
await page.selectOption("#f-ernst", "warning");
await page.selectOption("#f-thema", "");
seen.warnings = await visible(page);
await page.click("#filter button[type=reset]");
await page.waitForTimeout(50);
seen.afterReset = await visible(page);

const cell = page.locator(".kaart td a").first();
seen.cell = Number((await cell.textContent()).match(/\d+/)[0]);
await cell.click();
seen.afterCell = await visible(page);
const hiddenId = await page.evaluate(() => document.querySelector("#lijst .bevinding[hidden]").id);
await page.evaluate((id) => { location.hash = id; }, hiddenId);
await page.waitForTimeout(100);
seen.revealed = await page.locator(`#${hiddenId}`).isVisible();

// the keyboard alone: the first stop is the way past the navigation
const keys = await open(report);
await keys.keyboard.press("Tab");
seen.firstStop = await keys.evaluate(() => document.activeElement.textContent);
await keys.keyboard.press("Enter");
seen.afterSkip = await keys.evaluate(() => document.activeElement.id);
// on with Tab, every stop with a mark that can be seen, to the filter; its first list is changed with the arrows, and «Toon alles» pressed
const stop = () => keys.evaluate(() => {
  const on = document.activeElement;
  const { outlineStyle, outlineWidth } = getComputedStyle(on);
  return { id: on.id, what: `${on.tagName} ${on.id || on.textContent.trim().slice(0, 30)}`, marked: outlineStyle !== "none" && parseFloat(outlineWidth) >= 2 };
});
seen.unmarked = [];
const tabTo = async (reached) => {
  for (let stops = 0; stops < 1500; stops += 1) {
    await keys.keyboard.press("Tab");
    const at = await stop();
    if (!at.marked && !at.what.startsWith("BODY")) seen.unmarked.push(at.what); // past the last stop there is nothing to see
    if (reached(at)) return true;
  }
  return false;
};
await tabTo((at) => at.id === "f-thema");
await keys.keyboard.press("ArrowDown");
seen.filterByKeyboard = { shown: await visible(keys), told: await keys.textContent("#filterstand"), theme: await keys.inputValue("#f-thema") };
await tabTo((at) => at.what.startsWith("BUTTON"));
await keys.keyboard.press("Enter");
await keys.waitForTimeout(50);
seen.filterByKeyboard.afterReset = await visible(keys);

// saving with the keyboard alone: Tab until the button, then Enter
await keys.selectOption("#oordeel-D4", "in orde");
await keys.focus("#opmerking-D4");
await keys.keyboard.type("Met het toetsenbord");
await tabTo((at) => at.id === "bewaar-html");
const [byKeyboard] = await Promise.all([keys.waitForEvent("download"), keys.keyboard.press("Enter")]);
seen.savedByKeyboard = join(folder, `toetsenbord-${byKeyboard.suggestedFilename()}`);
await byKeyboard.saveAs(seen.savedByKeyboard);
seen.toldByKeyboard = await keys.textContent("#bewaarstand");

// what a reviewer writes is saved in both forms
await page.selectOption("#oordeel-D4", "vraagt aandacht");
await page.fill("#opmerking-D4", "Te streng </script><b>?\ntweede regel");
const first = page.locator("#lijst details.veld").first();
await first.locator("summary").click();
await first.locator("textarea").fill("Bewust?");
seen.unsaved = await page.textContent("#bewaarstand");
seen.savedHtml = await save(page, "#bewaar-html");
seen.savedJson = await save(page, "#bewaar-json");
seen.saved = await page.textContent("#bewaarstand");
const again = await open(seen.savedHtml);
seen.hintsKept = (readFileSync(seen.savedHtml, "utf-8").match(/class="schuif"/g) ?? []).length;
seen.kept = [await again.inputValue("#oordeel-D4"), await again.inputValue("#opmerking-D4")];
seen.keptVisible = await visible(again);
await again.selectOption("#f-thema", { index: 1 });
seen.keptFilter = await visible(again);
seen.again = await save(again, "#bewaar-html");

const dark = await open(report, { colorScheme: "dark" });
await check(dark, "dark");
const narrow = await open(report, { viewport: { width: 360, height: 740 } });
await check(narrow, "narrow");
seen.overflow = await narrow.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

// what goes on beyond the edge says so, can be reached with the keyboard, and no word is cut without a hyphen by a rule of ours
seen.sideways = await narrow.locator(".tabel").evaluateAll((boxes) => boxes.map((box) => ({
  overflows: box.scrollWidth > box.clientWidth + 1,
  hint: [...box.children].some((e) => e.className === "schuif" && e.getClientRects().length > 0),
  focusable: box.tabIndex === 0,
})));
seen.words = await narrow.evaluate(() => [...new Set([...document.querySelectorAll("main, main *")].map((e) => {
  const { hyphens, overflowWrap, wordBreak } = getComputedStyle(e);
  return `${hyphens} ${overflowWrap} ${wordBreak}`;
}))]);
const paper = await open(report);
seen.paperHeadings = await paper.locator("h2, h3, h4").evaluateAll((heads) => heads.map((h) => h.textContent.replace(/\s+/g, " ").trim()));
await paper.emulateMedia({ media: "print" });
seen.onPaper = await paper.evaluate(() => Object.fromEntries(["nav", "#bewaarbalk", "#filter", "main"].map((s) => [s, getComputedStyle(document.querySelector(s)).display])));
await paper.pdf({ path: join(folder, "rapport.pdf"), preferCSSPageSize: true });

const withoutScript = await open(report, { javaScriptEnabled: false });
seen.withoutScript = { visible: await withoutScript.locator("#lijst .bevinding:visible").count(), filter: await withoutScript.locator("#filter").isVisible() };

// the page of a batch: every link leads to a page that opens
const batch = await open(index);
await check(batch, "index");
seen.heardIndex = await heard(batch);
seen.index = { heading: await batch.textContent("h1"), links: {} };
for (const href of await batch.locator("a").evaluateAll((links) => links.map((link) => link.href))) {
  const target = await open(fileURLToPath(href));
  seen.index.links[href.split("/").slice(-1)[0]] = await target.textContent("h1");
  await target.close();
}
await batch.keyboard.press("Tab");
while ((await batch.evaluate(() => document.activeElement.tagName)) !== "A") await batch.keyboard.press("Tab");
const narrowBatch = await open(index, { colorScheme: "dark", viewport: { width: 360, height: 740 } });
await check(narrowBatch, "indexNarrowDark");
seen.index.overflow = await narrowBatch.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
// last, because the page is left: a link followed with Enter
await Promise.all([batch.waitForURL("**/*.html"), batch.keyboard.press("Enter")]);
await batch.waitForLoadState();
seen.index.followed = await batch.textContent("h1");

await page.goto(pathToFileURL(report).href.split("#")[0]);
await page.screenshot({ path: join(folder, "rapport.png") });
await browser.close();
console.log(JSON.stringify(seen));
