// Paper that only this till may ask for: fetched with its token and saved as a file.

/** Whether it could be had. */
export async function save(token: string, address: string, name: string): Promise<boolean> {
  try {
    const response = await fetch(address, { headers: { authorization: `Bearer ${token}` }, credentials: 'omit' });
    if (!response.ok || response.headers.get('content-type') !== 'application/pdf') return false;
    saveAs(await response.blob(), name);
    return true;
  } catch {
    return false; // no network
  }
}

export function saveAs(blob: Blob, name: string): void {
  const href = URL.createObjectURL(blob);
  Object.assign(document.createElement('a'), { href, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(href), 10_000); // Safari reads it after the click
}
