/** The few ways text stands out. Nothing is told by them alone. */
import { styleText } from 'node:util';

export type Style = {
  strong(text: string): string;
  faint(text: string): string;
  good(text: string): string;
  bad(text: string): string;
  warn(text: string): string;
};

export function styleFor({ colour }: { readonly colour: boolean }): Style {
  const as = (format: Parameters<typeof styleText>[0]) => (text: string) =>
    colour ? styleText(format, text, { validateStream: false }) : text;
  return { strong: as('bold'), faint: as('dim'), good: as('green'), bad: as('red'), warn: as('yellow') };
}

/** Names and titles are data: whatever would steer a terminal is taken out. */
export function plain(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]+/gu, ' ');
}
