/** Makes an element: properties starting with "on" are listeners, others attributes; false and undefined leave an attribute out. */
export type Props = Record<string, string | number | boolean | undefined | ((event: never) => void)>;
export type Child = Node | string | number | null | undefined | false;

export function h<K extends keyof HTMLElementTagNameMap>(tag: K, props?: Props, ...children: Child[]): HTMLElementTagNameMap[K];
export function h(tag: string, props?: Props, ...children: Child[]): HTMLElement;
export function h(tag: string, props: Props = {}, ...children: Child[]): HTMLElement {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (typeof value === "function") {
      element.addEventListener(name.slice(2), value as unknown as EventListener);
    } else if (value === true) {
      element.setAttribute(name, "");
    } else if (value !== false && value !== undefined) {
      element.setAttribute(name, String(value));
    }
  }
  append(element, children);
  return element;
}

/** The same for SVG. */
export function svg(tag: string, props: Props = {}, ...children: Child[]): SVGElement {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(props)) {
    if (typeof value === "function") {
      element.addEventListener(name.slice(2), value as unknown as EventListener);
    } else if (value !== false && value !== undefined) {
      element.setAttribute(name, String(value));
    }
  }
  append(element, children);
  return element;
}

function append(element: Element, children: Child[]): void {
  for (const child of children) {
    if (child !== null && child !== undefined && child !== false) {
      element.append(typeof child === "number" ? String(child) : child);
    }
  }
}

/** A form field with its label; the label names the control for screen readers too. */
export function field(label: string, control: HTMLElement, hint?: string): HTMLElement {
  const id = control.id || `field-${(fields += 1)}`;
  control.id = id;
  const described = hint ? h("small", { id: `${id}-hint`, class: "hint" }, hint) : null;
  if (described) {
    control.setAttribute("aria-describedby", described.id);
  }
  return h("div", { class: "field" }, h("label", { for: id }, label), control, described);
}

/** Says at a field what is wrong with what it holds; with an empty text nothing is any more. */
export function mark(place: HTMLElement, fault: string): void {
  const control = place.querySelector("input, select")!;
  place.querySelector(".fault")?.remove();
  if (fault === "") {
    control.removeAttribute("aria-invalid");
    control.removeAttribute("aria-errormessage");
    return;
  }
  control.setAttribute("aria-invalid", "true");
  control.setAttribute("aria-errormessage", `${control.id}-fault`);
  place.append(h("small", { id: `${control.id}-fault`, class: "fault", role: "alert" }, fault));
}

let fields = 0;

/** A choice among names. */
export function select(options: readonly (string | { value: string; text: string })[], value: string, onchange: (value: string) => void): HTMLSelectElement {
  const element = h("select", { onchange: () => onchange(element.value) });
  for (const option of options) {
    const { value: key, text } = typeof option === "string" ? { value: option, text: option } : option;
    element.append(h("option", { value: key }, text));
  }
  element.value = value;
  return element;
}

/** A number that is typed or stepped. */
export function numberInput(value: number, onchange: (value: number) => void, limits: { min?: number; max?: number; step?: number | "any" } = {}): HTMLInputElement {
  const element = h("input", {
    type: "number", value, min: limits.min, max: limits.max, step: limits.step ?? "any",
    onchange: () => {
      if (element.value !== "" && element.checkValidity()) {
        onchange(element.valueAsNumber);
      } else {
        element.reportValidity();
      }
    },
  });
  return element;
}

/** Whether movement is unwelcome. */
export const calm = (): boolean => matchMedia("(prefers-reduced-motion: reduce)").matches;

/** Fills a place anew; where one of its controls had the focus, the control that stands there now gets it. */
export function keepingFocus(place: HTMLElement, fill: () => void): void {
  const controls = (): HTMLElement[] => [...place.querySelectorAll<HTMLElement>("input, select, button, [tabindex]")];
  const at = controls().indexOf(document.activeElement as HTMLElement);
  fill();
  if (at >= 0) {
    controls()[at]?.focus();
  }
}
