import { createServer, type Server } from 'node:http';
import { readFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { HOST } from '../../scripts/free-port.mjs';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/** A plain file server, as a reader's web space has it: one folder of it holds the built page, and nothing is rewritten. */
export class StaticServer {
  private constructor(
    private readonly server: Server,
    readonly url: string,
  ) {}

  /**
   * @param files the folder to serve; called for each request, so that a new version can take the place of an old one
   * @param path where on the server that folder is, with slashes at both ends
   */
  static async start(files: () => string, path: string): Promise<StaticServer> {
    const server = createServer((request, response) => {
      const { pathname } = new URL(request.url ?? '/', `http://${HOST}`);
      const name = pathname.endsWith('/') ? `${pathname}index.html` : pathname;
      const file = name.startsWith(path) ? join(files(), normalize(name.slice(path.length))) : '';
      readFile(file).then(
        (body) =>
          response.writeHead(200, { 'Content-Type': TYPES[extname(file)] ?? 'text/plain', Vary: 'Origin' }).end(body),
        () => response.writeHead(404).end(),
      );
    });
    // Any port that is free: one that was looked for could be taken by another worker meanwhile.
    await new Promise<void>((resolve) => server.listen(0, HOST, resolve));
    const { port } = server.address() as AddressInfo;
    return new StaticServer(server, `http://${HOST}:${port}${path}`);
  }

  stop(): Promise<void> {
    this.server.closeAllConnections();
    return new Promise((resolve) => {
      this.server.close(() => resolve());
    });
  }
}
