/** The registry's data, one framework a file where it is large. */
import type { FrameworkData } from "../../src/core/frameworks/framework.ts";
import { bse, mof, pboc, sse, szse } from "./china.ts";
import { esrs } from "./esrs.ts";
import { gri } from "./gri.ts";
import { hkex } from "./hkex.ts";
import { ifrsS } from "./ifrsS.ts";
import { cdp, ghgProtocol, iso14064, kssb, pcaf, tnfd } from "./others.ts";
import { sasb } from "./sasb.ts";
import { sdg } from "./sdg.ts";
import { tcfd } from "./tcfd.ts";

export const registryData: readonly FrameworkData[] = [
	gri,
	tcfd,
	sdg,
	ifrsS,
	sasb,
	esrs,
	hkex,
	pboc,
	sse,
	szse,
	bse,
	mof,
	kssb,
	tnfd,
	ghgProtocol,
	iso14064,
	pcaf,
	cdp,
];
