// Renders filled forms with Typst for the server. Started as: node typst-child.mjs TEMPLATE…
// Standard input and output carry messages, each a length (32 bits, big endian) and that many bytes of UTF-8:
//   in  the name of a template (form), a line feed, and the form as that template wants it, in JSON
//   out { ok: true, pdf: base64, archival, rss } or { ok: false, error, rss }
// What comes in is handed to the template as data and never read as its source. The process ends when its input ends.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);
const { NodeCompiler } = require('@myriaddreamin/typst-ts-node-compiler-linux-x64-gnu');

const templates = process.argv.slice(2);
const fonts = join(dirname(fileURLToPath(import.meta.url)), 'node_modules/@expo-google-fonts');
const fontFiles = ['biz-udmincho/400Regular/BIZUDMincho_400Regular.ttf', 'noto-serif-jp/400Regular/NotoSerifJP_400Regular.ttf'];
const keptGenerations = 30;

const sources = new Map(templates.map((path) => [basename(path, '.typ'), readFileSync(path, 'utf8')]));
const compiler = NodeCompiler.create({
  workspace: dirname(templates[0]),
  fontArgs: [{ fontBlobs: fontFiles.map((file) => readFileSync(join(fonts, file))) }],
});

let waiting = Buffer.alloc(0);
process.stdin.on('data', (chunk) => {
  waiting = waiting.length === 0 ? chunk : Buffer.concat([waiting, chunk]);
  while (waiting.length >= 4 && waiting.length >= 4 + waiting.readUInt32BE(0)) {
    const end = 4 + waiting.readUInt32BE(0);
    answer(waiting.toString('utf8', 4, end));
    waiting = waiting.subarray(end);
  }
});
process.stdin.on('end', () => process.exit(0));

function answer(request) {
  const end = request.indexOf('\n');
  let message;
  try {
    message = { ok: true, ...render(sources.get(request.slice(0, end)), request.slice(end + 1)) };
  } catch (error) {
    message = { ok: false, error: String(error?.message ?? error) };
  }

  compiler.evictCache(keptGenerations);
  const body = Buffer.from(JSON.stringify({ ...message, rss: process.memoryUsage.rss() }));
  const length = Buffer.alloc(4);
  length.writeUInt32BE(body.length);
  process.stdout.write(length);
  process.stdout.write(body);
}

function render(source, form) {
  const compiled = compiler.compile({ mainFileContent: source, inputs: { form } });
  if (compiled.hasError()) {
    const error = compiled.takeDiagnostics();
    throw new Error(JSON.stringify(compiler.fetchDiagnostics(error)));
  }

  try {
    return { pdf: compiler.pdf(compiled.result, { pdfStandard: 'a-2a', pdfTags: true }).toString('base64'), archival: true };
  } catch (error) {
    // An archival file may not hold a character that no font has. A draft is shown all the same, with the gap in it.
    if (!/glyph|font|displayed/i.test(String(error))) {
      throw error;
    }

    return { pdf: compiler.pdf(compiled.result, { pdfStandard: '1.7', pdfTags: true }).toString('base64'), archival: false };
  }
}
