/**
 * The start of the child's side in the browser: waits until the first screen stands or something on it is pressed, then
 * fetches the rest. Kept tiny: everything else is behind the dynamic import.
 */
const begin = () => void import('./begin.ts').then((rest) => rest.begin());

if (window.firstMoment?.tap) begin();
else {
	const quiet = () =>
		'requestIdleCallback' in window ? requestIdleCallback(begin, { timeout: 2000 }) : setTimeout(begin, 200);
	if (document.readyState === 'complete') quiet();
	else addEventListener('load', quiet, { once: true });
}
