import type { Texts } from './en';

/** Los textos de la página en español. */
export const texts: Texts = {
  title: 'Webhooks',
  subtitle:
    'Otros sistemas se enteran de las consultas: mensajes firmados, guardados y repetidos hasta que llegan',
  sections: 'Webhooks',
  actions: 'Acciones',
  cancel: 'Cancelar',
  clear: 'Borrar',
  close: 'Cerrar',
  loading: 'Cargando…',
  'try-again': 'Intentar de nuevo',
  'load.failed': 'No se ha podido cargar: {reason}',
  'copy.done': 'Copiado al portapapeles',
  'copy.refused': 'El navegador no ha permitido copiar. Seleccione el texto y cópielo usted mismo.',
  'moment.date': '{label}: fecha',
  'moment.time': '{label}: hora',

  'event.enquiry.created': 'Consulta recibida',
  'event.enquiry.updated': 'Consulta modificada',
  'event.enquiry.erased': 'Consulta borrada',
  'state.waiting': 'En espera',
  'state.parked': 'Apartada',
  'state.delivered': 'Entregada',
  'state.dead': 'Fallida',

  'endpoints.title': 'Destinos',
  'endpoints.create': 'Crear destino',
  'endpoints.none.title': 'Todavía no hay destinos',
  'endpoints.none.explanation':
    'Un destino es la dirección de otro sistema, como su CRM o su boletín. Recibe un mensaje firmado en cuanto una consulta llega, cambia o se borra.',
  'endpoints.none.promise':
    'Ningún mensaje se pierde: cada uno se guarda junto con la consulta, se intenta diez veces en tres días y se conserva para que pueda enviarlo de nuevo.',

  'endpoint.name': 'Destino',
  'endpoint.events': 'Eventos',
  'endpoint.state': 'Estado',
  'endpoint.last-success': 'Último éxito',
  'endpoint.health': 'Salud',
  'endpoint.pending': 'No llegadas',
  'endpoint.enabled': 'Activo',
  'endpoint.disabled': 'Inactivo',
  'endpoint.switch': 'Enviar a {name}',
  'endpoint.enabled-now':
    '{name} está activo. {parked, plural, =0 {No había nada apartado.} one {# entrega apartada se envía ahora.} other {# entregas apartadas se envían ahora.}}',
  'endpoint.disabled-now': '{name} está inactivo. Lo que ocurra mientras tanto se aparta para él.',
  'endpoint.disabled-because.manual': 'Alguien lo desactivó aquí.',
  'endpoint.disabled-because.gone': 'Respondió 410 Gone: no quiere más mensajes.',
  'endpoint.disabled-because.secret-unreadable':
    'Su secreto no se puede leer, porque la clave de cifrado del servidor ha cambiado. Renueve el secreto y active después el destino.',
  'endpoint.disabled-since': 'Inactivo desde el',
  'endpoint.disabled-means': 'Las entregas se apartan hasta que se active.',
  'endpoint.paused': 'En pausa; continúa',
  'endpoint.paused-by-receiver':
    'El destino pidió una pausa (Retry-After). Las entregas continúan el',
  'endpoint.edit': 'Editar {name}',
  'endpoint.show': 'Ver {name}',
  'endpoint.show-deliveries': 'Entregas a {name}',

  'health.last-success': 'Último éxito',
  'health.last-failure': 'Último fallo',
  'health.day': 'Últimas 24 horas',
  'health.no-success': 'Ningún éxito todavía',
  'health.no-failure': 'Ninguno',
  'health.no-attempts': 'Ningún intento en 24 horas',
  'health.failure-rate': '{share} de fallos en 24 horas',
  'health.no-attempts-of-day': 'Ningún intento',
  'health.failure-rate-of-day': '{share} de los intentos fallaron',
  'health.nothing-pending': 'Nada',
  'health.waiting': '{count, number} en espera',
  'health.parked': '{count, number} apartadas',
  'health.dead': '{count, number} fallidas',
  'health.all-deliveries': 'Todas las entregas a este destino',

  'create.title': 'Crear un destino',
  'create.subtitle': 'Las entregas empiezan con el próximo evento',
  'form.title': 'Ajustes',
  'form.create': 'Crear',
  'form.save': 'Guardar',
  'form.saved': 'Guardado',
  'form.name': 'Nombre',
  'form.name.hint': 'Cómo lo llama usted, por ejemplo según el sistema que hay detrás',
  'form.url': 'Dirección',
  'form.url.hint': 'Adónde se envían los mensajes por POST; empieza por https://',
  'form.event-types': 'Eventos',
  'form.event-types.hint': 'Al menos uno',
  'form.personal-data': 'Enviar datos personales',
  'form.personal-data.without':
    'Los mensajes dicen de qué consulta se trata, no quién la envió: ni nombre, ni correo electrónico, ni teléfono, ni empresa, ni texto.',
  'form.personal-data.warning':
    'El nombre, el correo electrónico, el teléfono, la empresa y el texto de cada consulta salen de este sistema. Envíelos solo a un sistema que pueda tenerlos y los proteja; lo enviado no se puede recuperar.',
  'form.enabled': 'Activo',
  'form.enabled.hint':
    'Mientras está inactivo, las entregas se apartan, y se envían cuando se activa de nuevo',

  'guide.title': 'Qué hace el destino',
  'guide.check':
    'Comprueba la firma con el secreto que se le mostrará a continuación, con una biblioteca de Standard Webhooks en su lenguaje.',
  'guide.answer': 'Responde con un estado de 200 a 299 en menos de 15 segundos, y trabaja después.',
  'guide.repeated':
    'Pasa por alto un mensaje cuya cabecera webhook-id ya conoce: tras un fallo, el mismo puede llegar dos veces.',
  'guide.gone': 'Responde 410 para no recibir nada más.',

  'secret.title': 'Secreto de firma',
  'secret.use':
    'Con este secreto el destino comprueba que un mensaje es auténtico, como describe Standard Webhooks. Guárdelo como una contraseña.',
  'secret.show': 'Mostrar',
  'secret.hide': 'Ocultar',
  'secret.copy': 'Copiar secreto',
  'secret.created': 'El destino está listo',
  'secret.rotated': 'El nuevo secreto',
  'secret.find-again': 'Lo encontrará de nuevo en la página del destino, en «Secreto de firma».',
  'secret.previous-until': 'El secreto anterior firma también hasta el',
  'secret.done': 'Listo',
  rotate: 'Renovar',
  'rotate.title': '¿Renovar el secreto?',
  'rotate.overlap':
    'Se crea un secreto nuevo. Durante 24 horas cada mensaje lleva dos firmas, del secreto nuevo y del actual, para que nada se rechace mientras cambia el destino.',
  'rotate.then': 'Después de 24 horas solo vale el secreto nuevo.',
  'rotate.again':
    'La última renovación no ha terminado: el secreto anterior al actual deja de valer enseguida.',
  'rotate.confirm': 'Renovar secreto',

  'test.title': 'Prueba',
  'test.of': 'Prueba de {name}',
  'test.open': 'Enviar un evento de prueba a {name}',
  'test.explanation':
    'Envía ahora un evento firmado del tipo webhook.test. No se guarda ni se repite.',
  'test.send': 'Enviar evento de prueba',
  'test.sending': 'Enviando…',
  'test.send-again': 'Enviar otra vez',

  'replay.title': 'Enviar de nuevo',
  'replay.explanation':
    'Para lo que el destino se perdió. Cada mensaje conserva su identificador; un destino que ya lo conoce puede pasarlo por alto.',
  'replay.dead-count':
    '{count, plural, =0 {Ninguna entrega ha fallado.} one {# entrega ha fallado en todos los intentos.} other {# entregas han fallado en todos los intentos.}}',
  'replay.dead': 'Reenviar las fallidas',
  'replay.dead.title': '¿Reenviar las entregas fallidas?',
  'replay.dead.means':
    '{count, plural, one {# entrega se intenta} other {# entregas se intentan}} de nuevo desde el principio del calendario.',
  'replay.span': 'Reenviar un periodo',
  'replay.span.title': 'Reenviar un periodo',
  'replay.span.means':
    'Cada entrega de un evento de este periodo se envía de nuevo, también las que llegaron.',
  'replay.span.backwards': 'El final tiene que ser posterior al principio.',
  'replay.confirm': 'Reenviar',
  'replay.done':
    '{count, plural, =0 {No había nada que reenviar.} one {# entrega se envía de nuevo.} other {# entregas se envían de nuevo.}}',

  delete: 'Eliminar',
  'delete.title': '¿Eliminar {name}?',
  'delete.loses':
    'Su secreto, sus entregas y todos sus intentos se eliminan para siempre. Los demás destinos no se ven afectados.',
  'delete.unsent':
    '{count, plural, one {# entrega que no ha llegado no se enviará nunca.} other {# entregas que no han llegado no se enviarán nunca.}}',
  'delete.rather': 'Para detener las entregas, desactive el destino.',
  'delete.confirm': 'Eliminar destino',
  'delete.done': '{name} se ha eliminado',

  'deliveries.title': 'Entregas',
  'deliveries.refresh': 'Actualizar',
  'deliveries.none': 'Todavía no ha ocurrido nada de lo que un destino quiera enterarse.',
  'deliveries.refreshed': 'La lista está al día.',
  'deliveries.none-on-page': 'No hay entregas en esta página.',
  'deliveries.none-found': 'Ninguna entrega coincide con los filtros.',
  filters: 'Filtros',
  'filter.all': 'Todos',
  'filter.endpoint': 'Destino',
  'filter.state': 'Estado',
  'filter.type': 'Evento',
  'filter.from': 'Desde',
  'filter.to': 'Hasta',
  'filter.clear': 'Borrar filtros',

  'delivery.title': 'Entrega de {type}',
  'delivery.to': 'Entrega a {name}',
  'delivery.event': 'Evento',
  'delivery.endpoint': 'Destino',
  'delivery.state': 'Estado',
  'delivery.attempts': 'Intentos',
  'delivery.last-answer': 'Última respuesta',
  'delivery.facts': 'Entrega',
  'delivery.occurred-at': 'Ocurrió el',
  'delivery.webhook-id': 'webhook-id',
  'delivery.personal-data': 'Datos personales',
  'delivery.personal-data.sent': 'Se envían',
  'delivery.personal-data.none': 'Ninguno',
  'delivery.show': 'Ver entrega',
  'delivery.next-attempt': 'Próximo intento',
  'delivery.in-turn': 'cuando le toque el turno',
  'delivery.not-attempted': 'Sin intentos todavía',
  'delivery.replay': 'Reenviar',
  'delivery.replayed.waiting': 'La entrega se envía de nuevo.',
  'delivery.replayed.parked':
    'El destino está inactivo: la entrega queda apartada hasta que se active.',
  'delivery.then.waiting': 'Próximo intento',
  'delivery.then.parked': 'Apartada hasta que se active el destino',
  'delivery.then.dead': 'Ningún intento más: todos los del calendario han fallado',

  'attempt.number': 'Intento {number}',
  'attempt.succeeded': 'Éxito',
  'attempt.failed': 'Fallo',
  'attempt.status': 'HTTP {status}',
  'attempt.no-answer': 'Sin respuesta',
  'attempt.answer': 'Primer kilobyte de la respuesta',

  'request.title': 'Petición',
  'request.what-was-sent': 'Lo que se envió',
  'request.headers': 'Cabeceras',
  'request.body': 'Cuerpo',
  'request.exact-bytes': 'Bytes exactos',
  'request.copy-body': 'Copiar cuerpo',
  'request.reduced':
    'Aquí se omiten los datos personales, porque usted no puede leerlos. Se envían; por eso el cuerpo de abajo no es el firmado.',
};
