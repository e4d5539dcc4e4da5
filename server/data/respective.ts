/** How texts give several figures for several things in one order: "A, B and C were 1, 2 and 3 respectively". Folded, in lower case. */

/** Words that say so. */
export const respectiveWords: readonly string[] = ["respectively", "分别", "各自", "依次", "각각"];

/** What stands between the members of a list. */
export const listJoins: readonly string[] = [
	", and ",
	", ",
	" and ",
	"、",
	"，",
	"和",
	"与",
	"及",
	"以及",
	"과 ",
	"와 ",
	" 및 ",
	", 그리고 ",
];

/** Where the last thing of the list ends and what is said of all of them begins. */
export const listEnds: readonly string[] = [
	" had ",
	" have ",
	" has ",
	" was ",
	" were ",
	" are ",
	" is ",
	" cut ",
	" saved ",
	" avoided ",
	" reduced ",
	" reached ",
	" came ",
	" numbered ",
	" amounted ",
	" stood ",
	" totalled ",
	" rose ",
	" fell ",
	" that ",
	" which ",
	" at ",
	" in ",
	"分别",
	"各自",
	"依次",
	"은 ",
	"는 ",
	"이 ",
	"가 ",
];
