// A mail server as organisations run them, for the tests: node smtp-server.mjs FOLDER-OF-RUNTIME KEY CERTIFICATE TLS
// It wants a sign-in (user/secret) over TLS (from the first byte, or STARTTLS) and writes one line of JSON for its port and each mail.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const [runtime, key, cert, tls] = process.argv.slice(2);
const { SMTPServer } = createRequire(join(runtime, 'package.json'))('smtp-server');
const say = (value) => console.log(JSON.stringify(value));

const server = new SMTPServer({
  secure: tls === 'TLS',
  key: readFileSync(key),
  cert: readFileSync(cert),
  authMethods: ['PLAIN', 'LOGIN'],
  disableReverseLookup: true,
  onAuth(auth, session, done) {
    done(auth.username === 'user' && auth.password === 'secret' && session.secure ? null : new Error('No'), { user: 'user' });
  },
  onData(stream, session, done) {
    const parts = [];
    stream.on('data', (part) => parts.push(part));
    stream.on('end', () => {
      say({ to: session.envelope.rcptTo.map((to) => to.address), mail: Buffer.concat(parts).toString('base64') });
      done();
    });
  },
});
server.on('error', () => {});
process.stdin.on('end', () => process.exit(0)).resume();
server.listen(0, '127.0.0.1', () => say(server.server.address().port));
