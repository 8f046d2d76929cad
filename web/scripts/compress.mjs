// Puts beside each text of the build what a browser may be sent in its place: NAME.br and NAME.gz. The server compresses nothing of it again.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { brotliCompressSync, gzipSync } from 'node:zlib';

const SMALLEST_BYTES = 512;
const dist = new URL('../dist/', import.meta.url);

for (const name of readdirSync(dist, { recursive: true })) {
  if (name.startsWith('.') || !/\.(js|css|html|svg)$/.test(name)) continue;
  const file = new URL(name, dist);
  const text = readFileSync(file);
  if (text.length < SMALLEST_BYTES) continue;
  writeFileSync(`${file.pathname}.br`, brotliCompressSync(text));
  writeFileSync(`${file.pathname}.gz`, gzipSync(text, { level: 9 }));
}
