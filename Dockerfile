# Three stages: the page, the Python environment, and an image with nothing that builds.
FROM node:24-slim AS page
WORKDIR /src
COPY frontend/package.json frontend/package-lock.json frontend/.npmrc ./
RUN npm ci --no-audit --no-fund
COPY frontend/ ./
RUN npm run build

FROM python:3.13-slim AS venv
WORKDIR /src
RUN python -m venv /opt/markscheme
COPY requirements.lock ./
RUN /opt/markscheme/bin/pip install --no-cache-dir --require-hashes -r requirements.lock
COPY pyproject.toml README.md LICENSE ./
COPY tools/wheel_hook.py tools/
COPY api/ api/
COPY knowledge/ knowledge/
COPY prompts/ prompts/
COPY --from=page /src/dist frontend/dist
RUN /opt/markscheme/bin/pip install --no-cache-dir --no-deps --no-build-isolation .

FROM python:3.13-slim
RUN useradd --system --uid 10001 --create-home markscheme \
 && install --directory --owner markscheme --group markscheme /data
COPY --from=venv /opt/markscheme /opt/markscheme
ENV PATH=/opt/markscheme/bin:$PATH \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1 \
    MARKSCHEME_DATA_DIR=/data
USER markscheme
WORKDIR /data
VOLUME /data
EXPOSE 8000
HEALTHCHECK --interval=30s --timeout=3s --start-period=15s --retries=3 \
  CMD ["python", "-c", "import urllib.request as u; u.urlopen('http://127.0.0.1:8000/readyz', timeout=2)"]
STOPSIGNAL SIGTERM
CMD ["markscheme", "serve", "--host", "0.0.0.0", "--port", "8000"]
