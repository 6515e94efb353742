/** The longest task of a page's main thread, read from the browser's own trace: in time of the processor, so that other programs do not count. */
import type { Measured } from './page.ts';

/** What of the browser's trace is read. */
interface Traced {
	readonly name: string;
	readonly ph: string;
	readonly pid: number;
	readonly tid: number;
	/** Microseconds of the processor. */
	readonly tdur?: number;
}

/** Milliseconds of the processor that the longest task on the page's main thread takes while `act` goes on. */
export async function longestTask({ cdp }: Measured, act: () => Promise<unknown>): Promise<number> {
	const events: Traced[] = [];
	const take = ({ value }: { value: object[] }) => void events.push(...(value as Traced[]));
	cdp.on('Tracing.dataCollected', take);
	await cdp.send('Tracing.start', {
		transferMode: 'ReportEvents',
		traceConfig: { includedCategories: ['disabled-by-default-devtools.timeline', 'devtools.timeline'] }
	});
	await act();
	const complete = new Promise((resolve) => cdp.once('Tracing.tracingComplete', resolve));
	await cdp.send('Tracing.end');
	await complete;
	cdp.off('Tracing.dataCollected', take);
	// The thread that runs the page's functions.
	const threads = new Map<string, number>();
	for (const { name, pid, tid } of events)
		if (name === 'FunctionCall') threads.set(`${pid} ${tid}`, (threads.get(`${pid} ${tid}`) ?? 0) + 1);
	const [main] = [...threads].sort(([, a], [, b]) => b - a)[0] ?? [];
	const tasks = events.filter(({ name, pid, tid }) => name === 'RunTask' && `${pid} ${tid}` === main);
	if (tasks.length === 0) throw new Error('The browser traced nothing');
	return Math.max(...tasks.map(({ tdur = 0 }) => tdur)) / 1000;
}
