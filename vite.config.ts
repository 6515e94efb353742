/** How the product is built and its tests are run: three rings of them, each a project of its own for vitest. */
import { execFileSync } from 'node:child_process';
import { sveltekit } from '@sveltejs/kit/vite';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import about from './package.json' with { type: 'json' };
import { childAhead } from './tools/child-ahead.ts';
import { childFiles } from './tools/child-files.ts';
import { narrationBanks } from './tools/narration/banks.ts';

/** The version, and the commit where there is one: it is written into every signed view. */
function buildId(): string {
	if (process.env['BUILD_ID']) return process.env['BUILD_ID'];
	try {
		const commit = execFileSync('git', ['rev-parse', '--short=12', 'HEAD'], { stdio: 'pipe' });
		return `${about.version}+${String(commit).trim()}`;
	} catch {
		return about.version;
	}
}

/**
 * The child's side starts from a prerendered page without the framework's start (`csr = false`) and from this one small
 * file, which fetches the rest once the page stands (decision 0006). Its address is fixed; what it imports is hashed.
 */
const childEntry: Plugin = {
	name: 'child-entry',
	apply: 'build',
	buildStart() {
		if (this.environment.name === 'client' && !this.environment.config.build.ssr)
			this.emitFile({
				type: 'chunk',
				id: 'src/routes/(child)/enter.ts',
				fileName: '_app/enter.js',
				preserveSignature: false
			});
	}
};

const ring = (name: string, folder: string, sequential = false) => ({
	extends: true as const,
	test: { name, include: [`${folder}/**/*.test.ts`], fileParallelism: !sequential }
});

export default defineConfig({
	plugins: [childEntry, childAhead, childFiles, narrationBanks(), sveltekit()],
	define: { __BUILD_ID__: JSON.stringify(buildId()) },
	build: { target: 'es2022' },
	worker: { format: 'es' },
	test: {
		restoreMocks: true,
		// Time is never what is tested: a slow machine gets the time it needs.
		testTimeout: 120_000,
		hookTimeout: 120_000,
		expect: { poll: { timeout: 60_000 } },
		projects: [ring('unit', 'src'), ring('server', 'tests/server', true), ring('vectors', 'tests/vectors')]
	}
});
