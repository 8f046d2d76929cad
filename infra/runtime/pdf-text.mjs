// Reads the text of one PDF from standard input and writes it to standard output as JSON: { pages: [[piece, …], …], pageCount },
// where a piece is { x, y, width, size, text, end }. Its argument is the most pages it reads; of a longer PDF it reads none.
// It is started for one file and ended by whoever started it.
import { readFileSync } from 'node:fs';
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

const opening = getDocument({
  data: new Uint8Array(readFileSync(0)),
  cMapUrl: join(home, 'cmaps') + '/',
  cMapPacked: true,
  standardFontDataUrl: join(home, 'standard_fonts') + '/',
  isEvalSupported: false,
  disableFontFace: true,
  useSystemFonts: false,
  verbosity: VerbosityLevel.ERRORS,
}).promise;
const document = await opening.catch((error) => {
  if (error?.name !== 'PasswordException') throw error;
  process.stdout.write(JSON.stringify({ isProtected: true }), () => process.exit(0));
  return new Promise(() => {});
});

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

process.stdout.write(JSON.stringify({ pages, pageCount }), () => process.exit(0));

function round(points) {
  return Math.round(points * 100) / 100;
}
