export { server } from '../helpshift/server.js';
