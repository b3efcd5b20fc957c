/** The namespace in which the ids of AuditEvents are made, as their schema has it. */
import { readSpec } from '../readSpec.js';

const { properties } = readSpec('audit-event/event.schema.json') as {
  properties: { id: { 'x-namespace': string } };
};

/** A UUID. */
export const namespace = properties.id['x-namespace'];
