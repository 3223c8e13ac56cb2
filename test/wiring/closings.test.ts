import { expect, test } from 'vitest';
import { closings, orClose } from '../../src/wiring/closings.ts';

test('what was started is stopped in the reverse order, whichever of it fails', async () => {
  const stopped: string[] = [];
  const started = closings();
  started.add(async () => void stopped.push('first'));
  started.add(() => Promise.reject(new Error('The second would not stop.')));
  started.add(async () => void stopped.push('third'));
  await expect(started.close()).rejects.toThrow('The second would not stop.');
  expect(stopped).toEqual(['third', 'first']);
});

test('what fails to begin stops what it started, and says why it did not begin', async () => {
  const stopped: string[] = [];
  const started = closings();
  const beginning = orClose(started, async () => {
    started.add(async () => void stopped.push('it'));
    started.add(() => Promise.reject(new Error('It would not stop.')));
    throw new Error('It did not begin.');
  });
  await expect(beginning).rejects.toThrow('It did not begin.');
  expect(stopped).toEqual(['it']);
});
