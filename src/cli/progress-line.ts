/** Shows that long work goes on: one line on stderr, drawn over, and only where somebody looks. */
import { counted } from './counted.ts';
import type { Terminal } from './terminal.ts';

export type ProgressLine = {
  /** `of` 0: nobody knows how much there will be, so what is done is counted. */
  at(done: number, of: number): void;
  end(): void;
};

export function progressLine(terminal: Pick<Terminal, 'err' | 'live'>, what: string): ProgressLine {
  let drawn = '';
  const draw = (line: string) => {
    if (!terminal.live || line === drawn) return;
    terminal.err(`\r\u001b[2K${line}`);
    drawn = line;
  };
  return {
    at: (done, of) =>
      draw(of > 0 ? `${what} ${Math.floor((100 * done) / of)} %` : `${what} … ${counted(done, 'line')}`),
    end: () => draw(''),
  };
}
