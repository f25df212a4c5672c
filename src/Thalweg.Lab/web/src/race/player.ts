import { Component, define } from "../components/component.ts";
import { h } from "../dom.ts";
import { t } from "../i18n/index.ts";

/** `<tw-player>`: plays, pauses, steps through and scrubs what has moments. */
export class Player extends Component {
  /** Told of each moment that is to be shown. */
  onshow: (moment: number) => void = () => {};
  /** Moments a second. */
  rate = 30;
  /** Says in words where it is. */
  describe: (moment: number) => string = String;
  private moment = 0;
  private goal = 0;
  private end = 0;
  private known = 0;
  private timer = 0;
  private playing = false;
  private readonly scrub = h("input", { type: "range", min: 0, max: 1, value: 0, step: 1, oninput: () => this.seek(this.scrub.valueAsNumber) });
  private readonly place = h("output", { class: "place" });
  private readonly button = h("button", { type: "button", class: "primary", onclick: () => (this.playing ? this.pause() : this.play()) }, t("common.play"));

  protected build(): void {
    this.scrub.setAttribute("aria-label", t("descent.position"));
    this.append(h("div", { class: "player" }, this.button,
      h("button", { type: "button", onclick: () => this.seek(Math.max(this.moment, this.goal) + 1) }, t("common.step")),
      h("button", { type: "button", onclick: () => this.seek(0) }, t("common.reset")), this.scrub, this.place));
  }

  protected override leave(): void {
    cancelAnimationFrame(this.timer);
  }

  get shown(): number {
    return this.moment;
  }

  get isPlaying(): boolean {
    return this.playing;
  }

  /** How far it goes, and how far it could be shown now. */
  reach(end: number, known: number): void {
    this.end = end;
    this.known = known;
    this.scrub.max = String(Math.max(end, 1));
    if (this.moment < Math.min(this.goal, known)) {
      this.show(Math.min(this.goal, known));
    }
  }

  /** Goes to a moment and stays there; one that is not there yet is waited for. */
  seek(moment: number): void {
    this.pause();
    this.goal = Math.min(moment, this.end);
    this.show(Math.min(this.goal, this.known));
  }

  private show(moment: number): void {
    this.moment = moment;
    this.scrub.value = String(moment);
    this.place.textContent = this.describe(moment);
    this.scrub.setAttribute("aria-valuetext", this.place.textContent);
    this.onshow(moment);
  }

  play(): void {
    if (this.moment >= this.known && this.known >= this.end) {
      this.show(0);
    }
    this.goal = 0;
    this.playing = true;
    this.button.textContent = t("common.pause");
    let before = performance.now();
    let part = this.moment;
    cancelAnimationFrame(this.timer);
    const tick = (now: number): void => {
      // What is not there yet is waited for.
      part = Math.min(part + ((now - before) / 1000) * this.rate, this.known + 1);
      before = now;
      const moment = Math.min(Math.floor(part), this.known);
      if (moment !== this.moment) {
        this.show(moment);
      }
      if (this.moment >= this.end) {
        this.pause();
        return;
      }
      this.timer = requestAnimationFrame(tick);
    };
    this.timer = requestAnimationFrame(tick);
  }

  pause(): void {
    this.playing = false;
    cancelAnimationFrame(this.timer);
    this.button.textContent = t("common.play");
    this.onshow(this.moment);
  }
}

define("tw-player", Player);
