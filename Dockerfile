# Newsroom, desk, archive and command line in one image. The first word after its name chooses.
#
#   docker build -t dateline .
#   docker run --read-only --tmpfs /tmp -v newsroom:/data -p 127.0.0.1:3000:3000 dateline newsroom
#   docker run --rm dateline cli --help
#
# Editors cannot reach the desk of the first one, because a container has its own loopback. On Linux, the machine's network
# gives the desk the machine's loopback, and HOST keeps the archive there too (docs/operations.md):
#
#   docker run --network host -e HOST=127.0.0.1 --read-only --tmpfs /tmp -v newsroom:/data dateline newsroom
#
# The base is Debian, because the package of better-sqlite3 contains binaries for glibc. .npmrc has ignore-scripts, so no
# package runs a script when it is installed.

ARG NODE=24.21.0-bookworm-slim

FROM node:${NODE} AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --include=dev
COPY nest-cli.json tsconfig.json tsconfig.build.json ./
COPY tools tools
COPY libs libs
COPY apps apps
RUN npm run build
RUN npm run --silent sbom -- --output-file sbom.cdx.json

FROM node:${NODE} AS packages
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev

FROM node:${NODE}
# HOST is for the archive. The desk listens on the container's loopback unless DESK_HOST and DESK_URL let others in.
ENV NODE_ENV=production \
    HOST=0.0.0.0 \
    DATELINE_DATA=/data
WORKDIR /app
RUN mkdir /data && chown 1000:1000 /data
COPY --from=packages /app/node_modules node_modules
COPY --from=build /app/dist dist
COPY --from=build /app/sbom.cdx.json ./
COPY package.json ./
COPY apps/newsroom/demonstration.ndjson apps/newsroom/
COPY apps/archive/openapi/examples apps/archive/openapi/examples
COPY apps/desk/openapi/examples apps/desk/openapi/examples
COPY deploy/run.sh deploy/prepare.sh deploy/healthy.mjs deploy/
# The user `node` of the image. The number shows without a look-up that it is not root.
USER 1000:1000
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 CMD ["node", "deploy/healthy.mjs"]
ENTRYPOINT ["/app/deploy/run.sh"]
CMD ["newsroom"]
