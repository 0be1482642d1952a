import { fieldErrors, type FieldFault } from '../../../field-errors';
import {
  changeData,
  paramsOf,
  writtenData,
  type DocumentHook,
} from '../../../hooks/document-context';
import { isTimeZone } from '../../../lib/standards';

const SESSION = 'api::training-session.training-session';

interface Session {
  startsAt?: string | Date;
  endsAt?: string | Date;
  timezone?: string;
  capacity?: number | null;
  seatsLeft?: number | null;
}

function findFaults({ startsAt, endsAt, timezone, capacity, seatsLeft }: Session): FieldFault[] {
  const faults: FieldFault[] = [];
  if (startsAt && endsAt && new Date(endsAt) <= new Date(startsAt)) {
    faults.push({ path: ['endsAt'], message: 'The session must end after it starts.' });
  }
  if (timezone && !isTimeZone(timezone)) {
    faults.push({
      path: ['timezone'],
      message: 'This is no IANA time zone; write one such as Europe/Paris.',
    });
  }
  if (typeof seatsLeft === 'number' && typeof capacity === 'number' && seatsLeft > capacity) {
    faults.push({ path: ['seatsLeft'], message: `There are only ${capacity} seats in all.` });
  }
  return faults;
}

/**
 * A session ends after it starts, in a time zone that exists, with no more seats left than it has;
 * where nobody says how many seats are left, all of them are.
 */
export const checkSession: DocumentHook = async (context, next) => {
  const data = writtenData(context) as Session | undefined;
  if (context.uid !== SESSION || !data) return next();
  const { documentId } = paramsOf(context);
  const stored = documentId
    ? ((await strapi.db.query(SESSION).findOne({ where: { documentId } })) as Session | null)
    : null;
  const faults = findFaults({ ...stored, ...data });
  if (faults.length > 0) throw fieldErrors(faults);
  if (context.action === 'create' && data.capacity != null && data.seatsLeft == null) {
    changeData(context, { seatsLeft: data.capacity });
  }
  return next();
};
