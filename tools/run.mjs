/**
 * Runs a command of this project with the Node.js it needs, on a machine that has any Node.js from 18 on.
 * Owns: installing what is missing (`npm ci`, once per lock file) and choosing the runtime. Plain JavaScript, no packages.
 *
 * Usage: node tools/run.mjs FILE [ARGS…]   runs a script of this project
 *        node tools/run.mjs --bin NAME [ARGS…]   runs the command line of an installed package
 * Ends with the exit code of what it ran; signals are passed on.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { commandLine, root } from './command.mjs';

const needed = 24;
const windows = process.platform === 'win32';

/** What npm wrote down in `file`: package path → entry. Empty where there is no such file. */
const packagesIn = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).packages : {});

/**
 * Whether `folder` has every package of its lock file, by npm's own record of what stands in `node_modules`. npm writes
 * that record last, so an interrupted installation does not count. A package for other platforms may be absent.
 */
function isInstalled(folder) {
	const present = packagesIn(join(folder, 'node_modules', '.package-lock.json'));
	return Object.entries(packagesIn(join(folder, 'package-lock.json'))).every(
		([path, entry]) =>
			path === '' ||
			(present[path] ? present[path].version === entry.version : entry.optional || entry.devOptional)
	);
}

/** Installs `folder`'s packages where they are not, with npm run by `node`, so that lock files are read alike everywhere. */
function install(folder, node) {
	if (isInstalled(folder)) return;
	process.stderr.write(`Installing packages (${folder === root ? 'project' : 'Node.js'})…\n`);
	const words = ['ci', '--ignore-scripts', '--no-audit', '--no-fund'];
	// Started by npm, its own script is known; by hand, the command is. It is a script on Windows and needs a shell there.
	const npm = process.env.npm_execpath?.endsWith('npm-cli.js') ? process.env.npm_execpath : null;
	const done = spawnSync(npm ? node : 'npm', npm ? [npm, ...words] : words, {
		cwd: folder,
		stdio: ['ignore', 'ignore', 'inherit'],
		shell: windows && !npm,
		env: environment(node)
	});
	if (done.status === 0) return;
	process.stderr.write('The packages could not be installed: see the lines above.\n');
	process.exit(1);
}

/** The environment in which `node` is the first Node.js that is found. */
const environment = (node) => ({ ...process.env, PATH: `${dirname(node)}${delimiter}${process.env.PATH}` });

/** The path of a Node.js that is new enough: this one, or the platform package's. */
function runtime() {
	if (Number(process.versions.node.split('.')[0]) >= needed) return process.execPath;
	const folder = join(root, 'tools', 'node');
	install(folder, process.execPath);
	const name = `node-${windows ? 'win' : process.platform}-${process.arch}`;
	const file = join(folder, 'node_modules', name, 'bin', windows ? 'node.exe' : 'node');
	if (existsSync(file)) return file;
	process.stderr.write(
		`My Say needs Node.js ${needed} or newer; this is ${process.version} and no ready one is known for ${name}.\n`
	);
	process.exit(1);
}

const [first, ...rest] = process.argv.slice(2);
if (first === undefined || (first === '--bin' && rest[0] === undefined)) {
	process.stderr.write('Usage: node tools/run.mjs FILE [ARGS…] | --bin NAME [ARGS…]\n');
	process.exit(2);
}
const node = runtime();
install(root, node);
const [file, args] = first === '--bin' ? [commandLine(rest[0]), rest.slice(1)] : [join(root, first), rest];
const child = spawn(node, [file, ...args], { cwd: root, stdio: 'inherit', env: environment(node) });
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
