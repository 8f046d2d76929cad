// node openid-provider.mjs '{"clients": [{"id", "secret", "authentication", "redirect"}], "issuer": null}'
// A real OpenID provider on loopback, on a free port that it prints. With an issuer of its own it answers as if it stood there, behind
// a proxy that speaks https for it. Everyone who comes is signed in at once, as the name in PUT /control {"person": "…"}. What a broken
// or hostile provider would send is made from what this one sends: PUT /control {"token": "wrong-nonce" | …} changes the id_token on its
// way out, signed anew with the provider's own key where it can be; {"answers": {"/token": "silent" | …}} changes what an address
// answers. GET /control says how often each address was asked.
import { constants, createHmac, createPrivateKey, generateKeyPairSync, randomUUID, sign as signBytes } from 'node:crypto'
import { createServer } from 'node:http'
import { decodeJwt, decodeProtectedHeader, exportJWK } from 'jose'
import { Provider } from 'oidc-provider'

const { clients, issuer: elsewhere } = JSON.parse(process.argv[2])
const control = { person: 'person-1', token: 'as-it-is', methods: null, provedAgo: null, claims: null, answers: {} }
const asked = {}

const newKey = async (alg = 'RS256', modulusLength = 2048) => ({
  ...(await exportJWK((alg === 'ES256' ? generateKeyPairSync('ec', { namedCurve: 'P-256' }) : generateKeyPairSync('rsa', { modulusLength })).privateKey)),
  kid: randomUUID(),
  use: 'sig',
  alg,
})
let keys = { RS256: await newKey(), PS256: await newKey('PS256'), ES256: await newKey('ES256'), short: await newKey('RS256', 1024), stranger: await newKey() }
let provider

const server = createServer((request, response) => {
  if (request.url === '/control') return request.method === 'PUT' ? takeControl(request, response) : response.end(JSON.stringify(asked))
  if (request.url.startsWith(mount)) [request.originalUrl, request.url] = [request.url, request.url.slice(mount.length)]
  const path = request.url.split('?')[0]
  asked[path] = (asked[path] ?? 0) + 1
  switch (control.answers[path]) {
    case 'silent':
      return
    case 'error':
      return response.writeHead(500).end()
    case 'large':
      return response.writeHead(200, { 'content-type': 'application/json' }).end(`{"padding": "${'x'.repeat(1_100_000)}"}`)
    case 'not-json':
      return response.writeHead(200, { 'content-type': 'application/json' }).end('<html>')
    case 'elsewhere':
      return response.writeHead(307, { location: `${loopback}/redirected` }).end()
    default:
      return provider.callback()(request, response)
  }
})

await new Promise((listening) => server.listen(0, '127.0.0.1', listening))
const loopback = `http://127.0.0.1:${server.address().port}`
const issuer = elsewhere ?? loopback
const mount = new URL(issuer).pathname.replace(/\/$/, '')
start()
console.log(loopback)

function start() {
  provider = new Provider(issuer, {
    clients: clients.map(({ id, secret, authentication, redirect }) => (
      { client_id: id, client_secret: secret, redirect_uris: redirect, token_endpoint_auth_method: authentication })),
    // Of the others, the short one is published all the same (see below), and the stranger's is not.
    jwks: { keys: [keys.RS256, keys.PS256, keys.ES256] },
    cookies: { keys: ['peer'] },
    features: { devInteractions: { enabled: false } },
    pkce: { required: () => true },
    scopes: ['openid', 'email', 'profile'],
    interactions: { url: (_, interaction) => `${mount}/interaction/${interaction.uid}` },
    findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id }) }),
  })
  provider.proxy = Boolean(elsewhere)
  provider.use(async (context, next) => {
    if (context.path.startsWith('/interaction/')) {
      const { prompt, params } = await provider.interactionDetails(context.req, context.res)
      const grant = new provider.Grant({ accountId: control.person, clientId: params.client_id })
      grant.addOIDCScope('openid email profile')
      const result = { login: { accountId: control.person }, ...(prompt.name === 'consent' && { consent: { grantId: await grant.save() } }) }
      if (control.token === 'denied') return provider.interactionFinished(context.req, context.res, { error: 'access_denied' })
      if (control.token === 'error') return provider.interactionFinished(context.req, context.res, { error: 'server_error', error_description: 'words of the provider' })
      return provider.interactionFinished(context.req, context.res, result, { mergeWithLastSubmission: true })
    }
    await next()
    if (context.path === '/token' && context.body?.id_token) context.body = { ...context.body, id_token: altered(context.body.id_token) }
    if (context.path === '/jwks') context.body = { keys: [...context.body.keys, (({ kty, n, e, kid, use, alg }) => ({ kty, n, e, kid, use, alg }))(keys.short)] }
  })
}

async function takeControl(request, response) {
  const body = await new Promise((read) => {
    let text = ''
    request.on('data', (part) => (text += part)).on('end', () => read(JSON.parse(text)))
  })
  Object.assign(control, body)
  if (body.rotate) {
    keys = { ...keys, RS256: await newKey() }
    start()
  }
  response.end('{}')
}

const base64 = (value) => Buffer.from(JSON.stringify(value)).toString('base64url')

const sign = (claims, key = keys.RS256, more = {}) => signText(JSON.stringify(claims), key, more)

function signText(claims, key = keys.RS256, more = {}) {
  const head = `${base64({ alg: key.alg, kid: key.kid, ...more })}.${Buffer.from(claims).toString('base64url')}`
  const how = {
    RS256: { padding: constants.RSA_PKCS1_PADDING },
    PS256: { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 32 },
    ES256: { dsaEncoding: 'ieee-p1363' },
  }[key.alg]
  return `${head}.${signBytes('sha256', Buffer.from(head), { key: createPrivateKey({ key, format: 'jwk' }), ...how }).toString('base64url')}`
}

function hmac(secret, header, claims) {
  const head = `${base64({ alg: 'HS256', kid: header.kid })}.${base64(claims)}`
  return `${head}.${createHmac('sha256', secret).update(head).digest('base64url')}`
}

function altered(token) {
  const [header, claims] = [decodeProtectedHeader(token), { ...decodeJwt(token), ...(control.methods && { amr: control.methods }), ...control.claims }]
  if (control.provedAgo) claims.auth_time = claims.iat - control.provedAgo
  const [head, , signature] = token.split('.')
  switch (control.token) {
    case 'as-it-is':
      return control.methods || control.provedAgo || control.claims ? sign(claims) : token
    case 'PS256':
    case 'ES256':
      return sign(claims, keys[control.token])
    case 'wrong-nonce':
      return sign({ ...claims, nonce: 'another' })
    case 'no-nonce':
      return sign({ ...claims, nonce: undefined })
    case 'wrong-audience':
      return sign({ ...claims, aud: 'another' })
    case 'several-audiences':
      return sign({ ...claims, aud: [claims.aud, 'another'] })
    case 'another-party':
      return sign({ ...claims, aud: [claims.aud, 'another'], azp: 'another' })
    case 'our-party':
      return sign({ ...claims, aud: [claims.aud, 'another'], azp: claims.aud })
    case 'wrong-issuer':
      return sign({ ...claims, iss: 'https://elsewhere.example' })
    case 'expired':
      return sign({ ...claims, iat: claims.iat - 7200, exp: claims.iat - 3600 })
    case 'endless':
      return sign({ ...claims, exp: undefined })
    case 'from-the-future':
      return sign({ ...claims, iat: claims.iat + 3600, exp: claims.exp + 3600 })
    case 'not-yet':
      return sign({ ...claims, nbf: claims.iat + 3600, exp: claims.exp + 3600 })
    case 'nobody':
      return sign({ ...claims, sub: '' })
    case 'unsigned':
      return `${base64({ ...header, alg: 'none' })}.${base64(claims)}.`
    case 'signature-cut-off':
      return `${head}.${base64(claims)}.`
    case 'hmac':
      return hmac(Buffer.from(JSON.stringify({ kty: 'RSA', n: keys.RS256.n, e: keys.RS256.e })), header, claims)
    case 'hmac-with-the-secret':
      return hmac(clients.find(({ id }) => id === claims.aud).secret, header, claims)
    case 'unknown-key':
      return sign(claims, keys.stranger)
    case 'forged':
      return sign(claims, { ...keys.stranger, kid: keys.RS256.kid })
    case 'short-key':
      return sign(claims, keys.short)
    case 'tampered':
      return `${head}.${base64({ ...claims, sub: 'someone-else' })}.${signature}`
    case 'critical':
      return sign(claims, keys.RS256, { crit: ['exp'] })
    case 'twice':
      return signText(JSON.stringify(claims).replace('{', '{"sub":"someone-else",'))
    case 'long':
      return sign({ ...claims, padding: 'x'.repeat(20_000) })
    case 'not-a-token':
      return 'x.y'
    case 'none':
      return undefined
    default:
      throw new Error(`No such token: ${control.token}`)
  }
}
