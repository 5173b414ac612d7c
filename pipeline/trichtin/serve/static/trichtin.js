// Works without; with it: copy a citation, show every piece of a fact, open what a link points into.
"use strict";

document.querySelectorAll("button.copy").forEach((button) => {
  if (!navigator.clipboard) return;
  button.hidden = false;
  button.addEventListener("click", async () => {
    const text = button.parentElement.querySelector(".citation").textContent;
    await navigator.clipboard.writeText(text);
    button.textContent = button.dataset.done;
  });
});

function reveal() {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!target) return;
  for (let box = target.closest("details"); box; box = box.parentElement.closest("details")) box.open = true;
  target.scrollIntoView({ block: "center" });
}
addEventListener("hashchange", reveal);
if (location.hash) reveal();

// "/" goes to the search box, as in many a web application.
addEventListener("keydown", (event) => {
  const box = document.getElementById("q");
  if (event.key === "/" && box && !/^(INPUT|TEXTAREA|SELECT)$/.test(document.activeElement.tagName)) {
    event.preventDefault();
    box.focus();
  }
});
