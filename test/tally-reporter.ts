import type { Reporter, TestModule, TestRunEndReason } from 'vitest/node';

/** Ends a run with one line that people and machines can read: `120 passed, 0 failed`. */
export default class TallyReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[], reason: TestRunEndReason): void {
    const tally = { passed: 0, failed: errors.length, skipped: 0 };
    for (const module of modules) {
      if (module.errors().length > 0) tally.failed++;
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        if (state === 'passed' || state === 'failed' || state === 'skipped') tally[state]++;
      }
    }
    if (reason === 'failed' && tally.failed === 0) tally.failed = 1;
    process.stdout.write(
      `\n${tally.passed} passed, ${tally.failed} failed${tally.skipped > 0 ? `, ${tally.skipped} skipped` : ''}\n`,
    );
  }
}
