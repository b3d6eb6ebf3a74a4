import type { Connection } from '@temporalio/client';

export const DEPLOYMENT = 'earshot';

const NOT_FOUND = 5;

/** The build that new workflow tasks go to; null when none was ever made current. */
export async function currentBuild(connection: Connection, namespace: string): Promise<string | null> {
  try {
    const { workerDeploymentInfo } = await connection.workflowService.describeWorkerDeployment({
      namespace,
      deploymentName: DEPLOYMENT,
    });
    return workerDeploymentInfo?.routingConfig?.currentDeploymentVersion?.buildId ?? null;
  } catch (error) {
    if (isNotFound(error)) return null;
    throw error;
  }
}

/**
 * Sends new workflow tasks to this build from now on. Its worker must have begun to poll; until Temporal has
 * noticed, which takes some seconds, it is asked again.
 */
export async function makeBuildCurrent(
  connection: Connection,
  namespace: string,
  buildId: string,
  forMs = 30_000,
): Promise<void> {
  const until = Date.now() + forMs;
  for (;;) {
    try {
      await connection.workflowService.setWorkerDeploymentCurrentVersion({
        namespace,
        deploymentName: DEPLOYMENT,
        buildId,
        identity: 'earshot',
      });
      return;
    } catch (error) {
      if (!isNotFound(error) && !isNotYetKnown(error)) throw error;
      if (Date.now() > until) throw error;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
}

function isNotFound(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === NOT_FOUND;
}

/** Temporal answers 'failed precondition' for a version whose worker it has not seen polling yet. */
function isNotYetKnown(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === 9;
}
