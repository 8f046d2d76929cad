import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test as base } from '@playwright/test'
import { World } from './world'

/**
 * `page`, watched: a test fails on any script error, anything the content security policy had to stop, and any request to
 * another host. A test in which requests are to fail says so with `failingRequests`. `world` puts things there beforehand.
 */
export const test = base.extend<{ failingRequests: boolean; watched: undefined; world: World }>({
  world: async ({ request }, use) => use(new World(request)),
  failingRequests: [false, { option: true }],
  watched: [
    async ({ page, baseURL, failingRequests }, use) => {
      const found: string[] = []
      page.on('pageerror', (error) => found.push(`script error: ${error.message}`))
      page.on('console', (message) => {
        const lost = /Failed to load resource|net::ERR/.test(message.text())
        if (message.type() === 'error' && !(lost && failingRequests)) found.push(`console: ${message.text()} ${message.location().url}`)
        if (/Content Security Policy|Trusted Type/i.test(message.text())) found.push(`policy: ${message.text()}`)
      })
      page.on('request', (request) => {
        if (/^(http|ws)s?:/.test(request.url()) && !request.url().startsWith(baseURL ?? '')) found.push(`request to ${request.url()}`)
      })
      await use(undefined)
      expect(found).toEqual([])
    },
    { auto: true },
  ],
})

/** What axe finds against WCAG 2.2 A and AA, as lines that name rule and place; an accessible page gives none. */
export async function accessibilityFindings(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    // The page itself. In the pane beside a report the browser's own viewer shows the PDF, and that frame is loaded anew after each save:
    // axe would wait a minute for the answer of one that is gone.
    .options({ resultTypes: ['violations'], iframes: false })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    // Without a page of its own to add frames up: there are none of other hosts.
    .setLegacyMode()
    .analyze()
  return violations.flatMap((violation) => violation.nodes.map((node) => `${violation.id}: ${node.target.join(' ')}`))
}

export { expect }
