// The module for Node, which does not fetch files.
import { readFile } from "node:fs/promises";
import init from "./outreach.js";

export * from "./outreach.js";

export default async function (options) {
  return init(options ?? { module_or_path: await readFile(new URL("./outreach_bg.wasm", import.meta.url)) });
}
