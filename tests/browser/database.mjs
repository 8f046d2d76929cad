import pg from 'pg'

if (!process.env.TEST_DATABASE) throw new Error('run through infra/test, or: infra/postgres npm --prefix tests/browser test')

const server = Object.fromEntries(process.env.TEST_DATABASE.split(';').map((part) => part.split('=')))

/** The database of the server that listens on a port. */
export const databaseOf = (port) => `browser_${port}`

/** A connection to a database of the PostgreSQL that TEST_DATABASE names; to its own when none is said. */
export async function connect(database = server.Database) {
  const client = new pg.Client({ host: server.Host, port: Number(server.Port), user: server.Username, password: server.Password, database })
  await client.connect()
  return client
}
