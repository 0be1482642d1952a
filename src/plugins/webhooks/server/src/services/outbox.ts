import type { Webhooks } from '../../../accessor';
import { emit } from '../delivery/emit';
import { forgetPersonalData } from '../delivery/forget';

/** The service behind the accessor. */
export default (): Webhooks => ({ emit, forgetPersonalData });
