// The readable API page. Nothing is inline and nothing comes from elsewhere: the content security policy forbids both.
window.addEventListener('load', () => {
  window.SwaggerUIBundle({
    url: '/api/openapi.json',
    dom_id: '#api',
    deepLinking: true,
    docExpansion: 'list',
    defaultModelsExpandDepth: 0,
    displayRequestDuration: true,
    filter: true,
    validatorUrl: null,
    // A command is sent again with the same key; here each press is a new one, and a key that a person typed is kept.
    requestInterceptor: (request) => {
      if (request.method === 'POST' && 'Idempotency-Key' in request.headers && !request.headers['Idempotency-Key']) {
        request.headers['Idempotency-Key'] = crypto.randomUUID();
      }
      return request;
    },
  });
});
