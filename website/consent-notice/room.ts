/**
 * Lets the page end above the banner that covers its lower edge, so that the last lines can be read
 * and nothing that has the focus hides behind it (WCAG 2.2, 2.4.11).
 * @returns gives the room back
 */
export function makeRoom(banner: HTMLElement): () => void {
  const { body, documentElement } = document;
  const before = [body.style.paddingBottom, documentElement.style.scrollPaddingBottom] as const;
  const own = Number.parseFloat(getComputedStyle(body).paddingBottom) || 0;
  const observer = new ResizeObserver(() => {
    const height = banner.getBoundingClientRect().height;
    body.style.paddingBottom = `${own + height}px`;
    documentElement.style.scrollPaddingBottom = `${height}px`;
  });
  observer.observe(banner);
  return () => {
    observer.disconnect();
    [body.style.paddingBottom, documentElement.style.scrollPaddingBottom] = before;
  };
}
