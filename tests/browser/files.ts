/** A small file that is a PDF to everyone who looks at its first and last bytes. */
export function pdf(text: string): Buffer {
  return Buffer.from(`%PDF-1.4\n% ${text}\n1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj\n2 0 obj << /Type /Pages /Kids [] /Count 0 >> endobj\ntrailer << /Root 1 0 R >>\n%%EOF\n`)
}

const encoded = (text: string) => `=?utf-8?B?${Buffer.from(text).toString('base64')}?=`

/** A mail as a mail program saves it, without a signature. */
export function eml(mail: { from: [name: string, address: string]; to: string; subject: string; text: string; date: Date }): Buffer {
  const [name, address] = mail.from
  return Buffer.from(
    [
      `From: ${encoded(name)} <${address}>`,
      `To: <${mail.to}>`,
      `Subject: ${encoded(mail.subject)}`,
      `Date: ${mail.date.toUTCString().replace('GMT', '+0000')}`,
      'Message-ID: <answer-1@example.go.jp>',
      'MIME-Version: 1.0',
      'Content-Type: text/plain; charset=utf-8',
      'Content-Transfer-Encoding: base64',
      '',
      Buffer.from(mail.text).toString('base64'),
      '',
    ].join('\r\n'),
  )
}
