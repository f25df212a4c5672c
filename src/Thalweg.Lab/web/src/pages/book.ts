import "katex/dist/katex.min.css";
import "../components/activation-curves.ts";
import "../components/figure-curves.ts";
import { h } from "../dom.ts";
import { language, t } from "../i18n/index.ts";
import type { Page } from "../page.ts";
import "../race/race.ts";

/** The elements that stand for a page's figures in the chapter, and whether that page shows more. */
const figures: Record<string, { element: `tw-${string}`; page: boolean }> = {
  descent: { element: "tw-race", page: true },
  activations: { element: "tw-activation", page: true },
  curves: { element: "tw-curves", page: false },
};

/** The chapter, with figures that run as they come into view. */
export async function bookPage(): Promise<Page> {
  const text = language() === "fr" ? (await import("../../book/fr.md")).default : (await import("../../book/en.md")).default;
  const article = h("article", { class: "book" });
  // Made of our own text when the pages were built; nothing of it comes from a reader.
  article.innerHTML = text;
  const contents = h("nav", { class: "contents", "aria-label": t("book.contents") }, h("ol", {},
    ...[...article.querySelectorAll("h2")].map((heading) => h("li", {}, h("a", { href: `#${heading.id}` }, heading.textContent)))));
  const observer = new IntersectionObserver((entries) => {
    for (const { isIntersecting, target } of entries) {
      if (isIntersecting) {
        observer.unobserve(target);
        bring(target as HTMLElement);
      }
    }
  }, { rootMargin: "200px" });
  article.querySelectorAll(".live").forEach((place) => observer.observe(place));
  return { element: h("div", { class: "page with-contents" }, contents, article), leave: () => observer.disconnect() };
}

function bring(place: HTMLElement): void {
  const { page = "", query = "" } = place.dataset;
  const figure = figures[page]!;
  place.replaceChildren(h(figure.element, { query }), ...(figure.page ? [h("p", {}, h("a", { href: `/${page}?${query}`, "data-link": true }, t("book.live")))] : []));
}
