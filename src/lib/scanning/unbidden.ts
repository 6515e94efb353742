/**
 * Somebody with a switch, on a page where nothing lights up: the same switch three times within five seconds, with nothing to press
 * under the focus. They cannot reach the settings, so scanning comes to them.
 */

/** How many presses, and within how many milliseconds. */
const [presses, within] = [3, 5_000];

/** The keys that switch boxes send most. */
const asked = [' ', 'Enter'];

/** Whether the focus is on something that a key would press or write in. */
const isBusy = (focus: Element | null): boolean =>
	focus !== null && focus !== document.body && !focus.matches('h1, h2, main');

/** Calls `begin` at each such asking until the function it gives is called. */
export function whenSwitchAsks(begin: () => void): () => void {
	let [key, times]: [string, number[]] = ['', []];
	const hear = (event: KeyboardEvent) => {
		if (!asked.includes(event.key) || event.repeat || isBusy(document.activeElement)) {
			if (!event.repeat) times = [];
			return;
		}
		if (event.key !== key) times = [];
		key = event.key;
		times = [...times.filter((time) => event.timeStamp - time < within), event.timeStamp];
		if (times.length < presses) return;
		times = [];
		event.preventDefault();
		begin();
	};
	addEventListener('keydown', hear);
	return () => removeEventListener('keydown', hear);
}
