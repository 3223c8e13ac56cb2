/** A secret as it was copied: said what is wrong with it without repeating it. */
import { z } from 'zod';

/** As the guides leave room for one, `xoxb-…`, or as somebody types that. A real one may well have dots within. */
const leftOpen = /…|^(\w+-)?\.{3}$|^<.*>$/;

const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** `fits` is asked of what is no placeholder. */
export function secret(fits: (text: string) => boolean, otherwise: string) {
  return z.string().superRefine((text, context) => {
    const complain = (message: string) => context.addIssue({ code: 'custom', message });
    if (text.trim() === '') complain('There is nothing in it but blanks. Copy your own value here.');
    else if (leftOpen.test(text)) complain('This is the place that the guide leaves open. Copy your own value here.');
    else if (!fits(text)) complain(otherwise);
  });
}

export function isGuid(text: string): boolean {
  return guid.test(text);
}
