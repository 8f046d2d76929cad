import { type ChildProcess, spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { expect, test as base } from './test'

/** A fresh installation of its own: nobody has an account, and its console printed the set-up code. */
export interface Installation {
  url: string
  code: string
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

/** The set-up code, once it is printed and the server answers. */
async function started(server: ChildProcess, url: string): Promise<string> {
  let said = ''
  for (const stream of [server.stdout, server.stderr]) stream?.on('data', (chunk) => (said += chunk))
  await expect.poll(() => said, { timeout: 240_000, message: 'the set-up code' }).toMatch(/Set-up code: \S+/)
  await expect.poll(async () => (await fetch(`${url}/health/ready`).catch(() => null))?.ok, { timeout: 240_000 }).toBe(true)
  return /Set-up code: (\S+)/.exec(said)?.[1] ?? ''
}

/** `installation`: one for all tests of a file, which therefore stand in its order. */
export const test = base.extend<object, { installation: Installation }>({
  installation: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures from the pattern
    async ({}, use) => {
      const port = await freePort()
      // A name, not a number: passkeys belong to one
      const url = `http://localhost:${port}`
      const server = spawn(process.execPath, [join(import.meta.dirname, 'server.mjs')], {
        env: { ...process.env, SERVER_PORT: String(port) },
        stdio: ['ignore', 'pipe', 'pipe'],
      })
      await use({ url, code: await started(server, url) })
      const ended = new Promise((resolve) => server.on('exit', resolve))
      server.kill('SIGTERM')
      await ended
    },
    { scope: 'worker', timeout: 300_000 },
  ],
  baseURL: async ({ installation }, use) => use(installation.url),
})
