/**
 * What the child's side consists of, and which requests it answers. Pure: decides, fetches nothing.
 */

/** `/_app/child-files.json`, written by the build: each file that the child's side may load, with its SHA-256 (base64url). */
export type ChildFiles = Readonly<Record<string, string>>;

/** How a request is met: from what is kept, as the page that is kept, or by the network alone. */
export type Treatment =
	{ readonly by: 'page'; readonly page: string } | { readonly by: 'kept' } | { readonly by: 'network' };

/** The pages of the child's side. Every one is the same for everybody: what is personal stays in the fragment and on the device. */
export const pages = ['/', '/neutral'] as const;

/** Kept from `static/`: what the child's pages refer to without a hash in its name. Sound is fetched when it is wanted. */
const keptStatic = /\.(?:woff2|svg|png|ico|webmanifest|json)$/;

/** The files of `static/` that belong to the child's side. */
export const staticFiles = (files: readonly string[]): string[] =>
	files.filter((file) => keptStatic.test(file));

/**
 * How a request is met. The server's interface, the desk and everything that is not plain reading is left to the network,
 * untouched; only `GET` of this origin is ever looked at.
 */
export function treat(
	request: { readonly method: string; readonly mode: string; readonly url: string },
	origin: string
): Treatment {
	const url = new URL(request.url);
	if (request.method !== 'GET' || url.origin !== origin) return { by: 'network' };
	if (/^\/(?:api|staff|gallery)(?:\/|$)/.test(url.pathname)) return { by: 'network' };
	if (request.mode !== 'navigate') return { by: 'kept' };
	const page = pages.find((kept) => kept === url.pathname);
	return page ? { by: 'page', page } : { by: 'network' };
}

/** Addresses of this origin that `html` loads: scripts, styles, icons, manifest, preloads. */
export function loadedBy(html: string, base: string): string[] {
	const tags = html.match(/<(?:script|link|img|source)\b[^>]*>/gi) ?? [];
	const found = tags.flatMap((tag) => /\s(?:src|href)="([^"]+)"/i.exec(tag)?.[1] ?? []);
	return ownPaths(found, base);
}

/** Addresses of this origin that the style sheet `css` loads. */
export function styledBy(css: string, base: string): string[] {
	const found = [...css.matchAll(/url\(\s*["']?([^"')]+)["']?\s*\)/gi)].map((match) => match[1] ?? '');
	return ownPaths(found, base);
}

function ownPaths(addresses: readonly string[], base: string): string[] {
	const paths = addresses.flatMap((address) => {
		const url = URL.parse(address, base);
		return url?.origin === new URL(base).origin && !address.startsWith('#') ? [url.pathname] : [];
	});
	return [...new Set(paths)];
}
