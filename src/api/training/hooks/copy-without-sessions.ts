import { changeData, type DocumentHook } from '../../../hooks/document-context';

/**
 * A copy of a training starts without sessions and without a code: Strapi would move the sessions
 * over from the original, since a session has one training, and a code is unique.
 */
export const copyTrainingWithoutSessions: DocumentHook = async (context, next) => {
  if (context.uid === 'api::training.training' && context.action === 'clone') {
    changeData(context, { sessions: { set: [] }, code: null });
  }
  return next();
};
