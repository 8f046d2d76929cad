import { expect, test } from './parties'
import { accessibilityFindings } from './test'

test.describe.configure({ mode: 'serial' })

let id: string

test.beforeAll(async ({ contractor }) => {
  // The first organisations' office exists, but nobody of it ever signs in.
  id = (await contractor.world.contract('だれもいない課室の契約')).id
  await contractor.world.recordAll(id)
})

test('a 第一報 says that nobody has been told, offers the mail, and is told by a person', async ({ contractor }) => {
  const { page } = contractor
  await page.goto(`/contracts/${id}/incident`)
  await page.getByLabel('何が起きたか').fill('端末を電車に置き忘れたおそれがあります。')
  await page.getByRole('button', { name: '第一報を記録する' }).click()
  await expect(page.getByText('まだ担当職員に伝わっていません')).toBeVisible()
  await expect(page.getByText('要対応一覧の先頭に出ます')).toBeHidden()
  expect(await accessibilityFindings(page)).toEqual([])
  await page.getByRole('link', { name: '続報・指示を記録する' }).click()
  await expect(page.getByText('記録のみ・まだ伝えていません').first()).toBeVisible()
  await page.getByRole('button', { name: '送ったことを記録' }).click()
  await page.getByRole('dialog').getByLabel('電話').check()
  await page.getByRole('dialog').getByRole('button', { name: '送ったと記録する' }).click()
  await expect(page.getByText('まだ担当職員に伝わっていません')).toBeHidden()
})

test('a report is handed in by no system that nobody reads, and what was not sent is taken back', async ({ contractor }) => {
  const { page } = contractor
  const report = await contractor.world.draft(id)
  await contractor.world.finalise(report.id)
  await page.goto(`/reports/${report.id}`)
  await page.getByRole('button', { name: '提出を記録' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByLabel('このシステムで')).toBeHidden()
  await expect(dialog.getByLabel('メールで')).toBeChecked()
  await dialog.getByRole('button', { name: '提出を記録する' }).click()
  await page.getByRole('button', { name: '提出の記録を取り消す' }).click()
  await dialog.getByLabel('理由').fill('まだ送っていませんでした。')
  await dialog.getByRole('button', { name: '取り消す' }).click()
  await expect(dialog).toBeHidden()
  await expect(page.getByText('まだ提出の記録はありません')).toBeVisible()
  await expect(page.getByText('まだ送っていませんでした。')).toBeVisible()
})

test('a request that nobody has sent waits for no answer', async ({ contractor }) => {
  const { page } = contractor
  await page.goto(`/contracts/${id}/procedures/new?subject=COPY_OUTSIDE&kind=PERMIT`)
  await page.getByLabel('件名').fill('バックアップのための複製')
  await page.getByLabel('内容').fill('毎夜、社内のバックアップ装置に複製します。')
  await page.getByRole('button', { name: '許可をお願いする' }).click()
  await expect(page.getByText('記録のみ・まだ送っていません')).toBeVisible()
  await page.getByRole('button', { name: '送ったことを記録' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '送ったと記録する' }).click()
  await expect(page.getByText('ご回答待ち')).toBeVisible()
})
