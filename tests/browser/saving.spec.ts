import { expect, test } from './test'

test.use({ failingRequests: true })

test('what was typed is kept, survives a reload and is sent when the connection is back', async ({ page, world }) => {
  const { id } = await world.contract('接続が切れる契約')
  await page.goto(`/contracts/${id}/obligations/10`)
  const method = page.getByLabel('確認書類で示す方法')
  await expect(method).toHaveValue('')

  await page.route('**/method', (route) => route.abort('connectionfailed'))
  await method.fill('端末の更新を自動化し、教育の受講記録を残します。')
  await method.blur()
  await expect(page.getByText('再送信待ち（入力は残っています）')).toBeVisible()
  expect((await world.obligation(id, 10)).method).toBeNull()

  page.on('dialog', (dialog) => dialog.accept())
  await page.reload()
  await expect(page.getByLabel('確認書類で示す方法')).toHaveValue('端末の更新を自動化し、教育の受講記録を残します。')
  expect((await world.obligation(id, 10)).method).toBeNull()

  await page.unroute('**/method')
  await expect.poll(async () => (await world.obligation(id, 10)).method).toBe('端末の更新を自動化し、教育の受講記録を残します。')
})

test('two people changing one row see both texts and choose', async ({ page, world }) => {
  const { id } = await world.contract('二人で記録する契約')
  await world.setStatus(id, 10, 'NOT_IMPLEMENTED', '教育が済んでいないため。')
  await page.goto(`/contracts/${id}/obligations`)
  const row = page.locator('#row-10')
  const reason = row.getByLabel('未実施の理由')
  await expect(reason).toHaveValue('教育が済んでいないため。')

  await world.setStatus(id, 10, 'NOT_IMPLEMENTED', '来月の研修で実施するため。')
  await reason.fill('新任者二名の教育が済んでいないため。')
  await reason.blur()

  const conflict = row.getByRole('alert')
  await expect(conflict).toContainText('新任者二名の教育が済んでいないため。')
  await expect(conflict).toContainText('来月の研修で実施するため。')
  await conflict.getByRole('button', { name: 'こちらで保存' }).click()
  await expect.poll(async () => (await world.obligation(id, 10)).reason).toBe('新任者二名の教育が済んでいないため。')
  await expect(conflict).toBeHidden()
})
