# The simulator by itself. docs/ci.md says how to use it.
FROM node:22-slim AS build
WORKDIR /build
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY . .
RUN npm run build && chmod +x dist/cli/auditrig.js && npm prune --omit=dev --no-audit --no-fund

FROM node:22-slim
LABEL org.opencontainers.image.title="auditrig" org.opencontainers.image.licenses="Apache-2.0"
COPY --from=build /build/package.json /build/LICENSE /opt/auditrig/
COPY --from=build /build/node_modules /opt/auditrig/node_modules
COPY --from=build /build/specs /opt/auditrig/specs
COPY --from=build /build/fixtures /opt/auditrig/fixtures
COPY --from=build /build/conformance /opt/auditrig/conformance
COPY --from=build /build/dist /opt/auditrig/dist
RUN ln -s /opt/auditrig/dist/cli/auditrig.js /usr/local/bin/auditrig
# The admin API stays on the container's own loopback until AUDITRIG_ADMIN_HOST says otherwise.
ENV NODE_ENV=production AUDITRIG_HOST=0.0.0.0
# Fixtures go here.
WORKDIR /fixtures
USER node
EXPOSE 4010 4011
HEALTHCHECK --interval=5s --timeout=5s --start-period=20s CMD ["auditrig", "health"]
ENTRYPOINT ["auditrig"]
CMD ["serve"]
