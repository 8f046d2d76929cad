// The Release build on a database of its own in the server that TEST_DATABASE names (infra/postgres sets it).
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connect, databaseOf } from './database.mjs'

const name = databaseOf(process.env.SERVER_PORT)
const client = await connect()
await client.query(`CREATE DATABASE ${name}`)
await client.end()

const data = mkdtempSync(join(tmpdir(), 'securitytracker-browser-'))
const root = join(import.meta.dirname, '../..')
const server = spawn(
  'dotnet',
  [
    join(root, 'api/Server/bin/Release/net10.0/SecurityTracker.Server.dll'),
    ...['--urls', `http://127.0.0.1:${process.env.SERVER_PORT}`],
    ...['--data', data],
  ],
  {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ConnectionStrings__Database: process.env.TEST_DATABASE.replace(/Database=[^;]*/, `Database=${name}`) },
  },
)
let said = ''
server.stdout.on('data', (chunk) => {
  process.stdout.write(chunk)
  said = (said + chunk).slice(-10_000)
  const [, code] = /Set-up code: (\S+)/.exec(said) ?? []
  // accounts.ts names the same place.
  if (code) writeFileSync(join(tmpdir(), `securitytracker-browser-${process.env.SERVER_PORT}-code`), code)
})
for (const signal of ['SIGTERM', 'SIGINT']) process.on(signal, () => server.kill(signal))
server.on('exit', (code) => {
  rmSync(data, { recursive: true, force: true })
  process.exit(code ?? 1)
})
