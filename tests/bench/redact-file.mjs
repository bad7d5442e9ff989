/**
 * The measured process: reads, redacts, writes, and says how long that took without its own start, and how much memory at most.
 * Usage: node tests/bench/redact-file.mjs BUNDLE FROM TO
 */
import { closeSync, openSync, readSync, writeSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const [bundle, from, to] = process.argv.slice(2);
const { createLogRedactor, createLogScanner, redactDocuments } = await import(pathToFileURL(bundle).href);
const started = performance.now();
const { vault } = redactDocuments([]);
const redactor = createLogRedactor(vault.memory, {}, createLogScanner);
const output = openSync(to, 'w');
const idle = process.memoryUsage().rss;
let most = idle;
const chunk = new Uint8Array(1 << 20);
const input = openSync(from, 'r');
for (let length = readSync(input, chunk); length > 0; length = readSync(input, chunk)) {
  writeSync(output, redactor.push(chunk.subarray(0, length)));
  most = Math.max(most, process.memoryUsage.rss());
}
writeSync(output, redactor.end());
closeSync(output);
closeSync(input);
console.log(JSON.stringify({ aboveIdle: most - idle, seconds: (performance.now() - started) / 1000 }));
