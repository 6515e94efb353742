import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import adapter from '@sveltejs/adapter-node';
import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';

/**
 * The hash of the one inline script, in `src/app.html`: it must run before the first paint, so it cannot be a file.
 * @type {`sha256-${string}`}
 */
const firstMoment = `sha256-${createHash('sha256')
	.update(
		/<script>([\s\S]*?)<\/script>/.exec(
			readFileSync(new URL('src/app.html', import.meta.url), 'utf8')
		)?.[1] ?? ''
	)
	.digest('base64')}`;

/**
 * Content Security Policy without any `unsafe-*`: scripts and styles come from this origin or carry a hash (prerendered
 * pages) or nonce (the rest). The one worker that runs WebAssembly gets its own policy in `src/lib/server/headers.ts`.
 * @type {import('@sveltejs/kit').Config}
 */
const config = {
	preprocess: vitePreprocess(),
	compilerOptions: { runes: true },
	kit: {
		// A second build beside the one that runs: BUILD_DIR names where it goes, and where `tools/serve.ts` finds it.
		adapter: adapter({ precompress: true, out: process.env.BUILD_DIR || 'build' }),
		inlineStyleThreshold: 16384,
		// The child's side registers it itself, once the first screen is done (`src/routes/(child)/offline.ts`).
		serviceWorker: { register: false },
		// `src/hooks.server.ts` checks where every changing request comes from, and answers in the API's own words.
		csrf: { trustedOrigins: ['*'] },
		csp: {
			mode: 'auto',
			directives: {
				'default-src': ['none'],
				'script-src': ['self', firstMoment],
				'style-src': ['self'],
				'img-src': ['self', 'blob:', 'data:'],
				'media-src': ['self', 'blob:'],
				'font-src': ['self'],
				'connect-src': ['self'],
				'worker-src': ['self'],
				'manifest-src': ['self'],
				'base-uri': ['none'],
				'form-action': ['self'],
				'frame-ancestors': ['none'],
				'require-trusted-types-for': ['script'],
				'trusted-types': [
					'svelte-trusted-html',
					'sveltekit-trusted-url',
					'my-say-worker',
					'my-say-sealing',
					'my-say-offline'
				]
			}
		},
		typescript: {
			config: (tsconfig) => ({
				...tsconfig,
				include: [...tsconfig.include, '../tools/**/*.ts', '../bench/**/*.ts', '../*.config.ts']
			})
		}
	}
};

export default config;
