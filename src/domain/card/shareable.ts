/** What one person sees and may show everybody: counts, which the review's own channel is told anyway, and nobody's words. */
import type { View } from './view.ts';

type Shareable = Extract<View, { show: 'status' | 'report' | 'sign-off' }>;

export function isShareable(view: View): view is Shareable {
  return shareable.has(view.show);
}

const shareable: ReadonlySet<View['show']> = new Set(['status', 'report', 'sign-off']);
