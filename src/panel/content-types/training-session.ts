import type { CollectionPanelConfiguration } from '../panel-configuration';

/** A date in the calendar: when, where, how many seats, at what price. */
export const trainingSession = {
  mainField: 'name',
  list: {
    columns: ['training', 'startsAt', 'mode', 'venue', 'seatsLeft', 'bookingState'],
    sortBy: 'startsAt',
    sortOrder: 'DESC',
  },
  rows: [
    { name: 12 },
    { training: 8, bookingState: 4 },
    { startsAt: 6, endsAt: 6 },
    { timezone: 4, mode: 4, language: 4 },
    { capacity: 6, seatsLeft: 6 },
    { venue: 12 },
    { price: 12 },
  ],
  fields: {
    name: {
      label: 'Name',
      hint: 'Made from the title of the training and the first day.',
      readOnly: true,
    },
    training: {
      label: 'Training',
      hint: 'The training that is held. A session without one is not shown anywhere.',
      mainField: 'title',
    },
    startsAt: {
      label: 'Starts at',
      hint: 'Date and time of the first day, in the time zone of your computer.',
    },
    endsAt: {
      label: 'Ends at',
      hint: 'Date and time at which the last day ends, after the start.',
    },
    timezone: {
      label: 'Time zone',
      hint: 'Where the session takes place. The site shows its times in this zone.',
      placeholder: 'Europe/Paris',
    },
    mode: { label: 'Mode', hint: 'Empty means the mode of the training.' },
    venue: { label: 'Venue', note: 'leave it out for an online session' },
    capacity: { label: 'Capacity', hint: 'Seats in all. Empty means that there is no limit.' },
    seatsLeft: {
      label: 'Seats left',
      hint: 'Seats that can still be booked. Left empty at first, it becomes the capacity.',
    },
    language: {
      label: 'Language',
      hint: 'The language that is spoken, as a code.',
      placeholder: 'en',
    },
    price: { label: 'Price', note: 'leave it out for the price of the training' },
    bookingState: {
      label: 'Booking state',
      hint: 'Cancelled and completed sessions are no longer offered.',
    },
  },
} satisfies CollectionPanelConfiguration<'api::training-session.training-session'>;
