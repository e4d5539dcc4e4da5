/** The registry's data, one framework a file. */
import type { FrameworkData } from "../../src/core/frameworks/framework.ts";
import { gri } from "./gri.ts";
import { sdg } from "./sdg.ts";
import { tcfd } from "./tcfd.ts";

export const registryData: readonly FrameworkData[] = [gri, tcfd, sdg];
