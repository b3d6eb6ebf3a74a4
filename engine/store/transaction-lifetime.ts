import mongoose from 'mongoose';

/**
 * Tells a server of one's own how long it keeps a transaction whose client says nothing more. It is 60 s unless set:
 * that long what a killed process had written to stays locked, and some servers hold back every change stream.
 * Needs the rights of an administrator; holds until the server is started again.
 */
export async function limitTransactionLifetime(uri: string, seconds: number): Promise<void> {
  const connection = await mongoose.createConnection(uri, { serverSelectionTimeoutMS: 5_000 }).asPromise();
  try {
    await connection
      .getClient()
      .db('admin')
      .command({ setParameter: 1, transactionLifetimeLimitSeconds: seconds });
  } finally {
    await connection.close();
  }
}
