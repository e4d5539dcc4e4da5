/** Numbers that go on behind their unit. Data only. */
import { Decimal } from "../../src/core/decimal.ts";

/** Units behind which a single digit stands for tenths of them: 五块六 is 5.6. */
export const coinTails = "块蚊毛毫米";

/** What 半 behind a unit adds: 一吨半. */
export const halves = Decimal.parse("0.5");
