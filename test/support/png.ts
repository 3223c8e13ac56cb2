/** A PNG's pixels: enough of the format for what a browser draws, 8 bits a channel and not interlaced. */
import { inflateSync } from 'node:zlib';

/** Red, green, blue and opacity, 0 to 255. */
export type Pixel = readonly [number, number, number, number];
export type Picture = { readonly width: number; readonly height: number; readonly pixels: readonly Pixel[] };

const signature = '89504e470d0a1a0a';

export function readPng(bytes: Buffer): Picture {
  if (bytes.subarray(0, 8).toString('hex') !== signature) throw new Error('This is no PNG.');
  const chunks = chunksOf(bytes);
  const head = chunks.find(({ type }) => type === 'IHDR')?.data;
  if (!head) throw new Error('This PNG has no header.');
  const [depth, colour, , , interlaced] = head.subarray(8);
  const channels = colour === 6 ? 4 : colour === 2 ? 3 : undefined;
  if (depth !== 8 || channels === undefined || interlaced !== 0) throw new Error('This kind of PNG is not read here.');
  const size = { width: head.readUInt32BE(0), height: head.readUInt32BE(4) };
  const data = inflateSync(Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map((chunk) => chunk.data)));
  const raw = unfiltered(data, size.width * channels, channels);
  const pixels = Array.from({ length: size.width * size.height }, (_, at): Pixel => {
    const [red = 0, green = 0, blue = 0, opacity = 255] = raw.subarray(at * channels, (at + 1) * channels);
    return [red, green, blue, opacity];
  });
  return { ...size, pixels };
}

type Chunk = { readonly type: string; readonly data: Buffer };

function chunksOf(bytes: Buffer): readonly Chunk[] {
  const found: Chunk[] = [];
  for (let at = 8; at < bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    found.push({ type: bytes.toString('latin1', at + 4, at + 8), data: bytes.subarray(at + 8, at + 8 + length) });
    at += 12 + length;
  }
  return found;
}

/** Each line begins with how it was told apart from its neighbours. */
function unfiltered(data: Buffer, line: number, step: number): Buffer {
  const lines = data.length / (line + 1);
  const out = Buffer.alloc(lines * line);
  const near = (row: number, at: number) => (row < 0 || at < 0 ? 0 : (out[row * line + at] ?? 0));
  for (let row = 0; row < lines; row++) {
    const how = data[row * (line + 1)];
    for (let at = 0; at < line; at++) {
      const [left, up, corner] = [near(row, at - step), near(row - 1, at), near(row - 1, at < step ? -1 : at - step)];
      out[row * line + at] = (data[row * (line + 1) + 1 + at] ?? 0) + predicted(how, left, up, corner);
    }
  }
  return out;
}

function predicted(how: number | undefined, left: number, up: number, corner: number): number {
  switch (how) {
    case 0:
      return 0;
    case 1:
      return left;
    case 2:
      return up;
    case 3:
      return Math.floor((left + up) / 2);
    case 4:
      return paeth(left, up, corner);
    default:
      throw new Error('This PNG is filtered in an unknown way.');
  }
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner;
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
  if (a <= b && a <= c) return left;
  return b <= c ? up : corner;
}
