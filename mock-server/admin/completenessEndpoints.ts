/** Lets old records go, takes what a client delivered, and judges what it got. */
import type { ForgetRecords, ReceiveDelivery } from '../../specs/admin/types.js';
import type { ToldDelivery } from '../Simulator.js';
import type { AdminEndpoint, AnyAdminEndpoint } from './AdminEndpoint.js';
import { targetOf } from './targetOf.js';

const forget: AdminEndpoint<ForgetRecords> = {
  method: 'post',
  path: '/sessions/:id/forget',
  takes: 'forgetRecords',
  act({ session, body: { vendor, target, before } }) {
    session.forget(vendor, target, before);
    return { status: 204 };
  },
};

const receive: AdminEndpoint<ReceiveDelivery> = {
  method: 'post',
  path: '/sessions/:id/received',
  takes: 'receiveDelivery',
  act({ session, body: { vendor, target, ...told } }) {
    const received = session.received(vendor, target, told as ToldDelivery);
    return { status: 200, body: { received } };
  },
};

const judge: AdminEndpoint = {
  method: 'get',
  path: '/sessions/:id/completeness',
  parameters: {
    vendor: 'required',
    target: 'required',
    since: 'optional',
    until: 'optional',
    actions: 'optional',
    credential: 'optional',
  },
  act({ session, query }) {
    const { vendor = '', target = '', actions, ...rest } = Object.fromEntries(query);
    const body = session.completeness({
      ...rest,
      vendor,
      target: targetOf(session, vendor, target),
      ...(actions !== undefined && { actions: actions.split(',') }),
    });
    return { status: 200, body };
  },
};

export const completenessEndpoints: readonly AnyAdminEndpoint[] = [forget, receive, judge];
