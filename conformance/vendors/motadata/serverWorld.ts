export { serverWorld } from '../helpshift/serverWorld.js';
