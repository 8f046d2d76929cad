import { eml, pdf } from './files'
import { expect, test } from './parties'
import { accessibilityFindings } from './test'

test.describe.configure({ mode: 'serial' })

let id: string
let actId: string

test.beforeAll(async ({ contractor }) => {
  // The first organisations' office exists, but nobody of it ever signs in.
  id = (await contractor.world.contract('メールだけで答える担当職員の契約')).id
  await contractor.world.recordAll(id)
  await contractor.world.methods(id)
})

test('a 許可 is asked for by mail, and the dropped reply is checked before it is recorded', async ({ contractor }) => {
  const { page } = contractor
  await page.goto(`/contracts/${id}/procedures/new?subject=COPY_OUTSIDE&kind=PERMIT`)
  await page.getByLabel('件名').fill('バックアップのための複製')
  await page.getByLabel('内容').fill('調査票の回収データを毎夜、社内のバックアップ装置に複製します。')
  await page.getByRole('button', { name: '許可をお願いする' }).click()
  await expect(page.getByRole('heading', { name: 'メールでお願いする' }).or(page.getByText('メールでお願いする'))).toBeVisible()
  actId = new URL(page.url()).pathname.split('/')[2] ?? ''
  const { subject } = await contractor.world.get<{ subject: string }>(`authority-acts/${actId}/mail`)
  await expect(page.getByText(subject)).toBeVisible()

  await page.getByRole('link', { name: '届いた返信を取り込む' }).click()
  const reply = eml({
    from: ['佐藤 一郎', 'sato@example.go.jp'],
    to: 'hanako@example.jp',
    subject: `Re: ${subject}`,
    text: '許可します。\n経済産業省 佐藤',
    date: new Date(Date.now() - 3_600_000),
  })
  await page.getByLabel('ファイルを選ぶ').setInputFiles({ name: '返信.eml', mimeType: 'message/rfc822', buffer: reply })
  await expect(page.getByRole('heading', { name: '読み取った内容' })).toBeVisible()
  await expect(page.getByText('佐藤 一郎 <sato@example.go.jp>')).toBeVisible()
  await expect(page.getByText(/電子署名（DKIM）はありません/)).toBeVisible()
  await expect(page.getByLabel('どの手続への回答か')).toHaveValue(actId)
  expect(await accessibilityFindings(page)).toEqual([])
  await page.getByLabel('「許可します」').check()
  await page.getByRole('button', { name: '受注者として記録する' }).click()
  await expect(page.getByText('許可されました')).toBeVisible()
  await expect(page.getByText('受注者が記録', { exact: true }).first()).toBeVisible()
})

test('了承 given by telephone is noted with who and when', async ({ contractor }) => {
  const { page } = contractor
  await page.goto(`/contracts/${id}/procedures/new?subject=VULNERABILITY_PLAN&kind=CONFIRM`)
  await page.getByLabel('内容').fill('緊急の修正の計画です。')
  await page.getByRole('button', { name: '確認をお願いする' }).click()
  await page.getByRole('button', { name: '電話・書面などの回答を記録' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('電話').check()
  await dialog.getByLabel('回答された方').fill('佐藤 一郎')
  await dialog.getByRole('button', { name: '記録する' }).click()
  await expect(page.getByText('確認されました')).toBeVisible()
})

test('the report goes by mail; its 受領 and what was said of it are written down', async ({ contractor }) => {
  const { page } = contractor
  const report = await contractor.world.draft(id)
  await contractor.world.finalise(report.id)
  await page.goto(`/reports/${report.id}`)
  await page.getByRole('button', { name: '提出を記録' }).click()
  await page.getByRole('dialog').getByLabel('メールで').check()
  await page.getByRole('dialog').getByRole('button', { name: '提出を記録する' }).click()
  await expect(page.getByText('提出済み').first()).toBeVisible()

  await page.getByRole('button', { name: '受領を記録' }).click()
  await page.getByRole('dialog').getByLabel('受付番号（任意）').fill('地経第12号')
  await page.getByRole('dialog').getByLabel('受付印の写し・メール（任意）').setInputFiles({ name: '受付印.pdf', mimeType: 'application/pdf', buffer: pdf('stamp') })
  await expect(page.getByRole('dialog').getByText('受付印.pdf', { exact: true }).first()).toBeVisible()
  await page.getByRole('dialog').getByRole('button', { name: '記録する' }).click()
  await expect(page.getByText('受領済み').first()).toBeVisible()

  await page.getByRole('button', { name: 'メール・電話での確認結果を記録' }).click()
  await page.getByRole('dialog').getByLabel('回答された方').fill('佐藤 一郎')
  const row = page.getByRole('dialog').getByRole('group', { name: /13.*への回答/ })
  await row.getByLabel('照会').check()
  await page.getByRole('dialog').getByLabel(/13.*の照会の内容/).fill('会議録の共有に使うサービスは該当しませんか。')
  await page.getByRole('dialog').getByRole('button', { name: '記録する' }).click()
  await expect(page.getByText('照会あり').first()).toBeVisible()
  await expect(page.locator('#row-13').getByText('会議録の共有に使うサービスは該当しませんか。')).toBeVisible()
  expect(await accessibilityFindings(page)).toEqual([])
})

test('an incident is noted with one field and one button, and the telephone is on the screen', async ({ contractor }) => {
  const { page } = contractor
  await page.goto(`/contracts/${id}`)
  await page.getByRole('link', { name: '事故の第一報' }).click()
  await expect(page.getByRole('heading', { name: 'いますぐ電話する' })).toBeVisible()
  await page.keyboard.type('業務用の端末を電車に置き忘れたおそれがあります。')
  await page.getByRole('button', { name: '第一報を記録する' }).click()
  await expect(page.getByRole('heading', { name: '第一報を記録しました' })).toBeVisible()
})
