/**
 * The whole test command: every check and every test, in stages, with what they need found or installed. Owns the order,
 * the count and the summary; what is tested stands in the stages' own folders.
 *
 * Usage: npm test [-- --full] [-- --only STAGE,STAGE]
 * `--full` walks the whole matrix of screens, versions, languages and themes and takes longer. The last line of the
 * output is `N passed, N failed` over all stages; it ends with 1 where one failed, or where a test did not run.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { commandLine, root } from './command.mjs';
import { findChromium } from './machine/chromium.mjs';
import { missingVerifiers } from './machine/outside.mjs';
import { startPostgres } from './machine/postgres.mjs';
import { verify } from './verify.mjs';

const { values } = parseArgs({ options: { full: { type: 'boolean' }, only: { type: 'string' } } });
const scratch = mkdtempSync(join(tmpdir(), 'my-say-test-'));

/** @typedef {{passed: number, failed: number}} Count */

/** The names of the tests that failed, for the summary: who has only the end of the output must see what to mend. @type {string[]} */
const broken = [];

/**
 * Runs an installed command; the number is its exit code. Its output is shown as it comes, or with `after` all of it once
 * that is settled: what two say at once nobody can read.
 */
function run(
	/** @type {string} */ name,
	/** @type {string[]} */ args,
	/** @type {NodeJS.ProcessEnv} */ environment = {},
	/** @type {Promise<unknown> | null} */ after = null
) {
	return new Promise((resolve) => {
		const child = spawn(process.execPath, [commandLine(name), ...args], {
			cwd: root,
			stdio: after ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
			env: { ...process.env, ...environment }
		});
		/** @type {Buffer[]} */
		const said = [];
		for (const stream of [child.stdout, child.stderr]) stream?.on('data', (part) => said.push(part));
		child.on('error', () => resolve(1));
		child.on('close', async (code) => {
			await after;
			process.stdout.write(Buffer.concat(said));
			resolve(code ?? 1);
		});
	});
}

/** What a report says; a run that failed without a failed test, or without a report, has failed once. */
function counted(
	/** @type {string} */ file,
	/** @type {number} */ code,
	/** @type {(report: any) => Count} */ count
) {
	const found = existsSync(file) ? count(JSON.parse(readFileSync(file, 'utf8'))) : { passed: 0, failed: 0 };
	return code !== 0 && found.failed === 0 ? { ...found, failed: 1 } : found;
}

/** Vitest's project `project`, under the name `stage`. A test that is skipped or left to do did not run: it counts as failed. */
async function vitest(
	/** @type {string} */ stage,
	/** @type {string} */ project,
	/** @type {NodeJS.ProcessEnv} */ environment = {},
	/** @type {Promise<unknown> | null} */ after = null
) {
	const file = join(scratch, `${stage}.json`);
	const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
	const code = await run('vitest', ['run', '--project', project, ...reporters], environment, after);
	return counted(file, code, (report) => {
		for (const { name, assertionResults, message } of report.testResults) {
			const failed = assertionResults.filter((/** @type {any} */ it) => it.status !== 'passed');
			for (const test of failed)
				broken.push(`${stage}: ${test.fullName}: ${(test.failureMessages ?? []).join(' ').slice(0, 600)}`);
			if (message && !failed.length) broken.push(`${stage}: ${relative(root, name)}: ${message}`);
		}
		return {
			passed: report.numPassedTests,
			failed: report.numFailedTests + report.numPendingTests + report.numTodoTests
		};
	});
}

/** Tests that passed the second time. @type {string[]} */
const again = [];

/** The titles of all tests of a Playwright report that have one of `states`. @returns {string[]} */
function titlesOf(/** @type {any[]} */ suites, /** @type {string[]} */ states) {
	return suites.flatMap(({ specs = [], suites: inner = [] }) => [
		...specs
			.filter((/** @type {any} */ spec) =>
				spec.tests.some((/** @type {any} */ it) => states.includes(it.status))
			)
			.map((/** @type {any} */ spec) => `${spec.file}:${spec.line} ${spec.title}`),
		...titlesOf(inner, states)
	]);
}

/** Playwright's project `project`. What was skipped or did not get its turn counts as failed; what passed the second time is named. */
async function playwright(/** @type {string} */ project, /** @type {string} */ chromium) {
	const file = join(scratch, `${project}.json`);
	const code = await run('playwright', ['test', '--project', project, '--reporter', 'list,json'], {
		CHROMIUM_PATH: chromium,
		PLAYWRIGHT_JSON_OUTPUT_NAME: file,
		MY_SAY_FULL: values.full ? '1' : ''
	});
	return counted(file, code, ({ stats, suites }) => {
		for (const title of titlesOf(suites, ['unexpected', 'skipped'])) broken.push(`${project}: ${title}`);
		for (const title of titlesOf(suites, ['flaky'])) again.push(`${project}: ${title}`);
		return { passed: stats.expected + stats.flaky, failed: stats.unexpected + stats.skipped };
	});
}

/** What this machine could not give, one line each. @type {string[]} */
const leftOut = [];

/** The server's tests on SQLite and, beside them, on a real PostgreSQL: either waits more than it works. */
async function server() {
	const embedded = vitest('server-sqlite', 'server', { TEST_DATABASE_URL: '' });
	const postgres = await startPostgres();
	if (postgres.url === undefined) {
		leftOut.push(`the server's tests on PostgreSQL: ${postgres.reason}`);
		return embedded;
	}
	process.stdout.write(`PostgreSQL: ${postgres.programs}\n`);
	const real = await vitest('server-postgres', 'server', { TEST_DATABASE_URL: postgres.url }, embedded);
	const sqlite = await embedded;
	await postgres.stop();
	return { passed: sqlite.passed + real.passed, failed: sqlite.failed + real.failed };
}

/** The outside verifiers over the vectors of the envelope. */
async function vectors() {
	const missing = missingVerifiers();
	if (missing.length)
		leftOut.push(
			`what needs ${missing.join(', ')}: not on this system, and only root on Debian may install it`
		);
	return vitest('vectors', 'vectors', { WITHOUT: missing.join(',') });
}

/** One test that a browser runs in needs the production build. @returns {Promise<Count>} */
async function build() {
	const code = await run('vite', ['build', '--logLevel', 'warn']);
	return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 };
}

/** A stage in the browser; none to be had is a failure, since nothing else shows that a child can use it. */
const browser = (/** @type {string} */ project) => async () => {
	const chromium = findChromium();
	if (chromium) return playwright(project, chromium);
	process.stdout.write(
		'No Chromium: set CHROMIUM_PATH, or install one with `npx playwright install --with-deps chromium`.\n'
	);
	return { passed: 0, failed: 1 };
};

/** @type {Record<string, () => Promise<Count>>} */
const stages = {
	verify: () => verify(),
	unit: () => vitest('unit', 'unit'),
	vectors,
	build,
	// The server's tests ask the built server.
	server,
	browser: browser('e2e'),
	accessibility: browser('accessibility')
};

const wanted = values.only?.split(',') ?? Object.keys(stages);
const unknown = wanted.filter((name) => !(name in stages));
if (unknown.length) {
	process.stderr.write(
		`No such stage: ${unknown.join(', ')}. There are: ${Object.keys(stages).join(', ')}.\n`
	);
	process.exit(2);
}
const began = performance.now();
/** @type {(Count & {name: string, seconds: string})[]} */
const summary = [];
for (const [name, stage] of Object.entries(stages).filter(([name]) => wanted.includes(name))) {
	process.stdout.write(`\n── ${name} ──\n`);
	const start = performance.now();
	const count = await stage();
	const seconds = ((performance.now() - start) / 1000).toFixed(0);
	process.stdout.write(`── ${name}: ${count.passed} passed, ${count.failed} failed, ${seconds} s ──\n`);
	summary.push({ name, seconds, ...count });
}
rmSync(scratch, { recursive: true, force: true });

process.stdout.write('\nstage          passed  failed  seconds\n');
for (const { name, passed, failed, seconds } of summary) {
	const cells = [String(passed).padStart(6), String(failed).padStart(7), seconds.padStart(8)];
	process.stdout.write(`${name.padEnd(14)} ${cells.join(' ')}\n`);
}
process.stdout.write(`${((performance.now() - began) / 60000).toFixed(1)} minutes in all\n`);
for (const line of broken) process.stdout.write(`Failed: ${line}\n`);
for (const line of again) process.stdout.write(`Passed the second time: ${line}\n`);
for (const line of leftOut) process.stdout.write(`Left out: ${line}.\n`);
const passed = summary.reduce((sum, stage) => sum + stage.passed, 0);
const failed = summary.reduce((sum, stage) => sum + stage.failed, 0);
process.stdout.write(`${passed} passed, ${failed} failed\n`);
process.exit(failed ? 1 : 0);
