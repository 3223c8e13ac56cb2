/** Cards as modals and Home; and the two small modals that only say something. */
import type { Home, Modal } from './block-kit.ts';
import { limits } from './limits.ts';
import { metadata } from './metadata.ts';
import { type Drawing, render } from './render.ts';
import { blocksOf } from './rich-text.ts';
import { firstOf, plainText } from './text.ts';

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
