/** Has the browser save a document as a file of JSON. */
export function downloadJson(document_: unknown, name: string): void {
  const text = `${JSON.stringify(document_, undefined, 2)}\n`;
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
