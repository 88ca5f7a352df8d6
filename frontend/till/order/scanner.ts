// A scanner types like a very quick person and ends with Enter. It works whatever has the focus.

/** Longer between two keys is a person. */
const QUICK_MS = 80;
const SHORTEST = 6;
/** A price or a weight that quick fingers typed on a keyboard. */
const FIGURE = /^\d+[.,]\d+$/;

export class Wedge {
  #typed = '';
  #last = -Infinity;

  /** Hears a key; at the Enter of a scan gives the code. */
  key(name: string, at: number): string | null {
    const quick = at - this.#last < QUICK_MS;
    this.#last = at;
    if (name === 'Enter') {
      const code = quick ? this.#typed : '';
      this.#typed = '';
      return code.length >= SHORTEST && !FIGURE.test(code) ? code : null;
    }
    if (name.length !== 1) return null; // Shift and its kind belong to the letter that follows
    this.#typed = quick ? this.#typed + name : name;
    return null;
  }
}

/** Listens everywhere. What the scanner typed into a field is taken out of it again; `field` is all that stood there, should a slow device have cut the code in two. */
export function listen(scanned: (code: string, field: string) => void): () => void {
  const wedge = new Wedge();
  const hear = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const code = wedge.key(event.key, event.timeStamp);
    if (code === null) return;
    event.preventDefault();
    event.stopPropagation();
    const field = event.target;
    const stood = field instanceof HTMLInputElement ? field.value.trim() : '';
    if (field instanceof HTMLInputElement && field.value.endsWith(code)) {
      field.value = field.value.slice(0, -code.length);
      field.dispatchEvent(new Event('input', { bubbles: true }));
    }
    scanned(code, stood);
  };
  addEventListener('keydown', hear, true);
  return () => removeEventListener('keydown', hear, true);
}
