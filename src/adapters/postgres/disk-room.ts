/** Refuses to write when the disk is nearly full: the embedded database would spin for ever when its log cannot grow. */
import { statfs } from 'node:fs/promises';
import { StoreUnavailable } from '../../flow/ports/event-store.ts';

/** Four segments of the write-ahead log, 16 MiB each: what one checkpoint may need at once. */
const leastFree = 64 * 2 ** 20;

export class DiskNearlyFull extends StoreUnavailable {
  constructor(folder: string, free: number) {
    super(
      `The disk is nearly full: ${Math.floor(free / 2 ** 20)} MiB are free where ${folder} is, and 64 MiB are needed. ` +
        'Nothing was recorded; make room, and Muster goes on by itself.',
    );
    this.name = 'DiskNearlyFull';
  }
}

export type FreeBytes = (folder: string) => Promise<number>;

export async function freeBytes(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}

/** Rejects with DiskNearlyFull while there is too little room. */
export async function ensureRoom(folder: string, free: FreeBytes = freeBytes): Promise<void> {
  const room = await free(folder);
  if (room < leastFree) throw new DiskNearlyFull(folder, room);
}
