import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadedBy, staticFiles, styledBy, treat } from './shell.ts';

const origin = 'https://say.test';
const get = (path: string, mode = 'no-cors') => ({ method: 'GET', mode, url: `${origin}${path}` });

describe('what the service worker answers', () => {
	it('gives the child’s pages from what is kept', () => {
		expect(treat(get('/', 'navigate'), origin)).toEqual({ by: 'page', page: '/' });
		expect(treat(get('/neutral', 'navigate'), origin)).toEqual({ by: 'page', page: '/neutral' });
	});

	it('never touches the interface, the desk or the gallery, whatever stands behind their names', () => {
		const behind = fc.webPath();
		fc.assert(
			fc.property(fc.constantFrom('/api', '/staff', '/gallery'), behind, (area, rest) => {
				for (const mode of ['navigate', 'cors', 'no-cors'])
					expect(treat(get(area + (rest.startsWith('/') ? rest : `/${rest}`), mode), origin).by).toBe(
						'network'
					);
			})
		);
	});

	it('never touches what is not plain reading, nor another origin', () => {
		expect(treat({ ...get('/'), method: 'POST' }, origin).by).toBe('network');
		expect(treat({ method: 'GET', mode: 'cors', url: 'https://elsewhere.test/a.js' }, origin).by).toBe(
			'network'
		);
	});

	it('looks for everything else among what is kept, and for unknown pages in the network', () => {
		expect(treat(get('/_app/enter.js'), origin).by).toBe('kept');
		expect(treat(get('/apiary.svg'), origin).by).toBe('kept');
		expect(treat(get('/elsewhere', 'navigate'), origin).by).toBe('network');
	});
});

describe('what the pages load', () => {
	it('is found in them', () => {
		const html = `<link rel="icon" href="/icon.svg"><link href="./_app/a.css" rel="stylesheet">
			<script type="module" src="/_app/enter.js"></script><a href="/staff">desk</a>
			<link rel="canonical" href="https://elsewhere.test/"><img src="data:image/gif;base64,AA">`;
		expect(loadedBy(html, origin)).toEqual(['/icon.svg', '/_app/a.css', '/_app/enter.js']);
	});

	it('is found in style sheets, beside them', () => {
		const css = `@font-face{src:url(../fonts/a.woff2) format("woff2")} b{mask:url("#m")} c{background:url('data:,')}`;
		expect(styledBy(css, `${origin}/_app/immutable/assets/a.css`)).toEqual(['/_app/immutable/fonts/a.woff2']);
	});

	it('of the static files is all but sound', () => {
		expect(staticFiles(['/icon.svg', '/fonts/a.woff2', '/audio/en/hello.opus'])).toEqual([
			'/icon.svg',
			'/fonts/a.woff2'
		]);
	});
});
