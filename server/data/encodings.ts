/**
 * The older encodings that Chinese and Korean reports come in, each with the characters that its texts are full of: the commonest of
 * the language, those of company reports, and the punctuation. Bytes read in a wrong encoding give rare characters instead.
 */
export const olderEncodings = [
	{
		encoding: "gb18030",
		common:
			"的一是不了在人有我他这中大来上国和个到说们为子生会自着去之过家学对可她里后小么心多天而能好都然没日于起还发成事只作当想看文无开手十用主行方又如前所本见经头面公同三已老从动两长知民样现分将外但身些与高意进把法此实回二理美点月明其种声全工己话儿者向情部正名定女问力机给等几很业最间新什打便位因重被走电四第门相次东政海口使教西再平真听世气信北少关并内加化由却代军产入先山五太水万市总量年额率社银资金技绿碳排放减务报告展司企环境治源温室体责任供应链客户服支持管风险投目标比例永续书员增达" +
			"，。、：；“”（）《》！？％",
	},
	{
		encoding: "big5",
		common:
			"的一是不了在人有我他這中大來上國和個到說們為子生會自著去之過家學對可她裡後小麼心多天而能好都然沒日於起還發成事只作當想看文無開手十用主行方又如前所本見經頭面公同三已老從動兩長知民樣現分將外但身些與高意進把法此實回二理美點月明其種聲全工己話兒者向情部正名定女問力機給等幾很業最間新什打便位因重被走電四第門相次東政海口使教西再平真聽世氣信北少關並內加化由卻代軍產入先山五太水萬市總量年額率社銀資金技綠碳排放減務報告展司企環境治源溫室體責任供應鏈客戶服支持管風險投目標比例永續書員增達" +
			"，。、：；「」『』（）《》！？％",
	},
	{
		encoding: "euc-kr",
		common:
			"이다는의에을를은가로하고한지기도사대인시정과자일들그리나서해있었것수주니어상제전부보적만장으년월여동라며면원공성국위구안세용경신소조화스비업영무회문관방연중내유분실당생선개통물모치명와진단재환요간운준품산계체후출투약억발책탄량총배",
	},
] as const;

/** What the bytes 0x80 to 0x9F are in windows-1252; the others are as in Latin-1. */
export const windows1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

/** The letters and signs beyond ASCII that English reports in windows-1252 have. */
export const westernCharacters = "‘’“”–—…•·£€¥©®™°±²³µ½¼×éèêëàâäáçñöóôüúíïßÉÄÖÜ§\u00a0";
