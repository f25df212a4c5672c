import "uplot/dist/uPlot.min.css";
import "./style.css";
import { themeChanged } from "./components/component.ts";
import { h, select } from "./dom.ts";
import { language, setLanguage, t, type Key, type Language } from "./i18n/index.ts";
import { isRecorded, labAddress } from "./net/recorded.ts";
import { stream } from "./net/stream.ts";
import type { Page } from "./page.ts";

/** Pages come when they are opened. */
const pages: Record<string, { title: Key; open: () => Promise<Page> }> = {
  descent: { title: "nav.descent", open: async () => (await import("./pages/descent.ts")).descentPage() },
  train: { title: "nav.train", open: async () => (await import("./pages/train.ts")).trainPage() },
  landscape: { title: "nav.landscape", open: async () => (await import("./pages/landscape.ts")).landscapePage() },
  activations: { title: "nav.activations", open: async () => (await import("./pages/activations.ts")).activationsPage() },
  runs: { title: "nav.runs", open: async () => (await import("./pages/runs.ts")).runsPage() },
  book: { title: "nav.book", open: async () => (await import("./pages/book.ts")).bookPage() },
};

let current: Page | null = null;
let opening = 0;
const main = h("main", { id: "content", tabindex: -1 });
const offline = h("p", { class: "offline", role: "status", hidden: true });

stream.onstate = (connected) => {
  offline.hidden = connected;
  offline.textContent = connected ? "" : t("common.offline");
};

function name(): string {
  if (isRecorded()) {
    return "book";
  }
  const part = location.pathname.split("/").filter(Boolean)[0] ?? "descent";
  return part in pages ? part : "descent";
}

function frame(): void {
  document.documentElement.lang = language();
  const themes = ["auto", "light", "dark"] as const;
  document.body.replaceChildren(
    h("a", { class: "skip", href: "#content" }, t("app.skip")),
    h("header", {},
      h("a", { class: "brand", href: "/descent", "data-link": true }, h("img", { src: "icon.svg", alt: "", width: 28, height: 28 }), t("app.title")),
      h("nav", { "aria-label": t("app.menu") }, ...Object.entries(pages).filter(([key]) => !isRecorded() || key === "book").map(([key, page]) => h("a", { href: `/${key}`, "data-link": true, "aria-current": key === name() ? "page" : undefined }, t(page.title)))),
      h("div", { class: "choices" },
        labelled(t("app.language"), select([{ value: "en", text: "English" }, { value: "fr", text: "Français" }], language(), (value) => { setLanguage(value as Language); stream.reconnect(); frame(); void open(); })),
        labelled(t("app.theme"), select(themes.map((theme) => ({ value: theme, text: t(`theme.${theme}` as Key) })), localStorage.getItem("thalweg.theme") ?? "auto", (value) => { localStorage.setItem("thalweg.theme", value); theme(); themeChanged(); })),
        isRecorded() ? null : copyLink())),
    offline, main);
}

/** The address holds the view: whoever opens it sees the same. */
function copyLink(): HTMLElement {
  const button = h("button", { type: "button", onclick: () => void navigator.clipboard.writeText(location.href).then(() => {
    button.textContent = t("common.linkCopied");
    setTimeout(() => (button.textContent = t("common.link")), 2000);
  }) }, t("common.link"));
  return button;
}

function labelled(label: string, control: HTMLElement): HTMLElement {
  control.setAttribute("aria-label", label);
  return control;
}

function theme(): void {
  document.documentElement.dataset["theme"] = localStorage.getItem("thalweg.theme") ?? "auto";
}

async function open(focus = false): Promise<void> {
  const mine = (opening += 1);
  current?.leave?.();
  current = null;
  const page = pages[name()]!;
  document.title = `${t(page.title)} · ${t("app.title")}`;
  document.querySelectorAll("nav a").forEach((link) => {
    if (link.getAttribute("href") === `/${name()}`) {
      link.setAttribute("aria-current", "page");
    } else {
      link.removeAttribute("aria-current");
    }
  });
  main.replaceChildren(h("p", { class: "loading", role: "status" }, t("common.loading")));
  try {
    const opened = await page.open();
    if (mine !== opening) {
      opened.leave?.();
      return;
    }
    current = opened;
    main.replaceChildren(opened.element);
  } catch (problem) {
    main.replaceChildren(h("p", { class: "error", role: "alert" }, (problem as Error).message));
  }
  if (focus) {
    main.focus({ preventScroll: true });
    scrollTo(0, 0);
  }
}

document.addEventListener("click", (event) => {
  const link = (event.target as Element).closest?.("a[data-link]");
  if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey && event.button === 0) {
    event.preventDefault();
    if (isRecorded()) {
      location.assign(labAddress + link.getAttribute("href"));
      return;
    }
    history.pushState(null, "", link.getAttribute("href"));
    void open(true);
  }
});
addEventListener("popstate", () => void open());
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", themeChanged);

theme();
frame();
void open();
