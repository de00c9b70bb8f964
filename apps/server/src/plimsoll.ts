import { runCli } from './cli/run-cli.ts';

await runCli(process.argv.slice(2));
// All is closed by now; a library's timer must not hold the process up. The empty write waits for what is still on its way.
process.stdout.write('', () => process.exit());
