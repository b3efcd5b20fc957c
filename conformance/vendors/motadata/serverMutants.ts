export { serverMutants } from '../helpshift/serverMutants.js';
