import { officerFile } from './accounts'
import { accessibilityFindings, expect, test } from './test'

test('days go into a calendar by an address that its person takes back', async ({ page, world, request }) => {
  await world.contract('暦に出る契約')
  await page.goto('/deadlines')
  await page.getByRole('link', { name: 'アカウントの「カレンダーへの登録」' }).click()
  await page.getByRole('button', { name: /^(登録用のアドレスを作る|アドレスを作り直す)/ }).click()
  const address = await page.getByText(/\/api\/calendars\/.+\.ics$/).innerText()
  expect(await accessibilityFindings(page)).toEqual([])

  const path = new URL(address).pathname
  const feed = await request.get(path)
  expect(feed.headers()['content-type']).toBe('text/calendar; charset=utf-8')
  expect((await feed.text()).replaceAll('\r\n ', '')).toContain('（暦に出る契約）')

  await page.getByRole('button', { name: 'アドレスを取り消す' }).click()
  await expect(page.getByText('まだ登録用のアドレスはありません。')).toBeVisible()
  expect((await request.get(path)).status()).toBe(404)
})

test('how often one is written to is chosen, and kept', async ({ page }) => {
  await page.goto('/account')
  await page.getByRole('radio', { name: '週に1通（最初の営業日）' }).check()
  await expect(page.getByText('保存しました')).toBeVisible()
  await page.reload()
  await expect(page.getByRole('radio', { name: '週に1通（最初の営業日）' })).toBeChecked()
  await page.getByRole('radio', { name: /^標準/ }).check()
  await expect(page.getByText('保存しました')).toBeVisible()
})

test('an invitation stands among the mails sent, with what the mail server said', async ({ page }) => {
  await page.goto('/')
  const session = await (await page.request.get('/api/session')).json()
  await page.goto(`/organisations/${session.acting.organisationId}`)
  await page.getByRole('link', { name: '通知の記録を見る（送ったメール）' }).click()
  await expect(page.getByRole('heading', { name: '通知の記録' })).toBeVisible()
  await page.getByRole('link', { name: '届かなかったもの' }).click()
  await expect(page).toHaveURL(/failed=true/)
})

test.describe('an officer', () => {
  test.use({ storageState: officerFile })
  test('of the ministry may do without', async ({ page }) => {
    await page.goto('/account')
    await page.getByRole('radio', { name: '受け取らない' }).check()
    await expect(page.getByText('保存しました')).toBeVisible()
    await page.getByRole('radio', { name: /^標準/ }).check()
  })
})
