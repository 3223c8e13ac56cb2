/** The name under which a review is pinned to its checklist: SHA-256 of the canonical JSON, in lower-case hex. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { canonicalJson } from '../canonical-json.ts';
import type { Checklist } from './checklist.ts';

export function checklistHash(checklist: Checklist): string {
  return sha256Hex(canonicalJson(checklist));
}

/** Of a prompt's verbatim text, as the list of released ids keeps it. */
export function textHash(text: string): string {
  return sha256Hex(text);
}

function sha256Hex(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)));
}
