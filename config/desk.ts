import { readVariables } from './environment/variables';

/** When the enquiry desk works, and how soon it answers. */
export default () => {
  const { DESK_TIME_ZONE, DESK_HOURS, DESK_CLOSED_DAYS } = readVariables();
  return {
    businessHours: { timeZone: DESK_TIME_ZONE, week: DESK_HOURS, closedDays: DESK_CLOSED_DAYS },
    /**
     * Within which time an enquiry of each kind should be answered: so many working days, or so
     * many hours of work. A change counts for enquiries that come in, or change their kind, from
     * then on.
     */
    responseTimes: {
      support: { hours: 4 },
      training: { days: 1 },
      corporate: { days: 2 },
      other: { days: 3 },
      partnership: { days: 5 },
    },
  };
};
