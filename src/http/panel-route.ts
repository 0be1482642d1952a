/** A route of the panel: for those who are signed in to it and are allowed the action. */
export function panelRoute(method: string, path: string, handler: string, action: string) {
  return {
    method,
    path,
    handler,
    config: {
      policies: [
        'admin::isAuthenticatedAdmin',
        { name: 'admin::hasPermissions', config: { actions: [action] } },
      ],
    },
  };
}
