// node openid-provider.mjs CLIENT-ID CLIENT-SECRET REDIRECT-ADDRESS
// A real OpenID provider on loopback, on a free port that it prints. Everyone who comes is signed in at once, as the name in
// PUT /control {"person": "…"}. What a broken or hostile provider would send is made from what this one sends: PUT /control
// {"token": "wrong-nonce" | …} changes the id_token on its way out, signed anew with the provider's own key where it can be.
import { createHmac, generateKeyPairSync, randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import { decodeJwt, decodeProtectedHeader, exportJWK, importJWK, SignJWT } from 'jose'
import { Provider } from 'oidc-provider'

const [clientId, clientSecret, redirect] = process.argv.slice(2)
const control = { person: 'person-1', token: 'as-it-is', methods: undefined, provedAgo: undefined, claims: undefined }

const newKey = async () => ({
  ...(await exportJWK(generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey)),
  kid: randomUUID(),
  use: 'sig',
  alg: 'RS256',
})
let key = await newKey()
let provider

const server = createServer((request, response) => {
  if (request.url === '/control' && request.method === 'PUT') return takeControl(request, response)
  return provider.callback()(request, response)
})

await new Promise((listening) => server.listen(0, '127.0.0.1', listening))
const issuer = `http://127.0.0.1:${server.address().port}`
start()
console.log(issuer)

function start() {
  provider = new Provider(issuer, {
    clients: [{ client_id: clientId, client_secret: clientSecret, redirect_uris: [redirect], token_endpoint_auth_method: 'client_secret_post' }],
    jwks: { keys: [key] },
    cookies: { keys: ['peer'] },
    features: { devInteractions: { enabled: false } },
    pkce: { required: () => true },
    interactions: { url: (_, interaction) => `/interaction/${interaction.uid}` },
    findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id }) }),
  })
  provider.use(async (context, next) => {
    if (context.path.startsWith('/interaction/')) {
      const { prompt, params } = await provider.interactionDetails(context.req, context.res)
      const grant = new provider.Grant({ accountId: control.person, clientId: params.client_id })
      grant.addOIDCScope('openid')
      const result = { login: { accountId: control.person }, ...(prompt.name === 'consent' && { consent: { grantId: await grant.save() } }) }
      if (control.token === 'denied') return provider.interactionFinished(context.req, context.res, { error: 'access_denied' })
      return provider.interactionFinished(context.req, context.res, result, { mergeWithLastSubmission: true })
    }
    await next()
    if (context.path === '/token' && context.body?.id_token) context.body = { ...context.body, id_token: await altered(context.body.id_token) }
  })
}

async function takeControl(request, response) {
  const body = await new Promise((read) => {
    let text = ''
    request.on('data', (part) => (text += part)).on('end', () => read(JSON.parse(text)))
  })
  Object.assign(control, body)
  if (body.rotate) {
    key = await newKey()
    start()
  }
  response.end('{}')
}

const base64 = (value) => Buffer.from(JSON.stringify(value)).toString('base64url')

async function altered(token) {
  const [header, claims] = [decodeProtectedHeader(token), { ...decodeJwt(token), ...(control.methods && { amr: control.methods }), ...control.claims }]
  if (control.provedAgo) claims.auth_time = claims.iat - control.provedAgo
  const sign = async (said, by = key, head = header) => new SignJWT(said).setProtectedHeader(head).sign(await importJWK(by, 'RS256'))
  switch (control.token) {
    case 'as-it-is':
      return control.methods || control.provedAgo || control.claims ? sign(claims) : token
    case 'wrong-nonce':
      return sign({ ...claims, nonce: 'another' })
    case 'wrong-audience':
      return sign({ ...claims, aud: 'another' })
    case 'several-audiences':
      return sign({ ...claims, aud: [clientId, 'another'] })
    case 'another-party':
      return sign({ ...claims, aud: [clientId, 'another'], azp: 'another' })
    case 'wrong-issuer':
      return sign({ ...claims, iss: 'https://elsewhere.example' })
    case 'expired':
      return sign({ ...claims, iat: claims.iat - 7200, exp: claims.iat - 3600 })
    case 'from-the-future':
      return sign({ ...claims, iat: claims.iat + 3600, exp: claims.exp + 3600 })
    case 'unsigned':
      return `${base64({ ...header, alg: 'none' })}.${base64(claims)}.`
    case 'hmac': {
      const head = `${base64({ alg: 'HS256', kid: header.kid })}.${base64(claims)}`
      const { n, e } = key
      return `${head}.${createHmac('sha256', Buffer.from(JSON.stringify({ kty: 'RSA', n, e }))).update(head).digest('base64url')}`
    }
    case 'unknown-key':
      return sign(claims, await newKey(), { ...header, kid: 'unknown' })
    case 'forged':
      return sign(claims, await newKey())
    case 'tampered': {
      const [head, , signature] = token.split('.')
      return `${head}.${base64({ ...claims, sub: 'someone-else' })}.${signature}`
    }
    case 'critical':
      return `${base64({ ...header, crit: ['b64'] })}.${token.split('.').slice(1).join('.')}`
    case 'none':
      return undefined
    default:
      throw new Error(`No such token: ${control.token}`)
  }
}
