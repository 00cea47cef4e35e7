import { createServer as createHttp, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createHttps } from 'node:https';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { answer, type Control } from './routes';
import { TLS } from './tls';

export interface Replica {
  port: number;
  /** How the replica behaves from now on: slow, failing, renamed. */
  control: Control;
  /** Every request so far, as `http://host/path`. */
  requests: string[];
  close(): Promise<void>;
}

/**
 * A small replica of Caixin's blog on loopback, answering under the real host names: for browsers that resolve
 * every name to it, and as a proxy for those that use one.
 * @param port 0 takes a free one
 */
export async function startReplica(port = 0): Promise<Replica> {
  const control: Control = { delay: 0, fail: false, rename: false };
  const requests: string[] = [];
  const take = (request: IncomingMessage, response: ServerResponse) => {
    const url = addressOf(request);
    requests.push(url.href);
    setTimeout(() => respond(url, control, response), control.delay);
  };
  const { server, sockets } = bothOnOnePort(createHttp(take), createHttps(TLS, take));
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  // A listening TCP server has a port.
  const address = server.address() as AddressInfo;
  return { port: address.port, control, requests, close: () => close(server, sockets) };
}

/** First byte of a TLS handshake (RFC 8446, section 5.1). */
const HANDSHAKE = 0x16;

/**
 * Plain and encrypted connections on one port, distinguished by their first byte; `CONNECT` leads back to the same
 * port.
 */
function bothOnOnePort(http: Server, https: Server) {
  const sockets = new Set<Socket>();
  const receive = (socket: Socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket)).on('error', () => socket.destroy());
    socket.once('data', (first) => {
      socket.pause();
      socket.unshift(first);
      (first[0] === HANDSHAKE ? https : http).emit('connection', socket);
      process.nextTick(() => socket.resume());
    });
  };
  http.on('connect', (_request: IncomingMessage, socket: Socket, head: Buffer) => {
    socket.write('HTTP/1.1 200 OK\r\n\r\n');
    if (head.length > 0) socket.unshift(head);
    receive(socket);
  });
  return { server: createServer(receive), sockets };
}

/** A proxy request contains the whole address, a direct one its path and host. */
function addressOf({ url = '/', headers, socket }: IncomingMessage): URL {
  const scheme = 'encrypted' in socket ? 'https' : 'http';
  return new URL(url.startsWith('http') ? url : `${scheme}://${headers.host ?? 'localhost'}${url}`);
}

function respond(url: URL, control: Control, response: ServerResponse): void {
  const { status, type, body } = answer(url, control);
  response.writeHead(status, { 'content-type': `${type}; charset=UTF-8`, 'cache-control': 'no-store' });
  response.end(body);
}

function close(server: Server, sockets: Set<Socket>): Promise<void> {
  for (const socket of sockets) socket.destroy();
  return new Promise((resolve) => server.close(() => resolve()));
}
