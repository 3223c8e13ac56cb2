# syntax=docker/dockerfile:1

# Compiles; nothing of it but dist reaches the image.
FROM node:20.19.5-bookworm-slim AS build
WORKDIR /muster
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY tsconfig.json tsconfig.build.json ./
COPY infra/scripts/build-if-stale.mjs infra/scripts/
COPY src src
RUN npm run build

# What runs in production, and no compiler, linter or browser.
FROM node:20.19.5-bookworm-slim AS dependencies
WORKDIR /muster
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev

FROM node:20.19.5-bookworm-slim
ENV NODE_ENV=production \
    MUSTER_DATA_DIR=/var/lib/muster
RUN install --directory --owner=node --group=node --mode=0700 /var/lib/muster
WORKDIR /muster
COPY package.json LICENSE NOTICE ./
COPY questions questions
COPY infra/demo infra/demo
COPY src/adapters/workspace/page/*.css src/adapters/workspace/page/*.svg src/adapters/workspace/page/
COPY --from=dependencies /muster/node_modules node_modules
COPY --from=build /muster/dist dist
USER node
VOLUME /var/lib/muster
EXPOSE 3000
HEALTHCHECK --interval=15s --timeout=5s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT || 3000}/healthz`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
# Node is the first process, hears SIGTERM itself, and finishes what it began.
CMD ["node", "--enable-source-maps", "dist/main.js"]
