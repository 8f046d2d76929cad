import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { expect, test } from './parties'
import { accessibilityFindings } from './test'

test.describe.configure({ mode: 'serial' })

/** A tender whose words no edition has. */
const tender = readFileSync('../seeds/001_136385ca66185d65.txt', 'utf8').replace('年1回以上', '年2回以上')
const name = '年２回の診断を求める版'
let address: string

const drop = (page: Page) =>
  page.getByLabel('ファイルを選ぶ').setInputFiles({ name: '公募要領.txt', mimeType: 'text/plain', buffer: Buffer.from(tender) })

// The page is shared by all files of tests, and what was read last stays there until another document is wanted.
test.afterEach(async ({ contractor: { page } }) => {
  await page.goto('/start')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  const other = page.getByRole('button', { name: '別の文書を入れる' })
  if (await other.isVisible()) await other.click()
  await expect(page.getByLabel('ファイルを選ぶ')).toBeAttached()
})

test('a firm publishes an edition for itself and asks for its adoption', async ({ contractor: { page, world } }, info) => {
  await page.goto('/start')
  await drop(page)
  await page.getByRole('button', { name: '新しい版の案を作る' }).click()
  await page.getByLabel('符号').fill('ED-TWICE')
  await page.getByLabel('名前').fill(name)
  await page.getByLabel('出典').fill('公募要領')
  await page.getByRole('button', { name: '案を保存' }).click()
  await page.getByRole('button', { name: '公表する' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText('使えるのはこの組織の契約だけ')
  await dialog.getByRole('button', { name: '公表する' }).click()

  await expect(page.getByRole('heading', { level: 1 })).toContainText(/ED-TWICE_[0-9A-F]{8}/)
  const main = page.getByRole('main')
  await expect(main.getByText('この組織の版', { exact: true })).toBeVisible()
  expect(await accessibilityFindings(page)).toEqual([])
  await page.getByRole('button', { name: '採用を依頼' }).click()
  await dialog.getByRole('button', { name: '採用を依頼' }).click()
  await expect(main.getByText('採用の依頼あり', { exact: true })).toBeVisible()
  await expect(page.getByRole('button', { name: '採用を依頼' })).toBeHidden()

  const editions = await world.get<{ code: string; isOwn: boolean }[]>('editions')
  address = `/editions/${editions.find(({ isOwn }) => isOwn)?.code}`
  await page.goto('/start')
  await page.getByRole('button', { name: '別の文書を入れる' }).click()
  await drop(page)
  await expect(page.getByLabel('別記の版')).toHaveValue(address.slice('/editions/'.length))
  await info.attach('own', { body: await page.screenshot(), contentType: 'image/png' })
})

test('the ministry finds it first in its list, adopts it and takes that back, each with a reason', async ({ officer: { page } }) => {
  await page.goto('/editions')
  const first = page.getByRole('main').getByRole('listitem').first()
  await expect(first).toContainText(name)
  await expect(first).toContainText('採用の依頼あり')
  await expect(first).toContainText('例示総合研究所株式会社')
  expect(await accessibilityFindings(page)).toEqual([])
  await first.getByRole('link').click()
  await expect(page).toHaveURL(new RegExp(`${address}$`))
  const dialog = page.getByRole('dialog')
  await page.getByRole('button', { name: '採用', exact: true }).click()
  await dialog.getByLabel('理由').fill('各課の契約で使うため。')
  await dialog.getByRole('button', { name: '採用', exact: true }).click()
  await expect(page.getByText('採用済み', { exact: true })).toBeVisible()
  await page.getByRole('button', { name: '採用を取り消す' }).click()
  await dialog.getByLabel('理由').fill('原本と違う箇所がある。')
  await dialog.getByRole('button', { name: '採用を取り消す' }).click()
  await expect(page.getByText('公表した組織の版', { exact: true })).toBeVisible()
  const history = page.getByRole('region', { name: 'この版の履歴' }).getByRole('listitem')
  await expect(history).toHaveText([/^公表/, /^採用の依頼/, /^採用.*各課の契約で使うため。$/, /^採用の取消し.*原本と違う箇所がある。$/])
  expect(await accessibilityFindings(page)).toEqual([])
})

test('the firm withdraws it: it stays readable, and no contract begins on it', async ({ contractor: { page } }) => {
  await page.goto(address)
  await page.getByRole('button', { name: '取り下げる' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText('元には戻せません')
  await dialog.getByLabel('理由').fill('誤って公表したため。')
  await dialog.getByRole('button', { name: '取り下げる' }).click()
  await expect(page.getByText('取下げ済み', { exact: true })).toBeVisible()
  await page.reload()
  await expect(page.getByRole('heading', { level: 1 })).toContainText(name)
  await page.goto('/start')
  await drop(page)
  await expect(page.getByLabel('別記の版')).toBeVisible()
  await expect(page.getByLabel('別記の版').getByRole('option', { name })).toHaveCount(0)
})
