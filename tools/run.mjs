/**
 * Runs a command of this project with the Node.js it needs, on a machine that has any Node.js from 18 on.
 * Owns: installing what is missing (`npm ci`, once per lock file) and choosing the runtime. Plain JavaScript, no packages.
 *
 * Usage: node tools/run.mjs FILE [ARGS…]   runs a script of this project
 *        node tools/run.mjs --bin NAME [ARGS…]   runs the command line of an installed package
 * Ends with the exit code of what it ran; signals are passed on.
 */
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const needed = 24;

/** Installs `folder`'s packages unless its stamp says that this very lock file is installed already. */
function install(folder) {
	const lock = createHash('sha256').update(readFileSync(join(folder, 'package-lock.json')));
	const stamp = join(folder, 'node_modules', '.my-say-lock');
	const wanted = lock.digest('hex');
	if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
	process.stderr.write(`Installing packages (${folder === root ? 'project' : 'Node.js'})…\n`);
	// npm is a script on Windows; a shell is needed there and only fixed words are passed.
	const done = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
		cwd: folder,
		stdio: ['ignore', 'ignore', 'inherit'],
		shell: process.platform === 'win32'
	});
	if (done.status !== 0) {
		process.stderr.write('The packages could not be installed: see the lines above.\n');
		process.exit(1);
	}
	mkdirSync(dirname(stamp), { recursive: true });
	writeFileSync(stamp, wanted);
}

/** The path of a Node.js that is new enough: this one, or the platform package's. */
function runtime() {
	if (Number(process.versions.node.split('.')[0]) >= needed) return process.execPath;
	const folder = join(root, 'tools', 'node');
	install(folder);
	const windows = process.platform === 'win32';
	const name = `node-${windows ? 'win' : process.platform}-${process.arch}`;
	const file = join(folder, 'node_modules', name, 'bin', windows ? 'node.exe' : 'node');
	if (!existsSync(file)) {
		process.stderr.write(
			`My Say needs Node.js ${needed} or newer; this is ${process.version} and no ready one is known for ${name}.\n`
		);
		process.exit(1);
	}
	return file;
}

/** The script behind an installed package's command NAME. */
function commandLine(name) {
	const owner = {
		'svelte-kit': '@sveltejs/kit',
		depcruise: 'dependency-cruiser',
		playwright: '@playwright/test'
	};
	const folder = join(root, 'node_modules', owner[name] ?? name);
	const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
	return join(folder, typeof bin === 'string' ? bin : bin[name]);
}

const [first, ...rest] = process.argv.slice(2);
const node = runtime();
install(root);
const [file, args] = first === '--bin' ? [commandLine(rest[0]), rest.slice(1)] : [join(root, first), rest];
const child = spawn(node, [file, ...args], {
	cwd: root,
	stdio: 'inherit',
	env: {
		...process.env,
		PATH: `${dirname(node)}${process.platform === 'win32' ? ';' : ':'}${process.env.PATH}`
	}
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
