import "katex/dist/katex.min.css";
import { h } from "../dom.ts";
import { language, t } from "../i18n/index.ts";
import type { Page } from "../page.ts";

/** The chapter, with figures that run as they come into view. */
export async function bookPage(): Promise<Page> {
  const text = language() === "fr" ? (await import("../../book/fr.md")).default : (await import("../../book/en.md")).default;
  const article = h("article", { class: "book" });
  // Made of our own text when the pages were built; nothing of it comes from a reader.
  article.innerHTML = text;
  const contents = h("nav", { class: "contents", "aria-label": t("book.contents") }, h("ol", {},
    ...[...article.querySelectorAll("h2")].map((heading) => h("li", {}, h("a", { href: `#${heading.id}` }, heading.textContent)))));
  const open: Page[] = [];
  const observer = new IntersectionObserver((entries) => {
    for (const entry of entries) {
      if (entry.isIntersecting) {
        observer.unobserve(entry.target);
        void live(entry.target as HTMLElement, open);
      }
    }
  }, { rootMargin: "200px" });
  article.querySelectorAll(".live").forEach((place) => observer.observe(place));
  return {
    element: h("div", { class: "page with-contents" }, contents, article),
    leave: () => {
      observer.disconnect();
      open.forEach((page) => page.leave?.());
    },
    restyle: () => open.forEach((page) => page.restyle?.()),
  };
}

async function live(place: HTMLElement, open: Page[]): Promise<void> {
  const name = place.dataset["page"] ?? "";
  const text = place.dataset["query"] ?? "";
  const query = new URLSearchParams(text);
  try {
    const page = name === "activations"
      ? await (await import("./activations.ts")).activationsPage(query)
      : await (await import("./descent.ts")).descentPage(query);
    open.push(page);
    place.replaceChildren(page.element, h("p", {}, h("a", { href: `/${name}?${text}`, "data-link": true }, t("book.live"))));
    page.restyle?.();
  } catch (problem) {
    place.replaceChildren(h("p", { class: "error", role: "alert" }, (problem as Error).message));
  }
}
