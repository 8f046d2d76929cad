// Reads the text of one PDF for the server. Standard input and output carry messages, each a length (32 bits, big endian) and that
// many bytes: in the file, out JSON, { pages: [[{ x, y, width, size, text, end }, …], …], pageCount }, { isProtected: true } where it
// has a password, or nothing where it cannot be read. Its argument is the most pages it reads; of a longer PDF it reads none. It is
// started before its file comes, reads that one, and ends.
import { readSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const require = createRequire(import.meta.url);
// pdf.js asks for these when it loads; only drawing would use them.
globalThis.DOMMatrix ??= class DOMMatrix {};
globalThis.ImageData ??= class ImageData {};
globalThis.Path2D ??= class Path2D {};
console.log = console.warn = console.info = () => {};
const { getDocument, VerbosityLevel } = await import('pdfjs-dist/legacy/build/pdf.mjs');
const home = dirname(require.resolve('pdfjs-dist/package.json'));

let answer = Buffer.alloc(0);
try {
  answer = Buffer.from(JSON.stringify(await read(take(take(4).readInt32BE()))));
} catch (error) {
  // Damaged, unless it says that it is protected.
  if (error?.name === 'PasswordException') answer = Buffer.from(JSON.stringify({ isProtected: true }));
}
const length = Buffer.alloc(4);
length.writeInt32BE(answer.length);
process.stdout.write(Buffer.concat([length, answer]), () => process.exit(0));

function take(size) {
  const bytes = Buffer.alloc(size);
  for (let at = 0; at < size; ) {
    const count = readSync(0, bytes, at, size - at);
    if (count === 0) process.exit(0);
    at += count;
  }
  return bytes;
}

async function read(file) {
  const document = await getDocument({
    data: new Uint8Array(file),
    cMapUrl: join(home, 'cmaps') + '/',
    cMapPacked: true,
    standardFontDataUrl: join(home, 'standard_fonts') + '/',
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    verbosity: VerbosityLevel.ERRORS,
  }).promise;
  const pageCount = document.numPages;
  const pages = [];
  for (let number = 1; pageCount <= Number(process.argv[2]) && number <= pageCount; number++) {
    const page = await document.getPage(number);
    const content = await page.getTextContent({ disableNormalization: true, includeMarkedContent: false });
    pages.push(content.items.filter((item) => item.str !== '').map((item) => ({
      x: round(item.transform[4]),
      y: round(item.transform[5]),
      width: round(item.width),
      size: round(item.height),
      text: item.str,
      end: item.hasEOL,
    })));
    page.cleanup();
  }
  return { pages, pageCount };
}

function round(points) {
  return Math.round(points * 100) / 100;
}
