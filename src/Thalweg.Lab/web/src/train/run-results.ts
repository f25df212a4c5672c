import { confusionMatrix } from "../components/confusion-matrix.ts";
import { ContourMap } from "../components/contour-map.ts";
import { field, h, select } from "../dom.ts";
import { t } from "../i18n/index.ts";
import { api, type Boundary } from "../net/api.ts";
import type { LiveRun } from "./live-run.ts";

/** What a trained network looks like, and what it answers: its layers, the classes it takes rows for, its decision over two inputs. */
export async function runResults(live: LiveRun): Promise<HTMLElement[]> {
  const parts = await Promise.all([network(live), ifAny(async () => {
    const { labels, counts } = await api.confusion(live.id);
    return confusionMatrix(labels, counts);
  }), ifAny(async () => boundary(live, await api.boundary(live.id)))]);
  return parts.filter((part) => part !== null);
}

function network(live: LiveRun): HTMLElement | null {
  const drawing = live.details?.network?.svg;
  // The server's drawing as a picture: nothing in it can run.
  return drawing ? h("figure", { class: "network" }, h("figcaption", {}, t("train.network")), h("img", { alt: t("train.network"), src: `data:image/svg+xml;charset=utf-8,${encodeURIComponent(drawing)}` })) : null;
}

/** The classes over any two of the inputs, with the rows; the other inputs are at their means. */
function boundary(live: LiveRun, first: Boundary): HTMLElement {
  const place = h("div", { class: "stacked" });
  const show = (answer: Boundary): void => {
    const map = new ContourMap(t("train.boundary", { x: answer.features[0], y: answer.features[1] }));
    if (answer.labels) {
      map.setRegions(answer, answer.labels);
    } else {
      map.setField(answer);
    }
    map.setPoints(answer.points.map((point) => ({ x: point.x, y: point.y, style: point.label ?? 0, name: point.label === null ? String(point.value) : (answer.labels?.[point.label] ?? String(point.label)) })));
    const choose = (axis: 0 | 1, text: string): HTMLElement => field(text, select(answer.inputs, answer.features[axis], (name) => {
      // The one that the other axis has already changes places with it.
      const other = answer.features[1 - axis]!;
      const pair = axis === 0 ? [name, name === other ? answer.features[0] : other] : [name === other ? answer.features[1] : other, name];
      void api.boundary(live.id, pair[0], pair[1]).then(show);
    }));
    place.replaceChildren(map, ...(answer.inputs.length > 2 ? [h("div", { class: "row" }, choose(0, t("train.across")), choose(1, t("train.up")))] : []));
  };
  show(first);
  return place;
}

/** A part that not every run has: a regression has no classes, a network with one input no plane. */
async function ifAny(part: () => Promise<HTMLElement>): Promise<HTMLElement | null> {
  try {
    return await part();
  } catch {
    return null;
  }
}
