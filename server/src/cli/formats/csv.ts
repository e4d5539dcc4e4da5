/** RFC 4180: CR LF after each record, fields quoted where they need it. */
export function csvText(records: readonly (readonly (string | number | null | undefined)[])[]): string {
	return records.map((record) => `${record.map((field) => csvField(`${field ?? ""}`)).join(",")}\r\n`).join("");
}

function csvField(text: string): string {
	return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
