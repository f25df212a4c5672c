/** A page of the Lab: its element, and what ends when the reader leaves. */
export interface Page {
  element: HTMLElement;
  leave?: () => void;
}
