// Adds up the script that a first visit to / needs and fails above the limit.
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const LIMIT_BYTES = 200 * 1024;
const dist = new URL('../dist/', import.meta.url);
const manifest = JSON.parse(readFileSync(new URL('.vite/manifest.json', dist), 'utf8'));

/** The chunk and what it imports statically, by output file. */
function reach(key, found = new Set()) {
  const chunk = manifest[key];
  if (!chunk || found.has(chunk.file)) return found;
  found.add(chunk.file);
  for (const next of chunk.imports ?? []) reach(next, found);
  return found;
}

const files = new Set([
  ...reach('index.html'),
  ...['Start', 'StartImport'].flatMap((name) => [...reach(`src/features/start/${name}.tsx`)]),
  ...reach('src/features/inbox/Inbox.tsx'),
]);
let total = 0;
for (const file of [...files].filter((name) => name.endsWith('.js'))) {
  const bytes = gzipSync(readFileSync(new URL(file, dist))).length;
  total += bytes;
  console.log(`${(bytes / 1024).toFixed(1).padStart(7)} KB  ${file}`);
}
console.log(`${(total / 1024).toFixed(1).padStart(7)} KB  first route (limit ${LIMIT_BYTES / 1024} KB gzip)`);
if (total > LIMIT_BYTES) process.exit(1);
