/** Saving a file from the page to this computer. */

/** Saves `text` as `name`, through the browser's own download. The address is given back at once. */
export function saveAs(name: string, text: string, type = 'application/json'): void {
	const address = URL.createObjectURL(new Blob([text], { type }));
	const link = document.createElement('a');
	link.href = address;
	link.download = name;
	link.click();
	URL.revokeObjectURL(address);
}
