/**
 * Runs a command of this project with the Node.js it needs, on a machine that has any Node.js from 18 on.
 * Owns: installing what is missing and choosing the runtime. Plain JavaScript, no packages.
 *
 * Usage: node tools/run.mjs FILE [ARGS…]   runs a script of this project
 *        node tools/run.mjs --bin NAME [ARGS…]   runs the command line of an installed package
 * Ends with the exit code of what it ran; signals are passed on.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { commandLine, root } from './command.mjs';
import { environment, install } from './install.mjs';

const needed = 24;
const windows = process.platform === 'win32';

/** Says why it cannot go on, and ends. */
function stop(/** @type {string} */ why, code = 1) {
	process.stderr.write(`${why}\n`);
	return process.exit(code);
}

const failed = 'The packages could not be installed: see the lines above.';

/** The path of a Node.js that is new enough: this one, or the platform package's. */
function runtime() {
	if (Number(process.versions.node.split('.')[0]) >= needed) return process.execPath;
	const folder = join(root, 'tools', 'node');
	if (!install(folder, process.execPath)) return stop(failed);
	const name = `node-${windows ? 'win' : process.platform}-${process.arch}`;
	const file = join(folder, 'node_modules', name, 'bin', windows ? 'node.exe' : 'node');
	if (existsSync(file)) return file;
	return stop(
		`My Say needs Node.js ${needed} or newer; this is ${process.version} and no ready one is known for ${name}.`
	);
}

const [first = '', ...rest] = process.argv.slice(2);
const [name = ''] = rest;
if (!(first === '--bin' ? name : first))
	stop('Usage: node tools/run.mjs FILE [ARGS…] | --bin NAME [ARGS…]', 2);
const node = runtime();
if (!install(root, node)) stop(failed);
const [file, args] = first === '--bin' ? [commandLine(name), rest.slice(1)] : [join(root, first), rest];
const child = spawn(node, [file, ...args], { cwd: root, stdio: 'inherit', env: environment(node) });
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
	process.on(signal, () => child.kill(signal));
}
child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
