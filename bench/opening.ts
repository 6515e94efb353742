/** How long a kept draft takes to open: from the start of the navigation until the child's screen has been painted. */
import type { Measured } from './page.ts';

declare global {
	interface Window {
		benchAsked: Promise<number>;
	}
}

/** Opens `url` anew, on a processor that is `slower`: milliseconds. */
export async function openDraft({ page, cdp }: Measured, url: string, slower = 4): Promise<number> {
	await page.goto('about:blank');
	await page.addInitScript(() => {
		window.benchAsked = new Promise((resolve) => {
			const look = (): void => {
				const there = document.querySelector('#asked');
				const { port1, port2 } = new MessageChannel();
				port1.onmessage = () => (there ? resolve(performance.now()) : requestAnimationFrame(look));
				port2.postMessage(0);
			};
			requestAnimationFrame(look);
		});
	});
	await cdp.send('Emulation.setCPUThrottlingRate', { rate: slower });
	await page.goto(url);
	const took = await page.evaluate(() => window.benchAsked);
	await cdp.send('Emulation.setCPUThrottlingRate', { rate: 1 });
	return took;
}
