import { spawnSync } from 'node:child_process';
import { findChromium } from './chromium.ts';

/** Each way to get a Chromium, tried in turn until one is found. */
const installers: readonly (readonly string[])[] = [
  ['npx', 'playwright', 'install', '--with-deps', 'chromium'],
  ['apt-get', 'update'],
  ['apt-get', 'install', '-y', '--no-install-recommends', 'chromium', 'fonts-liberation'],
];

for (const [command, ...args] of installers) {
  if (findChromium() !== undefined || command === undefined) break;
  console.log(`No Chromium found; running: ${[command, ...args].join(' ')}`);
  spawnSync(command, args, { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
}

const found = findChromium();
if (found === undefined) {
  console.error(
    'ChromiumNotFound: the browser tests need Chromium and none could be installed. Install Chromium or Google Chrome, or set CHROMIUM_PATH to one.',
  );
  process.exit(1);
}
console.log(`Chromium: ${found}`);
