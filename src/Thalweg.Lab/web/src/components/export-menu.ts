import { h } from "../dom.ts";
import { t } from "../i18n/index.ts";

export interface Exports {
  name: string;
  svg?: () => SVGElement | null;
  canvas?: () => HTMLCanvasElement | null;
  numbers?: () => { head: string[]; rows: (number | string | null)[][] };
}

/** A menu of the files that a figure can become. */
export function exportMenu(what: Exports): HTMLElement {
  const items: HTMLElement[] = [];
  const add = (text: string, action: () => void | Promise<void>): void => {
    items.push(h("button", { type: "button", onclick: () => void action() }, text));
  };
  if (what.svg) {
    add("SVG", () => {
      const text = svgText(what.svg!());
      if (text) {
        save(`${what.name}.svg`, new Blob([text], { type: "image/svg+xml" }));
      }
    });
    add("PNG", async () => {
      const element = what.svg!();
      const text = svgText(element);
      if (element && text) {
        const box = element.getBoundingClientRect();
        const image = new Image();
        image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
        await image.decode();
        const canvas = h("canvas", { width: Math.round(2 * box.width), height: Math.round(2 * box.height) });
        canvas.getContext("2d")!.drawImage(image, 0, 0, canvas.width, canvas.height);
        canvas.toBlob((blob) => blob && save(`${what.name}.png`, blob));
      }
    });
  } else if (what.canvas) {
    add("PNG", () => what.canvas!()?.toBlob((blob) => blob && save(`${what.name}.png`, blob)));
  }
  if (what.numbers) {
    add("CSV", () => {
      const { head, rows } = what.numbers!();
      const cell = (value: number | string | null): string => (typeof value === "string" && /[",\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : String(value ?? ""));
      save(`${what.name}.csv`, new Blob([[head, ...rows].map((row) => row.map(cell).join(",")).join("\n") + "\n"], { type: "text/csv" }));
    });
    add("JSON", () => {
      const { head, rows } = what.numbers!();
      save(`${what.name}.json`, new Blob([JSON.stringify({ columns: head, rows })], { type: "application/json" }));
    });
  }
  return h("details", { class: "export" }, h("summary", {}, t("common.export")), h("div", { class: "menu" }, ...items));
}

/** The picture with the colours that the page gives it written into it. */
function svgText(element: SVGElement | null): string | null {
  if (!element) {
    return null;
  }
  const copy = element.cloneNode(true) as SVGElement;
  const [from, to] = [[element, ...element.querySelectorAll("*")], [copy, ...copy.querySelectorAll("*")]];
  from.forEach((node, i) => {
    const style = getComputedStyle(node);
    for (const name of ["fill", "stroke", "stroke-width", "stroke-dasharray", "font-family", "font-size", "opacity", "text-anchor", "fill-opacity"]) {
      const value = style.getPropertyValue(name);
      if (value) {
        (to[i] as SVGElement).setAttribute(name, value);
      }
    }
  });
  const box = element.getBoundingClientRect();
  copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  copy.setAttribute("width", String(box.width));
  copy.setAttribute("height", String(box.height));
  return new XMLSerializer().serializeToString(copy);
}

export function save(name: string, blob: Blob): void {
  const url = URL.createObjectURL(blob);
  const link = h("a", { href: url, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 1000);
}
