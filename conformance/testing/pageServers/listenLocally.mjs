/** Puts an Express application on a free port of this machine. */

/** Resolves to its URL, and what ends it with all its connections. */
export function listenLocally(app) {
  return new Promise((resolve, reject) => {
    const server = app.listen(0, '127.0.0.1', (error) =>
      error
        ? reject(error)
        : resolve({
            url: `http://127.0.0.1:${server.address().port}`,
            close: () =>
              new Promise((done) => {
                server.close(done);
                server.closeAllConnections();
              }),
          }),
    );
  });
}
