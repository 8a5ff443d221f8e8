// Sets up a bare machine before `npm start` and `npm test`: the project's packages, then the two
// browsers, then the programs that check zips. This is plain JavaScript without packages, so it
// runs on any Node from version 20. The scripts after it run on the Node that the packages bring.
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findBrowser } from './browsers.mjs';
import { findOnPath, ZIP_PROGRAMS } from './programs.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
/** Debian package names. */
const DEBIAN = { chromium: 'chromium', firefox: 'firefox-esr' };
const say = (words) => console.log(`setup: ${words}`);

installPackages();
for (const name of ['chromium', 'firefox']) installBrowser(name);
installZipPrograms();

function installPackages() {
  const lock = join(root, 'package-lock.json');
  const installed = join(root, 'node_modules', '.package-lock.json');
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs) return;
  say('installing packages (npm install, versions from the lock file)');
  // Not `npm ci`: it rejects a lock file without every platform's optional binaries, and the
  // registry that this lock file came from does not have them all.
  const args = ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error'];
  const failure = run('npm', args);
  if (failure === undefined) return;
  say(`npm install failed, so nothing can run: ${failure}`);
  process.exit(1);
}

/**
 * If a browser cannot be installed, this reports it, and the tests that need it count as failed.
 */
function installBrowser(name) {
  if (findBrowser(name)) return;
  const ways = [
    ...(name === 'chromium' ? [['npx', ['playwright', 'install', 'chromium']]] : []),
    ...(isDebianRoot() ? [aptGet([DEBIAN[name]])] : []),
  ];
  let reason = 'no way to install it is known on this machine';
  for (const [command, args] of ways) {
    say(`installing ${name} (${command === 'sh' ? 'apt-get' : `${command} ${args.join(' ')}`})`);
    reason = run(command, args) ?? '';
    if (findBrowser(name)) return;
  }
  say(`${name} is missing: ${reason}. Install it by hand and put it on the PATH.`);
}

/** Without these programs their checks are reported as skipped, so nothing fails. */
function installZipPrograms() {
  const missing = Object.values(ZIP_PROGRAMS).filter(({ commands }) => !findOnPath(commands));
  if (missing.length === 0 || !isDebianRoot()) return;
  const packages = missing.map(({ debian }) => debian);
  say(`installing ${packages.join(', ')} (apt-get)`);
  const failure = run(...aptGet(packages));
  if (failure !== undefined) say(`not installed: ${failure}. Their checks will be skipped.`);
}

function aptGet(packages) {
  const install = `apt-get install -y -qq --no-install-recommends ${packages.join(' ')}`;
  return ['sh', ['-c', `apt-get update -qq && ${install}`]];
}

function isDebianRoot() {
  return process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
}

/** @returns {string | undefined} one line that says what went wrong, or nothing */
function run(command, args) {
  const { status, stderr, error } = spawnSync(command, args, {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'ignore', 'pipe'],
    timeout: 15 * 60_000,
    shell: process.platform === 'win32',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  if (status === 0) return undefined;
  const lines = stderr.split('\n').filter((line) => /\b(error|E:|failed)\b/i.test(line));
  return error?.message ?? lines.slice(0, 2).join(' ') ?? `exit code ${status}`;
}
