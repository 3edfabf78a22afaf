// What the tests share: the package, started, and the command beside it.
import { execFileSync } from "node:child_process";
import { resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

export const root = fileURLToPath(new URL("../../..", import.meta.url));
const at = resolve(root, process.env.OUTREACH_PACKAGE ?? "target/wasm/pkg");
export const outreach = await import(pathToFileURL(`${at}/node.js`));
await outreach.default();

/** What the command says as JSON, with these words. */
export function command(...words) {
  const told = execFileSync(resolve(root, "target/debug/outreach"), [...words, "--format", "json"], {
    env: {},
    maxBuffer: 1 << 28,
    stdio: ["ignore", "pipe", "ignore"],
  });
  return JSON.parse(told);
}

/** What is thrown. */
export function thrown(act) {
  try {
    act();
  } catch (error) {
    return error;
  }
  throw new Error("nothing was thrown");
}

/** Where two JSON values differ: in integers at all, in other numbers by more than 1e-12 of them. */
export function difference(one, other, path = "$") {
  if (typeof one === "number" && typeof other === "number") {
    const whole = Number.isInteger(one) && Number.isInteger(other);
    const close = whole ? one === other : Math.abs(one - other) <= 1e-12 * Math.max(1, Math.abs(one), Math.abs(other));
    return close ? null : `${path}: ${one} and ${other}`;
  }
  if (one === null || other === null || typeof one !== "object" || typeof other !== "object") {
    return one === other ? null : `${path}: ${one} and ${other}`;
  }
  const keys = [...new Set([...Object.keys(one), ...Object.keys(other)])];
  for (const key of keys) {
    const found = difference(one[key], other[key], `${path}.${key}`);
    if (found !== null) return found;
  }
  return null;
}
