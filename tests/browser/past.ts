import { connect, databaseOf } from './database.mjs'

const dayBefore = (day: string, days: number) => new Date(Date.parse(day) - days * 86_400_000).toISOString().slice(0, 10)

/**
 * Lets all that happened to a report or a 確認書類 have happened some days earlier. The server's clock is the machine's: what comes
 * after days or years has to have begun so long ago.
 */
export async function letHaveBeen(noun: 'report' | 'confirmation_document', id: string, days: number): Promise<void> {
  const client = await connect(databaseOf(process.env.SERVER_PORT))
  const earlier = (data: string) => data.replaceAll(/"(\d{4}-\d\d-\d\d)"/g, (_: string, day: string) => `"${dayBefore(day, days)}"`)
  const { rows } = await client.query('SELECT version, data::text AS data FROM mt_events WHERE stream_id = $1', [id])
  for (const { version, data } of rows)
    await client.query("UPDATE mt_events SET timestamp = timestamp - $3 * interval '1 day', data = $4 WHERE stream_id = $1 AND version = $2", [
      id,
      version,
      days,
      earlier(data),
    ])
  // What is folded from them: the state, and the days that stand in columns of their own.
  const table = `mt_doc_${noun}`
  const { rows: dates } = await client.query("SELECT column_name AS name FROM information_schema.columns WHERE table_name = $1 AND data_type = 'date'", [table])
  const { rows: snapshots } = await client.query(`SELECT data::text AS data FROM ${table} WHERE id = $1`, [id])
  const shifted = dates.map(({ name }) => `, ${name} = ${name} - $3::int`).join('')
  await client.query(`UPDATE ${table} SET data = $2, modified_at = modified_at - $3::int * interval '1 day'${shifted} WHERE id = $1`, [
    id,
    earlier(snapshots[0].data),
    days,
  ])
  await client.end()
}

/** A day in Tokyo, some days ago. */
export const daysAgo = (days: number) =>
  dayBefore(new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeZone: 'Asia/Tokyo' }).format(new Date()), days)
