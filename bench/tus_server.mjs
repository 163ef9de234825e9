// @tus/server in a process of its own, for bench/upload.mjs. usage: node bench/tus_server.mjs PORT FOLDER
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const require = createRequire(new URL('../tests/e2e/package.json', import.meta.url));
const load = (name) => import(pathToFileURL(require.resolve(name)));
const { Server } = await load('@tus/server');
const { FileStore } = await load('@tus/file-store');

const [port, folder] = process.argv.slice(2);
const server = new Server({ path: '/files', datastore: new FileStore({ directory: folder }) });
server.listen({ host: '127.0.0.1', port: Number(port) }, () => process.send('ready'));
