import type { Page } from '@playwright/test'
import { officeName } from './accounts'
import { expect, type Office, openInbox, type Party, test } from './parties'
import { daysAgo, letHaveBeen } from './past'
import { accessibilityFindings } from './test'

test.describe.configure({ mode: 'serial' })

const name = '日付と件名を訂正する契約'
let id: string

async function inDialog(page: Page, button: string, confirm: string, fill: (dialog: ReturnType<Page['getByRole']>) => Promise<void>): Promise<void> {
  await page.getByRole('button', { name: button, exact: true }).click()
  const dialog = page.getByRole('dialog')
  await fill(dialog)
  await dialog.getByRole('button', { name: confirm, exact: true }).click()
  await expect(dialog).toBeHidden()
}

/** Is told of the 訂正 in the list, reads the old day, the new one and why, and is told until that is said to be done. */
async function reads({ page }: Party, title: string | RegExp, reason: string): Promise<void> {
  const told = page.getByRole('link', { name: /訂正のお知らせ/ }).filter({ hasText: name }).filter({ hasText: title })
  await openInbox(page)
  const opening = page.waitForResponse(/\/opening$/)
  await told.click()
  await expect(page.getByText(reason)).toBeVisible()
  await opening
  await openInbox(page)
  await expect(told).toHaveCount(1)
  const entry = page.getByRole('listitem').filter({ has: told })
  await expect(entry.getByText('未読', { exact: false }).filter({ hasNotText: '戻す' })).toHaveCount(0)
  await entry.getByRole('button', { name: /^対応済みにする/ }).click()
  await expect(told).toHaveCount(0)
  await page.getByRole('button', { name: '元に戻す' }).click()
  await expect(told).toHaveCount(1)
  await entry.getByRole('button', { name: /^対応済みにする/ }).click()
  await expect(told).toHaveCount(0)
}

test.beforeAll(async ({ contractor }) => {
  const offices = await contractor.world.get<Office[]>('organisations?kind=MINISTRY_OFFICE')
  id = (await contractor.world.contract(name, offices.find((one) => one.name === officeName))).id
})

test('a wrong day of 提出 and of 受領 is mended by who wrote it down, and the other side is told', async ({ contractor, officer }) => {
  await contractor.world.recordAll(id)
  const { id: report } = await contractor.world.draft(id)
  await contractor.world.finalise(report)
  await letHaveBeen('report', report, 9)
  const { page } = contractor
  await page.goto(`/reports/${report}`)
  await inDialog(page, '提出を記録', '提出を記録する', async (dialog) => {
    await dialog.getByLabel('郵送').check()
    await dialog.getByLabel('提出した日').fill(daysAgo(5))
  })
  await inDialog(page, '提出の日を訂正', '訂正する', async (dialog) => {
    await dialog.getByLabel('正しい提出の日').fill(daysAgo(4))
    await dialog.getByLabel('訂正の理由').fill('消印は翌日でした。')
  })
  await expect(page.getByText('消印は翌日でした。')).toBeVisible()
  await reads(officer, /〜/, '消印は翌日でした。')

  await officer.page.goto(`/reports/${report}/review`)
  await inDialog(officer.page, '受領を記録', '記録する', (dialog) => dialog.getByLabel('受領の日').fill(daysAgo(2)))
  await inDialog(officer.page, '受領の日を訂正', '訂正する', async (dialog) => {
    await dialog.getByLabel('正しい受領の日').fill(daysAgo(3))
    await dialog.getByLabel('訂正の理由').fill('受付印の読み誤り。')
  })
  await reads(contractor, /〜/, '受付印の読み誤り。')
})

test('a wrong day of 提出 of the 確認書類 is mended in the same way', async ({ contractor, officer }) => {
  const { id: document, actId, version } = await contractor.world.presented(id)
  await officer.world.post(`authority-acts/${actId}/decision`, { outcome: 'GRANTED' }, await officer.world.open(actId))
  await letHaveBeen('confirmation_document', document, 9)
  const { page } = contractor
  await page.goto(`/contracts/${id}/confirmation-document`)
  await inDialog(page, '提出を記録', '記録する', async (dialog) => {
    await dialog.getByLabel('持参').check()
    await dialog.getByLabel('提出した日').fill(daysAgo(5))
  })
  await inDialog(page, '提出の日を訂正', '訂正する', async (dialog) => {
    await dialog.getByLabel('正しい提出の日').fill(daysAgo(6))
    await dialog.getByLabel('訂正の理由').fill('前日に持参しました。')
  })
  await expect(page.getByText('前日に持参しました。')).toBeVisible()
  expect(await accessibilityFindings(page)).toEqual([])
  await contractor.world.post(`contracts/${id}/confirmation-document/draft`, {}, version + 2)
  await reads(officer, '確認書類（第1版）', '前日に持参しました。')
})

test('the title of what was asked for is mended, also after the word was given', async ({ contractor, officer }) => {
  const { id: act } = await contractor.world.post(`contracts/${id}/authority-acts`, { subject: 'BRING_IN', kind: 'PERMIT', title: '端末の持ち込', text: '一台です。' })
  await officer.world.post(`authority-acts/${act}/decision`, { outcome: 'GRANTED' }, await officer.world.open(act))
  const { page } = contractor
  await page.goto(`/authority-acts/${act}`)
  await inDialog(page, '訂正する', '訂正する', async (dialog) => {
    await dialog.getByLabel('件名', { exact: true }).check()
    await dialog.getByLabel('正しい件名').fill('端末の持込み')
    await dialog.getByLabel('訂正の理由').fill('書き誤り。')
  })
  await expect(page.getByRole('heading', { level: 1, name: '端末の持込み' })).toBeVisible()
  await reads(officer, '端末の持込み', '書き誤り。')
})
