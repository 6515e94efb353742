/**
 * All quick checks: format, lint, modules, unused, types, and the habits of the house. Owns their order and report.
 *
 * Usage: npm run verify [-- --fix]   `--fix` (also `npm run fix`) writes what can be written before it checks.
 * Ends with 1 where a check fails. The last line counts them.
 */
import { spawn } from 'node:child_process';
import { commandLine, root } from './command.mjs';
import { checks, long, mend } from './house.mjs';

/** Runs an installed command, or a file of the project (`tools/…`), and gathers what it says. */
function run(/** @type {string} */ name, /** @type {string[]} */ args) {
	return new Promise((resolve) => {
		const file = name.startsWith('tools/') ? name : commandLine(name);
		const child = spawn(process.execPath, [file, ...args], { cwd: root, env: process.env });
		let said = '';
		child.stdout.on('data', (part) => (said += part));
		child.stderr.on('data', (part) => (said += part));
		child.on('error', (error) => resolve({ ok: false, said: String(error) }));
		child.on('exit', (code) => resolve({ ok: code === 0, said }));
	});
}

/** A check of `house.mjs`, in the same form. */
const house = (/** @type {() => string[]} */ find) => {
	const found = find();
	return Promise.resolve({ ok: found.length === 0, said: found.join('\n') });
};

/** Every check in the order in which it starts: the slow ones first, two at a time. */
const all = [
	[
		'types',
		() => run('svelte-check', ['--tsconfig', 'tsconfig.json', '--fail-on-warnings', '--output', 'human'])
	],
	[
		'lint',
		() =>
			run('eslint', ['.', '--max-warnings', '0', '--cache', '--cache-location', 'node_modules/.cache/eslint'])
	],
	['format', () => run('prettier', ['--check', '--log-level', 'warn', '--cache', '.'])],
	['unused', () => run('knip', ['--no-progress'])],
	['modules', () => run('depcruise', ['src', '--config', '.dependency-cruiser.mjs'])],
	['narration', () => run('tools/narration.ts', ['--check'])],
	...Object.entries(checks).map(([name, find]) => [name, () => house(find)])
];

/**
 * Runs every check and prints one line for each; what a failing one said comes under it.
 * @returns how many held and how many did not.
 */
export async function verify({ fix = false } = {}) {
	await run('svelte-kit', ['sync']);
	if (fix) {
		mend();
		await run('eslint', ['.', '--fix']);
		await run('prettier', ['--write', '--log-level', 'warn', '.']);
	}
	const queue = [...all];
	const count = { passed: 0, failed: 0 };
	const worker = async () => {
		for (let next = queue.shift(); next; next = queue.shift()) {
			const [name, check] = /** @type {[string, () => Promise<{ok: boolean, said: string}>]} */ (next);
			const start = performance.now();
			const { ok, said } = await check();
			count[ok ? 'passed' : 'failed']++;
			const seconds = ((performance.now() - start) / 1000).toFixed(1);
			process.stdout.write(`${ok ? '✓' : '✗'} ${name} (${seconds} s)\n${ok ? '' : `${said.trim()}\n`}`);
		}
	};
	await Promise.all([worker(), worker()]);
	const big = long();
	if (big.length) process.stdout.write(`Over 250 lines, worth a thought: ${big.join(', ')}\n`);
	return count;
}

if (process.argv[1] === import.meta.filename) {
	const { passed, failed } = await verify({ fix: process.argv.includes('--fix') });
	process.stdout.write(`${passed} passed, ${failed} failed\n`);
	process.exit(failed ? 1 : 0);
}
