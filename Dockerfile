# The product as one image. Needs SESSION_SECRET; everything else is in docs/operations.md.
#   docker build -t alan .
#   docker run -p 3000:3000 -v alan-data:/data -e SESSION_SECRET=… -e PUBLIC_URL=https://… alan

FROM node:20-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --include=dev --no-audit --no-fund
COPY . .
RUN npx prisma generate && npm run build && npm prune --omit=dev --no-audit --no-fund

FROM node:20-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 DATA_DIR=/data
WORKDIR /app
RUN install -d -o node -g node /data
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/prisma/migrations ./prisma/migrations
# The embedded database runs in a worker thread from its own files, outside the bundle.
COPY --from=build /app/app/platform/embedded-db ./app/platform/embedded-db
# So do the readers of tables.
COPY --from=build /app/app/platform/sheets ./app/platform/sheets
# So is the PDF of a passport.
COPY --from=build /app/app/platform/pdf ./app/platform/pdf
COPY --from=build /app/build ./build
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=15s --timeout=5s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "build/server/index.js"]
