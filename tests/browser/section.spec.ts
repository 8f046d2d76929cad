import type { Page } from '@playwright/test'
import { contractorFile, url } from './accounts'
import { browser as signedIn, join } from './joining'
import { expect, type Office, test } from './parties'
import { accessibilityFindings } from './test'

test.describe.configure({ mode: 'serial' })

const head = '課長　三郎'
const predecessor = '前田　任一'
const successor = '後藤　任子'
/** A name as it is read aloud: any space is one space. */
const spoken = (name: string) => new RegExp(name.replace(/\s/, '\\s'))

let page: Page
let contract: string
let organisation: string

// An office whose head of section was invited first and invited two officers.
test.beforeAll(async ({ contractor, browser }) => {
  const { id } = await contractor.world.post('organisations', { kind: 'MINISTRY_OFFICE', name: '見本産業局', sections: [{ name: '見本課' }] })
  const offices = await contractor.world.get<Office[]>('organisations?kind=MINISTRY_OFFICE')
  const office = offices.find((one) => one.id === id)
  const sectionId = office?.sections[0]?.id
  organisation = `/organisations/${id}`
  contract = `/contracts/${(await contractor.world.contract('異動のある契約', office)).id}`
  const theirs = await join(await signedIn(contractorFile), id, { mail: 'kacho@example.go.jp', name: head, role: 'SECTION_HEAD', sectionId })
  for (const [name, mail] of [
    [predecessor, 'mae@example.go.jp'],
    [successor, 'ato@example.go.jp'],
  ] as const)
    await join(theirs, id, { mail, name, role: 'SUPERVISING_OFFICER', sectionId })
  const context = await browser.newContext({ baseURL: url, storageState: await theirs.storageState(), locale: 'ja-JP', timezoneId: 'Asia/Tokyo' })
  page = await context.newPage()
})
test.afterAll(() => page?.context().close())

test('the head of a section names an officer who has an account, and one who has none', async () => {
  await page.goto(contract)
  await page.getByRole('button', { name: '担当職員を記録' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('課室の利用者から選ぶ').selectOption({ label: predecessor })
  await expect(dialog.getByLabel('氏名')).toHaveValue(predecessor)
  await expect(dialog.getByLabel('メールアドレス')).toHaveValue('mae@example.go.jp')
  await dialog.getByRole('button', { name: '担当職員を加える' }).click()
  const second = dialog.getByRole('group', { name: '2人目' })
  await second.getByLabel('氏名').fill('登録のない職員')
  expect(await accessibilityFindings(page)).toEqual([])
  await dialog.getByRole('button', { name: '記録する' }).click()
  await expect(dialog).toBeHidden()
  await expect(page.getByRole('listitem').filter({ hasText: predecessor })).toContainText('主')
  await expect(page.getByRole('listitem').filter({ hasText: '登録のない職員' })).toContainText('副')
})

test('異動: the successor stands in the place of the predecessor, whose role ends', async () => {
  await page.goto(organisation)
  await page.getByRole('button', { name: '後任に引き継ぐ（異動）' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('前任', { exact: false }).first().selectOption({ label: predecessor })
  await dialog.getByLabel('後任').selectOption({ label: successor })
  await dialog.getByRole('button', { name: '引き継ぐ' }).click()
  await expect(dialog).toBeHidden()
  await expect(page.getByRole('row', { name: spoken(predecessor) })).toContainText('に解除')
  await page.goto(contract)
  await expect(page.getByRole('listitem').filter({ hasText: successor })).toContainText('主')
  await expect(page.getByRole('listitem').filter({ hasText: predecessor })).toHaveCount(0)
})

test('the head delegates for some days, takes it back, and wants two people for a 許可', async () => {
  await page.goto(organisation)
  await page.getByRole('button', { name: '決定を委任する' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('委任する相手').selectOption({ label: successor })
  await dialog.getByLabel('この日まで').fill(await dialog.getByLabel('この日から').inputValue())
  await dialog.getByRole('button', { name: '委任する' }).click()
  await expect(dialog).toBeHidden()
  const delegation = page.getByRole('listitem').filter({ hasText: `${successor}さんに決定を委任` }).last()
  await delegation.getByRole('button', { name: '委任を解除' }).click()
  await expect(delegation).toHaveCount(0)

  await page.getByRole('button', { name: '二人での確認を設定' }).click()
  await dialog.getByLabel('許可').check()
  await dialog.getByRole('button', { name: '記録する' }).click()
  await expect(page.getByText('二人で確認するもの：許可')).toBeVisible()
  expect(await accessibilityFindings(page)).toEqual([])
})
