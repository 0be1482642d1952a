import { changeData, paramsOf, type DocumentHook } from '../../../hooks/document-context';

/**
 * A copy of a training starts without sessions, and without a code unless it is given one: Strapi would move the sessions
 * over from the original, since a session has one training, and a code is unique.
 */
export const copyTrainingWithoutSessions: DocumentHook = async (context, next) => {
  if (context.uid === 'api::training.training' && context.action === 'clone') {
    const { code = null } = paramsOf(context).data ?? {};
    changeData(context, { sessions: { set: [] }, code });
  }
  return next();
};
