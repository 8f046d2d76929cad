// node infra/summary.mjs FOLDER: adds up what the suites left in FOLDER, prints the failures, the slowest ten and, last, the sum.
// A suite that ended badly, left no result or ran no test is a failure of its own.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const folder = process.argv[2]

/** Tests of a VSTest .trx file: { name, ms, outcome: passed | failed | skipped, message }. */
function trx(text) {
  return [...text.matchAll(/<UnitTestResult\b([^>]*?)(?:\/>|>([\s\S]*?)<\/UnitTestResult>)/g)].map(([, attributes, body = '']) => {
    const attribute = (name) => unescape(attributes.match(new RegExp(`\\b${name}="([^"]*)"`))?.[1] ?? '')
    const [hours, minutes, seconds] = (attribute('duration') || '0:0:0').split(':').map(Number)
    return {
      name: attribute('testName'),
      ms: (hours * 3600 + minutes * 60 + seconds) * 1000,
      outcome: { Passed: 'passed', NotExecuted: 'skipped' }[attribute('outcome')] ?? 'failed',
      message: unescape(body.match(/<Message>([\s\S]*?)<\/Message>/)?.[1] ?? ''),
    }
  })
}

const unescape = (xml) =>
  xml
    .replace(/&#x([0-9A-Fa-f]+);/g, (_, hex) => String.fromCodePoint(Number.parseInt(hex, 16)))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&')

/** Tests of Vitest's JSON report. */
function vitest(report) {
  return report.testResults.flatMap((file) =>
    file.assertionResults.map((test) => ({
      name: test.fullName,
      ms: test.duration ?? 0,
      outcome: { passed: 'passed', failed: 'failed' }[test.status] ?? 'skipped',
      message: test.failureMessages?.[0] ?? '',
    })),
  )
}

/** Tests of Playwright's JSON report. A test that passed only at another try counts as failed: there are no tries here. */
function playwright(report) {
  const specs = (suite, path) => [
    ...suite.specs.map((spec) => ({ spec, path })),
    ...(suite.suites ?? []).flatMap((inner) => specs(inner, `${path} ${inner.title}`)),
  ]
  return report.suites
    .flatMap((suite) => specs(suite, suite.title))
    .flatMap(({ spec, path }) =>
      spec.tests.map((test) => ({
        name: `${path} ${spec.title}`,
        ms: test.results.reduce((sum, result) => sum + result.duration, 0),
        outcome: { expected: 'passed', skipped: 'skipped' }[test.status] ?? 'failed',
        message: test.results.at(-1)?.error?.message ?? '',
      })),
    )
}

function testsOf(file) {
  const text = readFileSync(join(folder, file), 'utf8')
  if (file.endsWith('.trx')) return trx(text)
  const report = JSON.parse(text)
  return 'testResults' in report ? vitest(report) : playwright(report)
}

function suite(line) {
  const [name, code, ms, file] = line.split('\t')
  const itself = (outcome, message = '') => ({ name, ms: Number(ms), outcome, message })
  if (!file) return { name, tests: [itself(code === '0' ? 'passed' : 'failed', code === '0' ? '' : `ended with ${code}`)] }
  let tests = []
  try {
    tests = testsOf(file)
  } catch (error) {
    return { name, tests: [itself('failed', `left no readable result: ${error.message}`)] }
  }
  if (!tests.some((test) => test.outcome !== 'skipped')) tests.push(itself('failed', 'ran no test'))
  else if (code !== '0' && !tests.some((test) => test.outcome === 'failed')) tests.push(itself('failed', `ended with ${code}`))
  return { name, tests }
}

const suites = readFileSync(join(folder, 'suites.tsv'), 'utf8').trimEnd().split('\n').map(suite)
const all = suites.flatMap(({ name, tests }) => tests.map((test) => ({ ...test, suite: name })))
const count = (outcome, tests = all) => tests.filter((test) => test.outcome === outcome).length

const failures = all.filter((test) => test.outcome === 'failed')
if (failures.length > 0) console.log('\nFailed')
for (const { suite, name, message } of failures) console.log(`  [${suite}] ${name}\n    ${message.trim().split('\n').slice(0, 6).join('\n    ')}`)

console.log('\nSlowest ten')
for (const { suite, name, ms } of all.toSorted((a, b) => b.ms - a.ms).slice(0, 10))
  console.log(`  ${(ms / 1000).toFixed(2).padStart(7)} s  [${suite}] ${name}`)

console.log('\nSuites')
for (const { name, tests } of suites)
  console.log(`  ${name}: passed ${count('passed', tests)}, failed ${count('failed', tests)}, skipped ${count('skipped', tests)}`)

console.log(`\n${count('passed')} passed, ${count('failed')} failed, ${count('skipped')} skipped`)
process.exitCode = failures.length > 0 ? 1 : 0
