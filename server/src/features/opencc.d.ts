/** OpenCC's character tables: entries "from to [to …]", separated by "|". The package has no types for them. */
declare module "opencc-js/dict/STCharacters" {
	const table: string;
	export default table;
}
declare module "opencc-js/dict/TWVariants" {
	const table: string;
	export default table;
}
