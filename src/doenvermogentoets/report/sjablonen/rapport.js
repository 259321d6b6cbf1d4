"use strict";
(() => {
  const byId = (id) => document.getElementById(id);
  const fields = [...document.querySelectorAll("[data-key]")];
  const reviewElement = byId("beoordeling");
  let unsaved = false;

  // --- filter -------------------------------------------------------------------------------------------------------
  const form = byId("filter");
  const selects = [...form.querySelectorAll("[data-filter]")];
  const rows = [...document.querySelectorAll("#lijst .bevinding")];
  const apply = () => {
    let shown = 0;
    for (const row of rows) {
      const fits = selects.every((s) => !s.value || row.dataset[s.dataset.filter] === s.value);
      row.hidden = !fits;
      shown += fits ? 1 : 0;
    }
    // findings on language are folded by kind; whoever filters wants to see what is left
    const filtered = selects.some((s) => s.value);
    for (const kind of document.querySelectorAll("details.soort")) {
      kind.hidden = !kind.querySelector(".bevinding:not([hidden])");
      if (filtered && !kind.hidden) kind.open = true;
    }
    byId("filterstand").textContent = `${shown} van ${rows.length} bevindingen getoond.`;
  };
  const choose = (name, value) => {
    const select = selects.find((s) => s.dataset.filter === name);
    if (select) select.value = value;
  };
  form.hidden = false;
  form.addEventListener("change", apply);
  form.addEventListener("reset", () => setTimeout(apply));
  form.addEventListener("submit", (event) => event.preventDefault());
  for (const link of document.querySelectorAll("[data-filter-theme]")) {
    link.addEventListener("click", () => {
      form.reset();
      choose("theme", link.dataset.filterTheme);
      choose("row", link.dataset.filterRow);
      apply();
    });
  }
  // a link to a finding that the filter hides shows everything again
  const reveal = () => {
    const target = byId(decodeURIComponent(location.hash.slice(1)));
    const kind = target && target.closest("details.soort");
    if (kind && !kind.open) {
      kind.open = true;
      target.scrollIntoView();
    }
    if (target && target.hidden) {
      form.reset();
      setTimeout(() => { apply(); target.scrollIntoView(); });
    }
  };
  window.addEventListener("hashchange", reveal);
  form.reset();
  setTimeout(() => { apply(); reveal(); });

  // --- the reviewer's fields ------------------------------------------------------------------------------------------
  const grow = (area) => { area.style.height = "auto"; area.style.height = `${area.scrollHeight + 2}px`; };
  const review = () => {
    const out = {};
    for (const field of fields) {
      const value = field.value.trim();
      if (!value) continue;
      const entry = (out[field.dataset.key] ??= { judgement: "", remark: "" });
      entry[field.dataset.part] = value;
    }
    return out;
  };
  const kept = JSON.parse(reviewElement.textContent || "{}");
  for (const field of fields) {
    const value = kept[field.dataset.key]?.[field.dataset.part] ?? "";
    if (value && field.tagName === "SELECT" && ![...field.options].some((o) => o.value === value)) field.add(new Option(value, value));
    field.value = value;
    field.addEventListener("input", () => {
      unsaved = true;
      byId("bewaarstand").textContent = "Er zijn oordelen of opmerkingen die nog niet zijn bewaard.";
      if (field.tagName === "TEXTAREA") grow(field);
    });
  }
  // «<» is written as an escape, so that no remark can end the element it stands in
  const json = (value) => JSON.stringify(value).replace(/</g, "\\u003c");
  const name = () => (location.pathname.split("/").pop() || "rapport.html").replace(/\.html?$/i, "") || "rapport";
  // where a table or drawing goes on beyond the edge, words say so; what fits says nothing
  for (const box of document.querySelectorAll(".tabel")) {
    const hint = document.createElement("p");
    hint.className = "schuif";
    hint.hidden = true;
    hint.setAttribute("aria-hidden", "true"); // a screen reader reads all of it, wherever it has been moved to
    hint.textContent = "Schuif opzij voor de rest →";
    box.prepend(hint);
    new ResizeObserver(() => { hint.hidden = box.scrollWidth <= box.clientWidth + 1; }).observe(box);
  }
  const download = (content, type, suffix) => {
    const link = document.createElement("a");
    const url = URL.createObjectURL(new Blob([content], { type }));
    link.href = url;
    link.download = `${decodeURIComponent(name())}${suffix}`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(url), 1000);
    unsaved = false;
    byId("bewaarstand").textContent = "Bewaard als download. Gebruik dat bestand met --previous bij de volgende versie.";
  };
  byId("bewaarbalk").hidden = false;
  byId("bewaar-html").addEventListener("click", () => {
    const copy = document.documentElement.cloneNode(true);
    copy.querySelector("#beoordeling").textContent = json(review());
    const values = new Map(fields.map((f) => [f.id, f.value]));
    for (const area of copy.querySelectorAll("textarea")) { area.textContent = values.get(area.id) ?? ""; area.removeAttribute("style"); }
    for (const select of copy.querySelectorAll("select[data-key]")) {
      for (const option of select.options) option.toggleAttribute("selected", option.value === values.get(select.id) && option.value !== "");
    }
    for (const hint of copy.querySelectorAll(".schuif")) hint.remove();
    for (const hidden of copy.querySelectorAll(".bevinding[hidden],details.soort[hidden]")) hidden.removeAttribute("hidden");
    for (const only of copy.querySelectorAll("#filter,#bewaarbalk")) only.setAttribute("hidden", "");
    download(`<!DOCTYPE html>\n${copy.outerHTML}\n`, "text/html;charset=utf-8", ".html");
  });
  byId("bewaar-json").addEventListener("click", () => {
    const data = JSON.parse(byId("rapportgegevens").textContent);
    data.review = review();
    download(`${JSON.stringify(data, null, 1)}\n`, "application/json", ".json");
  });
  window.addEventListener("beforeunload", (event) => { if (unsaved) event.preventDefault(); });
  window.addEventListener("beforeprint", () => fields.filter((f) => f.tagName === "TEXTAREA").forEach(grow));
})();
