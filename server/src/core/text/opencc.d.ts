/** OpenCC's character table: entries "traditional simplified", separated by "|". The package has no types for it. */
declare module "opencc-js/dict/TSCharacters" {
	const table: string;
	export default table;
}
declare module "opencc-js/dict/STCharacters" {
	const table: string;
	export default table;
}
declare module "opencc-js/dict/TWVariants" {
	const table: string;
	export default table;
}
