/** The page's texts in English, in ICU message format. Every other language has the same names. */
export const texts = {
  title: 'Webhooks',
  subtitle: 'Other systems hear of enquiries: signed, stored, and repeated until they arrive',
  sections: 'Webhooks',
  actions: 'Actions',
  cancel: 'Cancel',
  clear: 'Clear',
  close: 'Close',
  loading: 'Loading…',
  'try-again': 'Try again',
  'load.failed': 'This could not be loaded: {reason}',
  'copy.done': 'Copied to the clipboard',
  'copy.refused': 'The browser did not allow copying. Select the text and copy it yourself.',
  'moment.date': '{label}: date',
  'moment.time': '{label}: time',

  'event.enquiry.created': 'Enquiry received',
  'event.enquiry.updated': 'Enquiry changed',
  'event.enquiry.erased': 'Enquiry erased',
  'state.waiting': 'Waiting',
  'state.parked': 'Parked',
  'state.delivered': 'Delivered',
  'state.dead': 'Dead',

  'endpoints.title': 'Endpoints',
  'endpoints.create': 'Create endpoint',
  'endpoints.none.title': 'No endpoints yet',
  'endpoints.none.explanation':
    'An endpoint is an address of another system, such as your CRM or your newsletter. It receives a signed message as soon as an enquiry arrives, changes or is erased.',
  'endpoints.none.promise':
    'No message is lost: each is stored together with the enquiry, attempted ten times over three days, and kept so that you can send it again.',

  'endpoint.name': 'Endpoint',
  'endpoint.events': 'Events',
  'endpoint.state': 'State',
  'endpoint.last-success': 'Last success',
  'endpoint.health': 'Health',
  'endpoint.pending': 'Not arrived',
  'endpoint.enabled': 'Enabled',
  'endpoint.disabled': 'Disabled',
  'endpoint.switch': 'Send to {name}',
  'endpoint.enabled-now':
    '{name} is enabled. {parked, plural, =0 {Nothing was parked.} one {# parked delivery is sent now.} other {# parked deliveries are sent now.}}',
  'endpoint.disabled-now': '{name} is disabled. What happens meanwhile is parked for it.',
  'endpoint.disabled-because.manual': 'Somebody disabled it here.',
  'endpoint.disabled-because.gone': 'It answered 410 Gone: it wants no more messages.',
  'endpoint.disabled-because.secret-unreadable':
    'Its secret cannot be read, because the server’s encryption key has changed. Rotate the secret, then enable the endpoint.',
  'endpoint.disabled-since': 'Disabled since',
  'endpoint.paused': 'Paused; resumes',
  'endpoint.paused-by-receiver':
    'The receiver asked for a pause (Retry-After). Deliveries go on at',
  'endpoint.disabled-means': 'Deliveries are parked until it is enabled.',
  'endpoint.edit': 'Edit {name}',
  'endpoint.show': 'Show {name}',
  'endpoint.show-deliveries': 'Deliveries to {name}',

  'health.last-success': 'Last success',
  'health.last-failure': 'Last failure',
  'health.day': 'Last 24 hours',
  'health.no-success': 'No success yet',
  'health.no-failure': 'None',
  'health.no-attempts': 'No attempts in 24 hours',
  'health.failure-rate': '{share} failed in 24 hours',
  'health.no-attempts-of-day': 'No attempts',
  'health.failure-rate-of-day': '{share} of attempts failed',
  'health.nothing-pending': 'Nothing',
  'health.waiting': '{count, number} waiting',
  'health.parked': '{count, number} parked',
  'health.dead': '{count, number} dead',
  'health.all-deliveries': 'All deliveries to this endpoint',

  'create.title': 'Create an endpoint',
  'create.subtitle': 'Deliveries begin with the next event',
  'form.title': 'Settings',
  'form.create': 'Create',
  'form.save': 'Save',
  'form.saved': 'Saved',
  'form.name': 'Name',
  'form.name.hint': 'What you call it, such as the system behind it',
  'form.url': 'Address',
  'form.url.hint': 'Where messages are sent by POST; it begins with https://',
  'form.event-types': 'Events',
  'form.event-types.hint': 'At least one',
  'form.personal-data': 'Send personal data',
  'form.personal-data.without':
    'Messages say which enquiry it is about, not who sent it: no name, e-mail address, telephone number, company or text.',
  'form.personal-data.warning':
    'Name, e-mail address, telephone number, company and text of every enquiry leave this system. Send them only to a system that may have them and protects them; what has been sent cannot be taken back.',
  'form.enabled': 'Enabled',
  'form.enabled.hint':
    'While it is disabled, deliveries are parked, and sent when it is enabled again',

  'guide.title': 'What the receiver does',
  'guide.check':
    'It checks the signature with the secret that you are shown next, with a library of Standard Webhooks in its language.',
  'guide.answer':
    'It answers with a status from 200 to 299 within 15 seconds, and works afterwards.',
  'guide.repeated':
    'It ignores a message whose header webhook-id it has seen: after a failure, the same one can come twice.',
  'guide.gone': 'It answers 410 to receive nothing more.',

  'secret.title': 'Signing secret',
  'secret.use':
    'The receiver checks with this secret that a message is genuine, as Standard Webhooks describes. Keep it as safe as a password.',
  'secret.show': 'Show',
  'secret.hide': 'Hide',
  'secret.copy': 'Copy secret',
  'secret.created': 'The endpoint is ready',
  'secret.rotated': 'The new secret',
  'secret.find-again': 'You find it again on the endpoint’s page, under “Signing secret”.',
  'secret.previous-until': 'The previous secret signs as well until',
  'secret.done': 'Done',
  rotate: 'Rotate',
  'rotate.title': 'Rotate the secret?',
  'rotate.overlap':
    'A new secret is made. For 24 hours every message carries two signatures, of the new secret and of the present one, so that nothing is refused while you change the receiver.',
  'rotate.then': 'After 24 hours only the new secret is good.',
  'rotate.again':
    'The last rotation is not over: the secret before the present one stops being good at once.',
  'rotate.confirm': 'Rotate secret',

  'test.title': 'Test',
  'test.of': 'Test of {name}',
  'test.open': 'Send a test event to {name}',
  'test.explanation':
    'Sends a signed event of the type webhook.test now. It is not stored and not repeated.',
  'test.send': 'Send test event',
  'test.sending': 'Sending…',
  'test.send-again': 'Send again',

  'replay.title': 'Send again',
  'replay.explanation':
    'For what the receiver missed. Each message keeps its id, so a receiver that knows it already can ignore it.',
  'replay.dead-count':
    '{count, plural, =0 {No delivery is dead.} one {# delivery is dead: every attempt failed.} other {# deliveries are dead: every attempt failed.}}',
  'replay.dead': 'Replay dead deliveries',
  'replay.dead.title': 'Replay dead deliveries?',
  'replay.dead.means':
    '{count, plural, one {# delivery is} other {# deliveries are}} attempted again from the beginning of the schedule.',
  'replay.span': 'Replay a span of time',
  'replay.span.title': 'Replay a span of time',
  'replay.span.means':
    'Every delivery of an event of this span is sent again, those that arrived as well.',
  'replay.span.backwards': 'The end must be after the beginning.',
  'replay.confirm': 'Replay',
  'replay.done':
    '{count, plural, =0 {There was nothing to send again.} one {# delivery is sent again.} other {# deliveries are sent again.}}',

  delete: 'Delete',
  'delete.title': 'Delete {name}?',
  'delete.loses':
    'Its secret, its deliveries and all their attempts are deleted for good. Other endpoints are not affected.',
  'delete.unsent':
    '{count, plural, one {# delivery that has not arrived} other {# deliveries that have not arrived}} will never be sent.',
  'delete.rather': 'To pause deliveries, disable the endpoint instead.',
  'delete.confirm': 'Delete endpoint',
  'delete.done': '{name} is deleted',

  'deliveries.title': 'Deliveries',
  'deliveries.refresh': 'Refresh',
  'deliveries.none': 'No event has happened yet that an endpoint wants to hear of.',
  'deliveries.refreshed': 'The list is up to date.',
  'deliveries.none-on-page': 'There are no deliveries on this page.',
  'deliveries.none-found': 'No delivery matches the filters.',
  filters: 'Filters',
  'filter.all': 'All',
  'filter.endpoint': 'Endpoint',
  'filter.state': 'State',
  'filter.type': 'Event',
  'filter.from': 'From',
  'filter.to': 'Until',
  'filter.clear': 'Clear filters',

  'delivery.title': 'Delivery of {type}',
  'delivery.to': 'Delivery to {name}',
  'delivery.event': 'Event',
  'delivery.endpoint': 'Endpoint',
  'delivery.state': 'State',
  'delivery.attempts': 'Attempts',
  'delivery.last-answer': 'Last answer',
  'delivery.facts': 'Delivery',
  'delivery.occurred-at': 'Happened at',
  'delivery.webhook-id': 'webhook-id',
  'delivery.personal-data': 'Personal data',
  'delivery.personal-data.sent': 'Is sent',
  'delivery.personal-data.none': 'None',
  'delivery.show': 'Show delivery',
  'delivery.next-attempt': 'Next attempt',
  'delivery.in-turn': 'when its turn comes',
  'delivery.not-attempted': 'Not attempted yet',
  'delivery.replay': 'Replay',
  'delivery.replayed.waiting': 'The delivery is sent again.',
  'delivery.replayed.parked':
    'The endpoint is disabled: the delivery is parked until it is enabled.',
  'delivery.then.waiting': 'Next attempt',
  'delivery.then.parked': 'Parked until the endpoint is enabled',
  'delivery.then.dead': 'No further attempt: every one of the schedule has failed',

  'attempt.number': 'Attempt {number}',
  'attempt.succeeded': 'Success',
  'attempt.failed': 'Failure',
  'attempt.status': 'HTTP {status}',
  'attempt.no-answer': 'No answer',
  'attempt.answer': 'First kilobyte of the answer',

  'request.title': 'Request',
  'request.what-was-sent': 'What was sent',
  'request.headers': 'Headers',
  'request.body': 'Body',
  'request.exact-bytes': 'Exact bytes',
  'request.copy-body': 'Copy body',
  'request.reduced':
    'Personal data is left out here, because you may not read it. It is sent, so the body below is not what is signed.',
};

/** The name of a text. */
export type TextId = keyof typeof texts;

/** What every other language has to say. */
export type Texts = Record<TextId, string>;
