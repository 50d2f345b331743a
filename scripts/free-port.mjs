import { createServer } from 'node:net';

export const HOST = '127.0.0.1';

/**
 * The first free TCP port at or after `port`.
 * @param {number} port
 * @returns {Promise<number>}
 */
export function freePort(port) {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', () => (port < 65535 ? resolve(freePort(port + 1)) : reject(new Error('No free port'))));
    probe.listen(port, HOST, () => probe.close(() => resolve(port)));
  });
}
