// Makes src/api/generated out of the description of the API that the server's tests keep: the types of what is sent and
// answered, and each operation's method and address under its name. With --check it compares what is there, and writes nothing.
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createClient } from '@hey-api/openapi-ts';

const isCheck = process.argv.includes('--check');
const committed = fileURLToPath(new URL('../src/api/generated', import.meta.url));
const target = isCheck ? mkdtempSync(join(tmpdir(), 'generated-')) : committed;
const description = JSON.parse(readFileSync(new URL('../../tests/Server.Tests/openapi.json', import.meta.url), 'utf8'));

const operations = Object.entries(description.paths)
  .flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => ({ request: `${method.toUpperCase()} ${path}`, ...operation })),
  )
  .toSorted((a, b) => (a.operationId < b.operationId ? -1 : 1));

// Of a body that can be sent in several forms the generator reads the first alone.
for (const { requestBody } of operations) {
  const forms = Object.entries(requestBody?.content ?? {});
  if (forms.length > 1)
    requestBody.content = { [forms[0][0]]: { schema: { oneOf: forms.map(([, { schema }]) => schema) } } };
}

await createClient({
  input: description,
  output: { path: target, entryFile: false },
  plugins: ['@hey-api/typescript'],
  logs: { level: 'silent' },
});

const typesOf = ({ operationId, responses }) => {
  const name = operationId[0].toUpperCase() + operationId.slice(1);
  // What only leads elsewhere answers nothing.
  const answers = Object.keys(responses).some((status) => status.startsWith('2'));
  return answers ? [`${name}Data`, `${name}Responses`] : [`${name}Data`];
};
const lines = operations.map((one) => {
  const [data, responses = 'unknown'] = typesOf(one);
  return `export const ${one.operationId} = '${one.request}' as Operation<${data}, ${responses}>;`;
});
writeFileSync(
  join(target, 'operations.gen.ts'),
  `// This file is made by scripts/generate.mjs.
import type { Operation } from '../operation';
import type {
  ${operations.flatMap(typesOf).join(',\n  ')},
} from './types.gen';

${lines.join('\n')}
`,
);

if (isCheck)
  for (const file of ['types.gen.ts', 'operations.gen.ts'])
    if (readFileSync(join(target, file), 'utf8') !== readFileSync(join(committed, file), 'utf8')) {
      console.error(`src/api/generated/${file} is not what the description of the API makes: npm run generate`);
      process.exitCode = 1;
    }
