import { describe, expect, test } from 'vitest';
import { nearest } from '../../src/domain/nearest.ts';

describe('the name somebody meant', () => {
  test.each([
    ['staus', 'status'],
    ['STATUS', 'status'],
    ['statsu', 'status'],
    ['data_dir', 'DATA_DIR'],
    ['DATADIR', 'DATA_DIR'],
  ])('“%s” is %s', (name, meant) => {
    expect(nearest(name, ['why', 'status', 'DATA_DIR'])).toBe(meant);
  });

  test.each([
    ['hlep', 'help'],
    ['mnie', 'mine'],
    ['sgin', 'sign'],
    ['opne', 'open'],
    ['clsoe', 'close'],
    ['wyh', 'why'],
    ['jugde', 'judge'],
  ])('“%s”, two neighbours in each other’s place, is %s', (name, meant) => {
    expect(nearest(name, ['mine', 'status', 'open', 'sign', 'close', 'why', 'judge', 'help'])).toBe(meant);
  });

  test.each([['x'], [''], ['abracadabra']])('“%s” is none that is far from it', (name) => {
    expect(nearest(name, ['why', 'status'])).toBeUndefined();
  });

  test('is none where none is known', () => {
    expect(nearest('status', [])).toBeUndefined();
  });
});
