import type { Texts } from './en';

/** Die Texte der Seite auf Deutsch. */
export const texts: Texts = {
  title: 'Webhooks',
  subtitle:
    'Andere Systeme erfahren von Anfragen: signiert, gespeichert und wiederholt, bis es ankommt',
  sections: 'Webhooks',
  actions: 'Aktionen',
  cancel: 'Abbrechen',
  clear: 'Leeren',
  close: 'Schließen',
  loading: 'Wird geladen …',
  'try-again': 'Noch einmal versuchen',
  'load.failed': 'Das konnte nicht geladen werden: {reason}',
  'copy.done': 'In die Zwischenablage kopiert',
  'copy.refused':
    'Der Browser hat das Kopieren nicht erlaubt. Markieren Sie den Text und kopieren Sie ihn selbst.',
  'moment.date': '{label}: Datum',
  'moment.time': '{label}: Uhrzeit',

  'event.enquiry.created': 'Anfrage eingegangen',
  'event.enquiry.updated': 'Anfrage geändert',
  'event.enquiry.erased': 'Anfrage gelöscht',
  'state.waiting': 'Wartet',
  'state.parked': 'Geparkt',
  'state.delivered': 'Zugestellt',
  'state.dead': 'Gescheitert',

  'endpoints.title': 'Endpunkte',
  'endpoints.create': 'Endpunkt anlegen',
  'endpoints.none.title': 'Noch keine Endpunkte',
  'endpoints.none.explanation':
    'Ein Endpunkt ist eine Adresse eines anderen Systems, etwa Ihres CRM oder Ihres Newsletters. Er erhält eine signierte Nachricht, sobald eine Anfrage eingeht, geändert oder gelöscht wird.',
  'endpoints.none.promise':
    'Keine Nachricht geht verloren: Jede wird zusammen mit der Anfrage gespeichert, in drei Tagen zehnmal versucht und aufbewahrt, damit Sie sie noch einmal senden können.',

  'endpoint.name': 'Endpunkt',
  'endpoint.events': 'Ereignisse',
  'endpoint.state': 'Zustand',
  'endpoint.last-success': 'Letzter Erfolg',
  'endpoint.health': 'Befinden',
  'endpoint.pending': 'Nicht angekommen',
  'endpoint.enabled': 'Aktiv',
  'endpoint.disabled': 'Inaktiv',
  'endpoint.switch': 'An {name} senden',
  'endpoint.enabled-now':
    '{name} ist aktiv. {parked, plural, =0 {Es war nichts geparkt.} one {# geparkte Zustellung wird jetzt gesendet.} other {# geparkte Zustellungen werden jetzt gesendet.}}',
  'endpoint.disabled-now': '{name} ist inaktiv. Was inzwischen geschieht, wird für ihn geparkt.',
  'endpoint.disabled-because.manual': 'Jemand hat ihn hier abgeschaltet.',
  'endpoint.disabled-because.gone':
    'Er hat mit 410 Gone geantwortet: Er will keine Nachrichten mehr.',
  'endpoint.disabled-because.secret-unreadable':
    'Sein Geheimnis ist nicht lesbar, weil sich der Schlüssel des Servers geändert hat. Erneuern Sie das Geheimnis und schalten Sie den Endpunkt dann ein.',
  'endpoint.disabled-since': 'Inaktiv seit',
  'endpoint.disabled-means': 'Zustellungen werden geparkt, bis er eingeschaltet wird.',
  'endpoint.paused': 'Pause; weiter',
  'endpoint.paused-by-receiver':
    'Der Empfänger hat um eine Pause gebeten (Retry-After). Es geht weiter am',
  'endpoint.edit': '{name} bearbeiten',
  'endpoint.show': '{name} ansehen',
  'endpoint.show-deliveries': 'Zustellungen an {name}',

  'health.last-success': 'Letzter Erfolg',
  'health.last-failure': 'Letzter Fehlschlag',
  'health.day': 'Letzte 24 Stunden',
  'health.no-success': 'Noch kein Erfolg',
  'health.no-failure': 'Keiner',
  'health.no-attempts': 'Kein Versuch in 24 Stunden',
  'health.failure-rate': '{share} gescheitert in 24 Stunden',
  'health.no-attempts-of-day': 'Kein Versuch',
  'health.failure-rate-of-day': '{share} der Versuche gescheitert',
  'health.nothing-pending': 'Nichts',
  'health.waiting': '{count, number} warten',
  'health.parked': '{count, number} geparkt',
  'health.dead': '{count, number} gescheitert',
  'health.all-deliveries': 'Alle Zustellungen an diesen Endpunkt',

  'create.title': 'Endpunkt anlegen',
  'create.subtitle': 'Zustellungen beginnen mit dem nächsten Ereignis',
  'form.title': 'Einstellungen',
  'form.create': 'Anlegen',
  'form.save': 'Speichern',
  'form.saved': 'Gespeichert',
  'form.name': 'Name',
  'form.name.hint': 'Wie Sie ihn nennen, etwa nach dem System dahinter',
  'form.url': 'Adresse',
  'form.url.hint': 'Wohin Nachrichten mit POST gesendet werden; sie beginnt mit https://',
  'form.event-types': 'Ereignisse',
  'form.event-types.hint': 'Mindestens eines',
  'form.personal-data': 'Personenbezogene Daten senden',
  'form.personal-data.without':
    'Nachrichten sagen, um welche Anfrage es geht, nicht von wem sie ist: kein Name, keine E-Mail-Adresse, keine Telefonnummer, keine Firma, kein Text.',
  'form.personal-data.warning':
    'Name, E-Mail-Adresse, Telefonnummer, Firma und Text jeder Anfrage verlassen dieses System. Senden Sie sie nur an ein System, das sie haben darf und schützt; Gesendetes lässt sich nicht zurückholen.',
  'form.enabled': 'Aktiv',
  'form.enabled.hint':
    'Solange er inaktiv ist, werden Zustellungen geparkt, und gesendet, sobald er wieder aktiv ist',

  'guide.title': 'Was der Empfänger tut',
  'guide.check':
    'Er prüft die Signatur mit dem Geheimnis, das Sie gleich sehen, mit einer Bibliothek von Standard Webhooks in seiner Sprache.',
  'guide.answer':
    'Er antwortet binnen 15 Sekunden mit einem Status von 200 bis 299 und arbeitet danach.',
  'guide.repeated':
    'Er übergeht eine Nachricht, deren Kopfzeile webhook-id er schon kennt: Nach einem Fehlschlag kann dieselbe zweimal kommen.',
  'guide.gone': 'Er antwortet mit 410, um nichts mehr zu erhalten.',

  'secret.title': 'Geheimnis der Signatur',
  'secret.use':
    'Der Empfänger prüft damit, ob eine Nachricht echt ist, wie Standard Webhooks es beschreibt. Hüten Sie es wie ein Passwort.',
  'secret.show': 'Zeigen',
  'secret.hide': 'Verbergen',
  'secret.copy': 'Geheimnis kopieren',
  'secret.created': 'Der Endpunkt ist bereit',
  'secret.rotated': 'Das neue Geheimnis',
  'secret.find-again':
    'Sie finden es wieder auf der Seite des Endpunkts, unter „Geheimnis der Signatur“.',
  'secret.previous-until': 'Das vorige Geheimnis signiert mit bis',
  'secret.done': 'Fertig',
  rotate: 'Erneuern',
  'rotate.title': 'Das Geheimnis erneuern?',
  'rotate.overlap':
    'Ein neues Geheimnis entsteht. 24 Stunden lang trägt jede Nachricht zwei Signaturen, mit dem neuen und mit dem jetzigen Geheimnis, damit nichts abgewiesen wird, während Sie den Empfänger umstellen.',
  'rotate.then': 'Nach 24 Stunden gilt nur noch das neue Geheimnis.',
  'rotate.again':
    'Die letzte Erneuerung läuft noch: Das Geheimnis vor dem jetzigen gilt sofort nicht mehr.',
  'rotate.confirm': 'Geheimnis erneuern',

  'test.title': 'Test',
  'test.of': 'Test von {name}',
  'test.open': 'Ein Testereignis an {name} senden',
  'test.explanation':
    'Sendet jetzt ein signiertes Ereignis vom Typ webhook.test. Es wird weder gespeichert noch wiederholt.',
  'test.send': 'Testereignis senden',
  'test.sending': 'Wird gesendet …',
  'test.send-again': 'Noch einmal senden',

  'replay.title': 'Noch einmal senden',
  'replay.explanation':
    'Für das, was der Empfänger verpasst hat. Jede Nachricht behält ihre Kennung; ein Empfänger, der sie kennt, kann sie übergehen.',
  'replay.dead-count':
    '{count, plural, =0 {Keine Zustellung ist gescheitert.} one {# Zustellung ist gescheitert: Jeder Versuch schlug fehl.} other {# Zustellungen sind gescheitert: Jeder Versuch schlug fehl.}}',
  'replay.dead': 'Gescheiterte noch einmal senden',
  'replay.dead.title': 'Gescheiterte noch einmal senden?',
  'replay.dead.means':
    '{count, plural, one {# Zustellung wird} other {# Zustellungen werden}} wieder von Anfang an versucht.',
  'replay.span': 'Einen Zeitraum noch einmal senden',
  'replay.span.title': 'Einen Zeitraum noch einmal senden',
  'replay.span.means':
    'Jede Zustellung eines Ereignisses aus diesem Zeitraum wird noch einmal gesendet, auch die angekommenen.',
  'replay.span.backwards': 'Das Ende muss nach dem Anfang liegen.',
  'replay.confirm': 'Noch einmal senden',
  'replay.done':
    '{count, plural, =0 {Es gab nichts noch einmal zu senden.} one {# Zustellung wird noch einmal gesendet.} other {# Zustellungen werden noch einmal gesendet.}}',

  delete: 'Löschen',
  'delete.title': '{name} löschen?',
  'delete.loses':
    'Sein Geheimnis, seine Zustellungen und alle ihre Versuche werden endgültig gelöscht. Andere Endpunkte sind nicht betroffen.',
  'delete.unsent':
    '{count, plural, one {# Zustellung, die nicht angekommen ist, wird} other {# Zustellungen, die nicht angekommen sind, werden}} nie gesendet.',
  'delete.rather': 'Um Zustellungen nur anzuhalten, schalten Sie den Endpunkt ab.',
  'delete.confirm': 'Endpunkt löschen',
  'delete.done': '{name} ist gelöscht',

  'deliveries.title': 'Zustellungen',
  'deliveries.refresh': 'Aktualisieren',
  'deliveries.none': 'Noch ist nichts geschehen, wovon ein Endpunkt erfahren will.',
  'deliveries.refreshed': 'Die Liste ist aktuell.',
  'deliveries.none-on-page': 'Auf dieser Seite sind keine Zustellungen.',
  'deliveries.none-found': 'Keine Zustellung entspricht den Filtern.',
  filters: 'Filter',
  'filter.all': 'Alle',
  'filter.endpoint': 'Endpunkt',
  'filter.state': 'Zustand',
  'filter.type': 'Ereignis',
  'filter.from': 'Von',
  'filter.to': 'Bis',
  'filter.clear': 'Filter leeren',

  'delivery.title': 'Zustellung von {type}',
  'delivery.to': 'Zustellung an {name}',
  'delivery.event': 'Ereignis',
  'delivery.endpoint': 'Endpunkt',
  'delivery.state': 'Zustand',
  'delivery.attempts': 'Versuche',
  'delivery.last-answer': 'Letzte Antwort',
  'delivery.facts': 'Zustellung',
  'delivery.occurred-at': 'Geschehen am',
  'delivery.webhook-id': 'webhook-id',
  'delivery.personal-data': 'Personenbezogene Daten',
  'delivery.personal-data.sent': 'Werden gesendet',
  'delivery.personal-data.none': 'Keine',
  'delivery.show': 'Zustellung ansehen',
  'delivery.next-attempt': 'Nächster Versuch',
  'delivery.in-turn': 'sobald die Reihe an ihr ist',
  'delivery.not-attempted': 'Noch nicht versucht',
  'delivery.replay': 'Noch einmal senden',
  'delivery.replayed.waiting': 'Die Zustellung wird noch einmal gesendet.',
  'delivery.replayed.parked':
    'Der Endpunkt ist inaktiv: Die Zustellung ist geparkt, bis er eingeschaltet wird.',
  'delivery.then.waiting': 'Nächster Versuch',
  'delivery.then.parked': 'Geparkt, bis der Endpunkt eingeschaltet wird',
  'delivery.then.dead': 'Kein weiterer Versuch: Alle des Zeitplans sind gescheitert',

  'attempt.number': 'Versuch {number}',
  'attempt.succeeded': 'Erfolg',
  'attempt.failed': 'Fehlschlag',
  'attempt.status': 'HTTP {status}',
  'attempt.no-answer': 'Keine Antwort',
  'attempt.answer': 'Erstes Kilobyte der Antwort',

  'request.title': 'Anfrage an den Empfänger',
  'request.what-was-sent': 'Was gesendet wurde',
  'request.headers': 'Kopfzeilen',
  'request.body': 'Inhalt',
  'request.exact-bytes': 'Genaue Bytes',
  'request.copy-body': 'Inhalt kopieren',
  'request.reduced':
    'Personenbezogene Daten fehlen hier, weil Sie sie nicht lesen dürfen. Gesendet werden sie; der Inhalt unten ist also nicht der signierte.',
};
