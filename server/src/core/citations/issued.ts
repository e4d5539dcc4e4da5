/**
 * An ISO date as far as it is known: "2023", "2023-06", "2023-06-29"; "" without a year.
 * @param parts year, month and day as texts, as many as are known
 */
export function isoOf([year = "", month = "", day = ""]: readonly string[]): string {
	if (!/^\d{4}$/.test(year)) {
		return "";
	}
	const two = (part: string): string => (/^\d{1,2}$/.test(part) && Number(part) > 0 ? `-${part.padStart(2, "0")}` : "");
	return `${year}${two(month)}${two(month) === "" ? "" : two(day)}`;
}
