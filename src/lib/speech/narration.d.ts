// The list of banks, written by the build (`tools/narration/banks.ts`): name → address.
declare module 'virtual:narration' {
	const addresses: Readonly<Record<string, string>>;
	export default addresses;
}
