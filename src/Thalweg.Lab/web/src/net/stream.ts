import { language } from "../i18n/index.ts";
import { isRecorded, recordedRace } from "./recorded.ts";
import { decode, type Frame } from "./frames.ts";

type Listener = (frame: Frame) => void;
export interface Message { op: string; run?: number; state?: string; message?: string }

/** One connection for the page: asks for what is watched again after an interruption. */
class Stream {
  private socket: WebSocket | undefined;
  private readonly frames = new Map<number, Set<Listener>>();
  private readonly messages = new Set<(message: Message) => void>();
  private readonly watched = new Map<number, () => object>();
  private waiting: object[] = [];
  private delay = 500;

  /** Told whether the connection stands. */
  onstate: (connected: boolean) => void = () => {};

  send(command: object): void {
    if (isRecorded()) {
      void this.replay(command as { op: string; run: number; figure: string });
      return;
    }
    if (this.socket?.readyState === WebSocket.OPEN) {
      this.socket.send(JSON.stringify(command));
    } else {
      this.waiting.push(command);
      this.connect();
    }
  }

  /** Hears a run's frames until the returned function is called; `again` says how to ask for what was missed. */
  hear(run: number, listener: Listener, again?: () => object): () => void {
    const listeners = this.frames.get(run) ?? new Set();
    listeners.add(listener);
    this.frames.set(run, listeners);
    if (again) {
      this.watched.set(run, again);
    }
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0) {
        this.frames.delete(run);
        if (this.watched.delete(run)) {
          this.send({ op: "unwatch", run });
        }
      }
    };
  }

  /** Hears messages in words. */
  hearMessages(listener: (message: Message) => void): () => void {
    this.messages.add(listener);
    return () => this.messages.delete(listener);
  }

  /** Lets a recorded race run in the place of one that is asked for. */
  private async replay(command: { op: string; run: number; figure: string }): Promise<void> {
    if (command.op === "descent.start") {
      for (const frame of await recordedRace(command.figure)) {
        this.frames.get(command.run)?.forEach((listener) => listener({ ...frame, run: command.run, values: Float32Array.from(frame.values, (value) => value ?? Number.NaN) }));
      }
    }
  }

  /** Connects anew, for words in another language. What is watched is asked for again. */
  reconnect(): void {
    this.socket?.close();
  }

  private connect(): void {
    if (this.socket && this.socket.readyState <= WebSocket.OPEN) {
      return;
    }
    const socket = new WebSocket(`${location.protocol === "https:" ? "wss" : "ws"}://${location.host}/ws?lang=${language()}`);
    socket.binaryType = "arraybuffer";
    this.socket = socket;
    socket.onopen = () => {
      this.delay = 500;
      this.onstate(true);
      const waiting = this.waiting;
      this.waiting = [];
      for (const command of waiting) {
        socket.send(JSON.stringify(command));
      }
    };
    socket.onmessage = (event: MessageEvent<ArrayBuffer | string>) => {
      if (typeof event.data === "string") {
        const message = JSON.parse(event.data) as Message;
        this.messages.forEach((listener) => listener(message));
        return;
      }
      const frame = decode(event.data);
      if (frame) {
        this.frames.get(frame.run)?.forEach((listener) => listener(frame));
      }
    };
    socket.onclose = () => {
      if (this.socket !== socket) {
        return;
      }
      this.onstate(false);
      this.waiting.push(...[...this.watched.values()].map((again) => again()));
      setTimeout(() => this.connect(), this.delay);
      this.delay = Math.min(8000, 2 * this.delay);
    };
  }
}

export const stream = new Stream();
