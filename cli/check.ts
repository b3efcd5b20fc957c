/** `auditrig check`: whether code is right about the vendors' APIs. */
import { Command } from 'commander';
import { adapter } from './check/adapter.js';
import { client } from './check/client.js';
import { normalizer } from './check/normalizer.js';
import { server } from './check/server.js';

export const check = new Command('check')
  .description("judge whether code is right about the vendors' APIs")
  .addCommand(client)
  .addCommand(normalizer)
  .addCommand(server)
  .addCommand(adapter)
  .addHelpText(
    'after',
    '\nExamples:\n  auditrig check adapter -- python3 adapter.py\n  auditrig check client -- python3 adapter.py\n  auditrig check normalizer -- python3 normalizer.py\n  auditrig check server --vendor opsramp --url https://acme.api.opsramp.com --credentials creds.yaml',
  );
