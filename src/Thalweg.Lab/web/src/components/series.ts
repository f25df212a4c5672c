/** How curves are told apart: by colour, by dashes and by marker, so that no one needs to see colours. */
export interface Style { color: string; dash: number[]; marker: "circle" | "square" | "triangle" | "diamond" }

const light = ["#0b6e8a", "#c2410c", "#6d28d9", "#166534", "#be123c", "#854d0e"];
const dark = ["#5cc8e6", "#fdba74", "#c4b5fd", "#86efac", "#fda4af", "#fde047"];
const dashes = [[], [7, 4], [2, 3], [9, 3, 2, 3], [12, 4], [4, 4]];
const markers = ["circle", "square", "triangle", "diamond"] as const;

export function isDark(): boolean {
  const theme = document.documentElement.dataset["theme"];
  return theme === "dark" || (theme !== "light" && matchMedia("(prefers-color-scheme: dark)").matches);
}

export function style(index: number): Style {
  const colors = isDark() ? dark : light;
  return { color: colors[index % colors.length]!, dash: dashes[index % dashes.length]!, marker: markers[index % markers.length]! };
}

/** A marker's outline around a point. */
export function markerPath(marker: Style["marker"], x: number, y: number, r: number): string {
  switch (marker) {
    case "square": return `M${x - r},${y - r}h${2 * r}v${2 * r}h${-2 * r}z`;
    case "triangle": return `M${x},${y - 1.2 * r}l${1.15 * r},${2.1 * r}h${-2.3 * r}z`;
    case "diamond": return `M${x},${y - 1.3 * r}l${1.3 * r},${1.3 * r}l${-1.3 * r},${1.3 * r}l${-1.3 * r},${-1.3 * r}z`;
    default: return `M${x - r},${y}a${r},${r} 0 1 0 ${2 * r},0a${r},${r} 0 1 0 ${-2 * r},0z`;
  }
}
