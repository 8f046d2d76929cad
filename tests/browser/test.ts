import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test as base } from '@playwright/test'

/**
 * `page`, watched: a test fails on any script error, anything the content security policy had to stop, and any request to
 * another host. A test that takes the network away says so with `expectErrors`.
 */
export const test = base.extend<{ expectErrors: { network: boolean }; watched: undefined }>({
  expectErrors: async ({}, use) => use({ network: false }),
  watched: [
    async ({ page, baseURL, expectErrors }, use) => {
      const found: string[] = []
      page.on('pageerror', (error) => found.push(`script error: ${error.message}`))
      page.on('console', (message) => {
        const lost = /Failed to load resource|net::ERR/.test(message.text())
        if (message.type() === 'error' && !(lost && expectErrors.network)) found.push(`console: ${message.text()}`)
        if (/Content Security Policy|Trusted Type/i.test(message.text())) found.push(`policy: ${message.text()}`)
      })
      page.on('request', (request) => {
        if (!request.url().startsWith(baseURL ?? '') && !/^(data|blob):/.test(request.url())) found.push(`request to ${request.url()}`)
      })
      await use(undefined)
      expect(found).toEqual([])
    },
    { auto: true },
  ],
})

/** What axe finds against WCAG 2.2 A and AA, as lines that name rule and place; an accessible page gives none. */
export async function accessibilityFindings(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze()
  return violations.flatMap((violation) => violation.nodes.map((node) => `${violation.id}: ${node.target.join(' ')}`))
}

export { expect }
