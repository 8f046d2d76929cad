import { connect, databaseOf } from './database.mjs'

const dayBefore = (day: string, days: number) => new Date(Date.parse(day) - days * 86_400_000).toISOString().slice(0, 10)

/**
 * Lets all that happened to a report or a 確認書類 have happened some days earlier. The server's clock is the machine's: what comes
 * after days or years has to have begun so long ago.
 */
export async function letHaveBeen(noun: 'report' | 'confirmation_document', id: string, days: number): Promise<void> {
  const client = await connect(databaseOf(process.env.SERVER_PORT))
  const { rows } = await client.query('SELECT version, data::text AS data FROM mt_events WHERE stream_id = $1', [id])
  for (const { version, data } of rows)
    await client.query("UPDATE mt_events SET timestamp = timestamp - $3 * interval '1 day', data = $4 WHERE stream_id = $1 AND version = $2", [
      id,
      version,
      days,
      data.replaceAll(/"(\d{4}-\d\d-\d\d)"/g, (_: string, day: string) => `"${dayBefore(day, days)}"`),
    ])
  // Another fold's: it is folded again.
  await client.query(`UPDATE mt_doc_${noun} SET mt_fold_version = -1 WHERE id = $1`, [id])
  await client.end()
}

/** A day in Tokyo, some days ago. */
export const daysAgo = (days: number) =>
  dayBefore(new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeZone: 'Asia/Tokyo' }).format(new Date()), days)
