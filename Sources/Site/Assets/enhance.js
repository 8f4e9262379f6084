// What makes a page handier where scripts run. Every task works without it.

// Copies the text of a link or field to the clipboard.
for (const button of document.querySelectorAll("button[data-copy]")) {
  button.hidden = false;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(button.dataset.copy);
    button.textContent = button.title || button.textContent;
  });
}

// Asks for advice about what is being typed, and puts it beside the field. It never blocks.
for (const box of document.querySelectorAll("[data-check]")) {
  const form = box.closest("form");
  let wait;
  const ask = async () => {
    const answer = await fetch(box.dataset.check, { method: "POST", body: new URLSearchParams(new FormData(form)) });
    if (answer.ok) box.innerHTML = await answer.text();
  };
  form?.addEventListener("input", () => {
    clearTimeout(wait);
    wait = setTimeout(ask, 600);
  });
}

// Says before leaving that something typed was not sent yet.
for (const form of document.querySelectorAll("form[data-enhance]")) {
  let touched = false;
  form.addEventListener("input", () => (touched = true));
  form.addEventListener("submit", () => (touched = false));
  addEventListener("beforeunload", (event) => {
    if (touched) event.preventDefault();
  });
}
