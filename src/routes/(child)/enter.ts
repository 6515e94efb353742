/**
 * The start of the child's side in the browser: waits until the first screen stands or something on it is pressed, then
 * fetches the rest. Kept tiny: everything else is behind the dynamic import.
 */
const { dataset } = document.documentElement;

/** Fetches the rest. Where that fails the first screen says so, and the next press or the signal's return tries again. */
function begin(): void {
	delete dataset['stuck'];
	import('./begin.ts')
		.then((rest) => rest.begin())
		.catch(() => {
			if (window.firstMoment?.tap) dataset['stuck'] = '';
			for (const waiting of document.querySelectorAll('[data-waiting]'))
				waiting.removeAttribute('data-waiting');
			const again = new AbortController();
			const retry = () => {
				again.abort();
				begin();
			};
			document.addEventListener('click', retry, { signal: again.signal });
			addEventListener('online', retry, { signal: again.signal });
		});
}

if (window.firstMoment?.tap) begin();
else {
	const quiet = () =>
		'requestIdleCallback' in window ? requestIdleCallback(begin, { timeout: 2000 }) : setTimeout(begin, 200);
	if (document.readyState === 'complete') quiet();
	else addEventListener('load', quiet, { once: true });
}
