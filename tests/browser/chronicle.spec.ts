import { readFile } from 'node:fs/promises'
import { expect, type Office, test } from './parties'
import { officeName } from './accounts'
import { accessibilityFindings } from './test'

test.describe.configure({ mode: 'serial' })

let id: string

test.beforeAll(async ({ contractor }) => {
  const office = (await contractor.world.get<Office[]>('organisations?kind=MINISTRY_OFFICE')).find(({ name }) => name === officeName)
  id = (await contractor.world.contract('経緯を読む契約', office)).id
  await contractor.world.recordAll(id)
  await contractor.world.post(`contracts/${id}/authority-acts`, { subject: 'COPY_OUTSIDE', kind: 'PERMIT', title: '調査票の複製', text: '毎夜、社内の装置に複製します。' })
  await contractor.world.draft(id)
})

test('everything that happened stands in one place, narrowed by kind and kept in the address', async ({ contractor }) => {
  const { page } = contractor
  await page.goto(`/contracts/${id}`)
  await page.getByRole('navigation', { name: 'この契約の画面' }).getByRole('link', { name: '経緯' }).click()
  await expect(page.getByRole('heading', { level: 1, name: '経緯' })).toBeVisible()
  await expect(page.getByRole('listitem').filter({ hasText: 'の案を作り始めました' })).toBeVisible()
  expect(await accessibilityFindings(page)).toEqual([])

  await page.getByLabel('種別').selectOption({ label: '手続（了承・許可等）' })
  await expect(page).toHaveURL(/kind=PROCEDURE/)
  const asked = page.getByRole('listitem').filter({ hasText: '「調査票の複製」をお願いしました' })
  await expect(asked).toBeVisible()
  await expect(page.getByText('の案を作り始めました')).toHaveCount(0)
  await asked.getByRole('link').click()
  await expect(page.getByRole('heading', { level: 1, name: '調査票の複製' })).toBeVisible()
  await page.goBack()
  await expect(page.getByLabel('種別')).toHaveValue('PROCEDURE')
})

test('it is saved as a file with what was chosen', async ({ contractor }) => {
  const { page } = contractor
  await page.goto(`/contracts/${id}/history?kind=CONTRACT`)
  const saving = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Excelで保存' }).click()
  const file = await saving
  expect(file.suggestedFilename()).toBe('経緯_経緯を読む契約.xlsx')
  expect((await readFile(await file.path())).subarray(0, 2).toString()).toBe('PK')
})

test('an officer reads the same without what was not handed in', async ({ officer }) => {
  const { page } = officer
  await page.goto(`/contracts/${id}/history`)
  await expect(page.getByText('「調査票の複製」をお願いしました')).toBeVisible()
  await expect(page.getByText('の案を作り始めました')).toHaveCount(0)
  expect(await accessibilityFindings(page)).toEqual([])
})
