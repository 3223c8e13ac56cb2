/** Cards as modals and Home; and the two small modals that only say something. */
import type { Home, Modal } from './block-kit.ts';
import { limits } from './limits.ts';
import { metadata } from './metadata.ts';
import { type Drawing, render } from './render.ts';
import { blocksOf } from './rich-text.ts';
import { bar, barred, firstOf, linesOf, plainText } from './text.ts';

export function cardModal(drawing: Omit<Drawing, 'surface'>): Modal {
  const { view, part } = drawing;
  return {
    type: 'modal',
    callback_id: 'card',
    private_metadata: metadata({ is: 'card', view, ...(part !== undefined && { part }) }) ?? '',
    title: plainText('Muster', limits.viewTitle),
    close: plainText('Close', limits.viewTitle),
    blocks: [...render({ ...drawing, surface: 'modal' }).blocks],
  };
}

export function homeView(drawing: Omit<Drawing, 'surface' | 'part'>): Home {
  return { type: 'home', callback_id: 'home', blocks: [...render({ ...drawing, surface: 'home' }).blocks] };
}

export function sayingHome(sentence: string): Home {
  return { type: 'home', callback_id: 'home', blocks: [...sayingModal(sentence).blocks] };
}

/** Opened at once where drawing takes long: a trigger lives for three seconds. */
export function loadingModal(): Modal {
  return { ...sayingModal('One moment …'), private_metadata: metadata({ is: 'loading' }) ?? '' };
}

export function sayingModal(sentence: string): Modal {
  return {
    type: 'modal',
    callback_id: 'card',
    title: plainText('Muster', limits.viewTitle),
    close: plainText('Close', limits.viewTitle),
    blocks: [...blocksOf([firstOf([{ text: sentence }], limits.text)])],
  };
}

/** A form that is no more, with what was written in it, to be copied. */
export function lostModal(sentence: string, written: readonly string[]): Modal {
  const { blocks, ...modal } = sayingModal(sentence);
  const each = Math.floor(mostWritten / Math.max(written.length, 1));
  const lines = written.slice(0, 40).flatMap((text) => {
    return linesOf([{ text: bar }, ...barred([{ text }])], { line: limits.text, room: Math.max(each, 200) });
  });
  return {
    ...modal,
    blocks: [...blocks, ...(lines.length > 0 ? blocksOf([[{ text: 'What you entered:' }], ...lines]) : [])],
  };
}

// Of a window's words.
const mostWritten = 20_000;
