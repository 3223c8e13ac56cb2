/** Ends a run with one plain line to read or to parse: `N passed, N failed`, and `, N skipped` when there are any. */
import { writeSync } from 'node:fs';
import type { Reporter, TestModule } from 'vitest/node';

export default class PlainLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly unknown[]): void {
    const line = plainLine(modules, unhandled.length);
    // At exit, so that nothing another reporter prints comes after it.
    process.once('exit', () => writeSync(1, `${line}\n`));
  }
}

function plainLine(modules: readonly TestModule[], unhandled: number): string {
  const states = modules.flatMap((module) => [...module.children.allTests()].map((test) => test.result().state));
  const count = (state: string) => states.filter((each) => each === state).length;
  // A file that cannot be read or an error outside every test is a failure too.
  const broken = modules.filter((module) => module.errors().length > 0 || brokenSuites(module)).length;
  const failed = count('failed') + broken + unhandled;
  const skipped = count('skipped') + count('pending');
  return `${count('passed')} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

function brokenSuites(module: TestModule): boolean {
  return [...module.children.allSuites()].some((suite) => suite.errors().length > 0);
}
