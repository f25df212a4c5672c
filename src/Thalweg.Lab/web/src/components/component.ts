const ThemeChange = "thalweg-theme";

/** Says to every figure on the page that colours have changed. */
export const themeChanged = (): boolean => document.dispatchEvent(new Event(ThemeChange));

/** A custom element that builds itself when it first comes into a document, and draws anew when the theme changes. */
export abstract class Component extends HTMLElement {
  private built = false;
  private readonly onTheme = (): void => this.restyle();

  connectedCallback(): void {
    document.addEventListener(ThemeChange, this.onTheme);
    if (!this.built) {
      this.built = true;
      this.build();
    }
  }

  disconnectedCallback(): void {
    document.removeEventListener(ThemeChange, this.onTheme);
    this.leave();
  }

  /** Fills the element. */
  protected abstract build(): void;

  /** Draws what the stylesheet alone can't recolour. */
  protected restyle(): void {}

  /** Ends what goes on outside of the element: it has left the page. */
  protected leave(): void {}
}

/** Registers an element under its name, once. */
export function define(name: `tw-${string}`, element: CustomElementConstructor): void {
  if (!customElements.get(name)) {
    customElements.define(name, element);
  }
}
