import { h } from "../dom.ts";
import { t } from "../i18n/index.ts";

export interface Exports {
  name: string;
  svg?: () => SVGElement | null;
  canvas?: () => HTMLCanvasElement | null;
  /** Shows one of the moments of an animation; nothing where there is none to show. */
  moments?: () => { count: number; show: (moment: number) => void } | null;
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
        const canvas = await painted(element, text, 2);
        canvas.toBlob((blob) => blob && save(`${what.name}.png`, blob));
      }
    });
  } else if (what.canvas) {
    add("PNG", () => what.canvas!()?.toBlob((blob) => blob && save(`${what.name}.png`, blob)));
  }
  if (what.svg && what.moments) {
    add("GIF", () => animation(what));
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

/** A drawing as pixels. */
async function painted(element: SVGElement, text: string, scale: number): Promise<HTMLCanvasElement> {
  const box = element.getBoundingClientRect();
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  await image.decode();
  const canvas = h("canvas", { width: Math.round(scale * box.width), height: Math.round(scale * box.height) });
  const context = canvas.getContext("2d", { willReadFrequently: true })!;
  context.fillStyle = getComputedStyle(document.body).backgroundColor;
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas;
}

/** The moments of an animation as a GIF, at most 80 of them. */
async function animation(what: Exports): Promise<void> {
  const moments = what.moments!();
  if (!moments || moments.count < 2) {
    return;
  }
  const { GIFEncoder, applyPalette, quantize } = await import("gifenc");
  const encoder = GIFEncoder();
  const frames = Math.min(80, moments.count);
  for (let i = 0; i < frames; i++) {
    moments.show(Math.round((i * (moments.count - 1)) / (frames - 1)));
    const element = what.svg!()!;
    const canvas = await painted(element, svgText(element)!, 1);
    const { data } = canvas.getContext("2d")!.getImageData(0, 0, canvas.width, canvas.height);
    const palette = quantize(data, 128);
    encoder.writeFrame(applyPalette(data, palette), canvas.width, canvas.height, { palette, delay: i === frames - 1 ? 1500 : 60 });
  }
  encoder.finish();
  save(`${what.name}.gif`, new Blob([encoder.bytes()], { type: "image/gif" }));
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
