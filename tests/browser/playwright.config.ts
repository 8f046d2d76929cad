import { execFileSync } from 'node:child_process'
import { defineConfig, devices } from '@playwright/test'

// Chosen once, by the first process that reads this file; the workers inherit it.
process.env.SERVER_PORT ??= execFileSync(process.execPath, [
  '-e',
  'const s = require("net").createServer().listen(0, "127.0.0.1", () => { console.log(s.address().port); s.close() })',
])
  .toString()
  .trim()

// After the port is chosen: the addresses hold it.
const { contractorFile, url } = await import('./accounts')

export default defineConfig({
  globalSetup: './global-setup.ts',
  testDir: '.',
  testMatch: '*.spec.ts',
  // One after the other: the server, its database and a browser leave no core over, and beside a second browser a screen is too slow to be judged.
  workers: 1,
  // A limit is no measure: what comes at all comes in time on a machine that is three times slower and does other things beside it.
  timeout: 300_000,
  expect: { timeout: 60_000 },
  forbidOnly: true,
  reporter: process.env.PLAYWRIGHT_JSON_OUTPUT_NAME ? [['line'], ['json']] : [['line']],
  use: {
    ...devices['Desktop Chrome'],
    baseURL: url,
    storageState: contractorFile,
    viewport: { width: 1440, height: 900 },
    locale: 'ja-JP',
    timezoneId: 'Asia/Tokyo',
    // A trace costs as much again as the test. To follow one: npx playwright test --trace on word.spec.ts
    trace: 'off',
    screenshot: 'only-on-failure',
    video: 'off',
    launchOptions: {
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
      args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
    },
  },
  webServer: {
    command: 'node server.mjs',
    url: `${url}/health/ready`,
    timeout: 300_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 60_000 },
    stdout: 'pipe',
  },
})
