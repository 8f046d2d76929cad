// The mail server of development: on loopback, without sign-in, delivering nothing. It writes frames to stdout (a length in four
// bytes, big-endian, then the bytes): first its port, then for each mail the recipients as JSON and the mail itself. A mail is
// acknowledged to its sender when the server has answered a line on stdin; when stdin ends, so does this.
import { SMTPServer } from 'smtp-server';

const taken = [];

function frame(bytes) {
  const length = Buffer.alloc(4);
  length.writeInt32BE(bytes.length);
  process.stdout.write(Buffer.concat([length, bytes]));
}

const server = new SMTPServer({
  disabledCommands: ['AUTH', 'STARTTLS'],
  disableReverseLookup: true,
  size: 32 * 1024 * 1024,
  onData(stream, session, done) {
    const parts = [];
    stream.on('data', (part) => parts.push(part));
    stream.on('end', () => {
      if (stream.sizeExceeded) {
        done(Object.assign(new Error('Too large'), { responseCode: 552 }));
        return;
      }
      taken.push(done);
      frame(Buffer.from(JSON.stringify(session.envelope.rcptTo.map((to) => to.address))));
      frame(Buffer.concat(parts));
    });
  },
});

server.on('error', () => process.exit(1));
process.stdin.on('data', (lines) => {
  for (const byte of lines) if (byte === 10) taken.shift()?.(null);
});
process.stdin.on('end', () => process.exit(0));
server.listen(0, '127.0.0.1', () => frame(Buffer.from(JSON.stringify(server.server.address().port))));
