/** The frames of the stream: 16 bytes of header, then float32 numbers, little endian. */
export const enum Kind {
  DescentPoint = 1,
  DescentFacts = 2,
  BatchLoss = 3,
  Epoch = 4,
  GradientNorms = 5,
  Histogram = 6,
  UpdateRatios = 7,
}

export interface Frame {
  kind: number;
  series: number;
  run: number;
  step: number;
  values: Float32Array;
}

const Version = 1;
const Header = 16;

/** Reads a frame; nothing where it isn't one of this version. */
export function decode(buffer: ArrayBuffer): Frame | null {
  if (buffer.byteLength < Header) {
    return null;
  }
  const view = new DataView(buffer);
  const count = view.getUint32(12, true);
  if (view.getUint8(0) !== Version || buffer.byteLength !== Header + 4 * count) {
    return null;
  }
  return {
    kind: view.getUint8(1),
    series: view.getUint16(2, true),
    run: view.getUint32(4, true),
    step: view.getUint32(8, true),
    values: new Float32Array(buffer, Header, count),
  };
}
