/** How the product is built and its tests are run: three rings of them, each a project of its own for vitest. */
import { execFileSync } from 'node:child_process';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';
import { version } from './package.json' with { type: 'json' };

/** The version, and the commit where there is one: it is written into every signed view. */
function buildId(): string {
	if (process.env['BUILD_ID']) return process.env['BUILD_ID'];
	try {
		const commit = execFileSync('git', ['rev-parse', '--short=12', 'HEAD'], { stdio: 'pipe' });
		return `${version}+${String(commit).trim()}`;
	} catch {
		return version;
	}
}

const ring = (name: string, folder: string, sequential = false) => ({
	extends: true as const,
	test: { name, include: [`${folder}/**/*.test.ts`], fileParallelism: !sequential }
});

export default defineConfig({
	plugins: [sveltekit()],
	define: { __BUILD_ID__: JSON.stringify(buildId()) },
	build: { target: 'es2022' },
	worker: { format: 'es' },
	test: {
		restoreMocks: true,
		projects: [ring('unit', 'src'), ring('server', 'tests/server', true), ring('vectors', 'tests/vectors')]
	}
});
