/** An id as Slack takes it: itself, or where it would be too long a mark of it that its form can resolve again. */
import { createHash } from 'node:crypto';

export function shortId(id: string, most: number): string {
  return id.length <= most && !id.startsWith('~') && id !== '' ? id : markOf(id);
}

export function isMark(id: string): boolean {
  return id.startsWith('~');
}

function markOf(id: string): string {
  return `~${createHash('sha256').update(id).digest('base64url')}`;
}
