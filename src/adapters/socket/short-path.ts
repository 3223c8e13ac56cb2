/** A way around the kernel's limit on the path of a socket: the folder by a short name for as long as it is needed. */
import { mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';

/** 104 bytes with the closing NUL on macOS, 108 on Linux. */
const longest = 100;

export async function withShortPath<T>(path: string, use: (short: string) => Promise<T>): Promise<T> {
  if (Buffer.byteLength(path) <= longest) return use(path);
  const private_ = await mkdtemp(join(tmpdir(), 'muster-'));
  try {
    await symlink(dirname(path), join(private_, 'd'));
    return await use(join(private_, 'd', basename(path)));
  } finally {
    await rm(private_, { recursive: true, force: true });
  }
}
