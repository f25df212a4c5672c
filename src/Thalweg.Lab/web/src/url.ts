/** The view in the address: a link shows the same to somebody else. */
export function read(): URLSearchParams {
  return new URLSearchParams(location.search);
}

/** Writes values into the address without a step in the history; defaults leave it. */
export function write(values: Record<string, string | number | boolean | undefined>): void {
  const query = read();
  for (const [name, value] of Object.entries(values)) {
    if (value === undefined || value === "") {
      query.delete(name);
    } else {
      query.set(name, String(value));
    }
  }
  const text = query.toString();
  history.replaceState(null, "", text ? `${location.pathname}?${text}` : location.pathname);
}
