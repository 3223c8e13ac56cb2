/** Where a reader's eyes are kept, and where they are led. */

/** On arrival the newest message is in view, unless the address names another. */
export function showLatest(): void {
  const stream = document.getElementById('stream');
  const last = document.querySelector('article[data-last]');
  if (!stream || !last || location.hash !== '') return;
  // `scrollIntoView` would also move where Tab begins, and the way past the rails would be lost.
  stream.scrollTop += last.getBoundingClientRect().top - stream.getBoundingClientRect().top - 16;
}

/** Whoever reads the end of the conversation wants to see what comes; whoever reads above is left alone. */
export function readsTheEnd(): boolean {
  const stream = document.getElementById('stream');
  return stream !== null && stream.scrollHeight - stream.scrollTop - stream.clientHeight < 160;
}

export function bringIntoView(element: Element, block: ScrollLogicalPosition = 'nearest'): void {
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  element.scrollIntoView({ block, behavior: calm ? 'auto' : 'smooth' });
}
