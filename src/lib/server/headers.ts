/**
 * The security headers of every answer, and the content security policies that are not SvelteKit's: the one definition,
 * used by the hooks (pages, API) and by `tools/serve.ts` (files, prerendered pages, everything that goes wrong earlier).
 * Runs without any package, so that the server's entry can import it as it is.
 */

/** On every answer, whatever it is. */
export const everywhere = {
	'strict-transport-security': 'max-age=63072000; includeSubDomains',
	'cross-origin-opener-policy': 'same-origin',
	'cross-origin-resource-policy': 'same-origin',
	'cross-origin-embedder-policy': 'require-corp',
	'origin-agent-cluster': '?1',
	'x-content-type-options': 'nosniff',
	'x-frame-options': 'DENY',
	'x-permitted-cross-domain-policies': 'none',
	'referrer-policy': 'no-referrer',
	'permissions-policy': [
		...['accelerometer', 'autoplay', 'bluetooth', 'browsing-topics', 'clipboard-read', 'clipboard-write'],
		...['display-capture', 'encrypted-media', 'geolocation', 'gyroscope', 'hid', 'idle-detection'],
		...['magnetometer', 'midi', 'payment', 'screen-wake-lock', 'serial', 'usb', 'web-share'],
		'xr-spatial-tracking'
	]
		.map((feature) => `${feature}=()`)
		.concat('camera=(self)', 'microphone=(self)', 'fullscreen=(self)')
		.join(', ')
} as const;

/** For answers that are no page: nothing in them may load or run anything. */
export const nothingRuns = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

/** For a page that SvelteKit gave no policy of its own (its last-resort error page). */
export const plainPage =
	"default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

/** A script's own policy matters where it runs as a worker: it may import from here and ask here. */
const scriptRuns = "default-src 'none'; script-src 'self'; connect-src 'self'; frame-ancestors 'none'";

/** The one worker that compiles WebAssembly: Argon2id. It may import its parts, and can reach nobody. */
const wasmRuns = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; frame-ancestors 'none'";

/** The built file of `src/lib/passphrase/argon2.worker.ts`. */
const wasmWorker = /^\/_app\/immutable\/workers\/argon2\.worker-[\w-]+\.js$/;

/** The policy of the file at `pathname`. */
export const filePolicy = (pathname: string): string =>
	wasmWorker.test(pathname) ? wasmRuns : pathname.endsWith('.js') ? scriptRuns : nothingRuns;

/** Every header of an answer at `pathname` before anybody has looked at the request. */
export const earlyHeaders = (pathname: string): Readonly<Record<string, string>> => ({
	...everywhere,
	'content-security-policy': filePolicy(pathname),
	'cache-control': pathname.startsWith('/api/') ? 'no-store' : 'no-cache'
});

/**
 * The policy of a prerendered page, out of its HTML: what SvelteKit wrote into the meta element (with the hashes of this
 * very page), and what a meta element cannot say. Null where the page has none.
 */
export function prerenderedPolicy(html: string): string | null {
	const found = /<meta http-equiv="content-security-policy" content="([^"]*)"/i.exec(html);
	const policy = found?.[1]?.replaceAll('&#39;', "'").replaceAll('&quot;', '"').replaceAll('&amp;', '&');
	return policy ? `${policy}; frame-ancestors 'none'` : null;
}
